package org.peersupport.workbench.transcripts;

import java.time.Duration;

/**
 * A turn of the supporter. What was said in it is not kept.
 *
 * @param at how long after the conversation began
 * @param label what the corpus calls it; empty when it has no label
 * @param line where it stands in the file
 */
record Turn(Duration at, String label, int line) {}
