/**
 * The books (README, guides, pages of examples) as tests: every block in them is run, compiled or
 * compared. CONTRIBUTING lists the marks that say how.
 */
package org.peersupport.workbench.books;
