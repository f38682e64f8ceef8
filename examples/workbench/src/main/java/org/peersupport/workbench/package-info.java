/** The command line: what the library does, for programs that speak lines and people who read. */
package org.peersupport.workbench;
