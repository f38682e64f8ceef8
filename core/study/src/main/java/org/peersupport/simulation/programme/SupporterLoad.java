package org.peersupport.simulation.programme;

/**
 * What a supporter had to do. Immutable.
 *
 * @param id the supporter
 * @param department theirs
 * @param cases how many people were matched with them
 * @param hours how long they were with people, also when their hours had ended, for conversations
 *     are not broken off then
 * @param busyShare of their hours, the share in which they were with people, from 0 to 1; what goes
 *     on when their hours have ended does not count
 */
public record SupporterLoad(
    String id, String department, Estimate cases, Estimate hours, Estimate busyShare) {}
