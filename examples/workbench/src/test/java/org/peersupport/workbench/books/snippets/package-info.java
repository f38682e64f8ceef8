/** Java that the books show: what stands between the marks of each class. */
package org.peersupport.workbench.books.snippets;
