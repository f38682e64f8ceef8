/** Reads process models of DECLARE from other tools and makes protocols of them. */
package org.peersupport.workbench.declare;
