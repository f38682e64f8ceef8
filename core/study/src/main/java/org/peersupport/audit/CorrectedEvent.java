package org.peersupport.audit;

/**
 * An event that was recorded in error and counts for nothing; it may be a correction itself.
 * Immutable.
 *
 * @param seq the place of the correction in its session
 * @param corrects the place of the event that it corrects
 */
public record CorrectedEvent(int seq, int corrects) {}
