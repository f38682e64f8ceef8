package org.peersupport.simulation.programme;

/**
 * What the supporters of a group had to do together. Immutable.
 *
 * @param group who they are
 * @param cases how many people were matched with them
 * @param placesShare of their places, one for each person whom one of them may support at a time,
 *     the mean share that was taken, from 0 to 1
 * @param busyShare of their hours, the share in which they were with people, as in {@link
 *     SupporterLoad}
 */
public record GroupLoad(
    SupporterGroup group, Estimate cases, Estimate placesShare, Estimate busyShare) {}
