/** A first look at the library: one conversation from its opening until everything is settled. */
package org.peersupport.quickstart;
