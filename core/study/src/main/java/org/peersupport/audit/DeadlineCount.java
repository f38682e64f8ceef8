package org.peersupport.audit;

/**
 * What became of the obligations of a deadline. Immutable.
 *
 * @param met how many were discharged in time
 * @param late how many were discharged too late
 * @param open how many are not discharged
 */
public record DeadlineCount(long met, long late, long open) {}
