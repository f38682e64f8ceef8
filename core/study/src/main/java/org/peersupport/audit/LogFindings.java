package org.peersupport.audit;

import java.util.List;

/**
 * What an audit found out that concerns no single session. Immutable.
 *
 * @param events how many events were read
 * @param unknown what sessions did and the protocol that they were judged by has no word for, where
 *     that is another one than they name: activities and reasons of an end, sorted
 * @param lostLines how many lines could not be read and name no session
 * @param lost the first of these
 */
public record LogFindings(long events, List<String> unknown, long lostLines, List<Flaw> lost) {
  /** Copies the lists. */
  public LogFindings {
    unknown = List.copyOf(unknown);
    lost = List.copyOf(lost);
  }
}
