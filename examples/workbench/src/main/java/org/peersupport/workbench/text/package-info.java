/** What pages of plain text are made of. */
package org.peersupport.workbench.text;
