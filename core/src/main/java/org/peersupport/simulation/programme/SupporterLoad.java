package org.peersupport.simulation.programme;

/**
 * What a supporter had to do. Immutable.
 *
 * @param id the supporter
 * @param department theirs
 * @param cases how many people were matched with them
 * @param hours how long they were with people
 * @param busyShare of their hours, the share that they were with people; may be more than 1,
 *     because conversations are not broken off when hours end
 */
public record SupporterLoad(
    String id, String department, Estimate cases, Estimate hours, Estimate busyShare) {}
