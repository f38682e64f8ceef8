/** Lays out how variants of a protocol differ, as a page of text and as one in HTML with charts. */
package org.peersupport.workbench.comparison;
