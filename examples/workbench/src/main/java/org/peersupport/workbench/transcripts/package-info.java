/** Turns annotated corpora of conversations into logs; nothing that was said gets there. */
package org.peersupport.workbench.transcripts;
