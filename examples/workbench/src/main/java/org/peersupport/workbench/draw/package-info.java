/**
 * Draws a protocol: a {@link org.peersupport.workbench.draw.Picture} says what there is to see, and
 * a writer for each format says it.
 */
package org.peersupport.workbench.draw;
