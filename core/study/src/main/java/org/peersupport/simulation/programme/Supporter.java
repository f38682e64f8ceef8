package org.peersupport.simulation.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;

/**
 * A single supporter. Immutable.
 *
 * @param id theirs
 * @param group what they are like
 * @param calendar when they have time
 */
record Supporter(String id, SupporterGroup group, Calendar calendar) {
  /** All supporters of a scenario, in document order. */
  static List<Supporter> all(Scenario scenario) {
    List<Supporter> supporters = new ArrayList<>();
    for (SupporterGroup group : scenario.supporters()) {
      Calendar calendar = new Calendar(scenario.start().getDayOfWeek(), group.hours());
      ids(group).forEach(id -> supporters.add(new Supporter(id, group, calendar)));
    }
    return supporters;
  }

  /** The ids of a group's supporters. */
  static List<String> ids(SupporterGroup group) {
    return group.count() == 1
        ? List.of(group.id())
        : IntStream.rangeClosed(1, group.count()).mapToObj(n -> group.id() + "-" + n).toList();
  }

  /**
   * Whether a protocol lets a group's supporters support people of a department.
   *
   * @param department empty where nobody knows it
   */
  static boolean fits(Protocol protocol, String department, SupporterGroup group) {
    if (protocol.pairing() == Pairing.ANY) {
      return true;
    }
    return !department.isEmpty()
        && department.equals(group.department()) == (protocol.pairing() == Pairing.SAME);
  }
}
