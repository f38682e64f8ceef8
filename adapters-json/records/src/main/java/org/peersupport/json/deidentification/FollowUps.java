package org.peersupport.json.deidentification;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which sessions follow up which. A session and those that follow it up are moved by the same
 * shift, so that the time between them stays; it is drawn from the first of them.
 */
final class FollowUps {
  private final Map<String, String> before = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();

  /** The session follows the other one up; all are added before roots are asked for. */
  void add(String session, String followed) {
    before.put(session, followed);
  }

  /**
   * The first session of the line, as far as the logs tell; one that is only named counts too. Of
   * sessions that follow one another up in a circle, which no programme can have meant, it is the
   * first by code point.
   */
  String root(String session) {
    Set<String> passed = new LinkedHashSet<>();
    String here = session;
    while (before.containsKey(here) && !roots.containsKey(here) && passed.add(here)) {
      here = before.getOrDefault(here, here);
    }
    String root = passed.contains(here) ? firstOfCircle(here) : roots.getOrDefault(here, here);
    passed.forEach(each -> roots.put(each, root));
    return root;
  }

  private String firstOfCircle(String within) {
    String first = within;
    String here = before.getOrDefault(within, within);
    while (!here.equals(within)) {
      first = here.compareTo(first) < 0 ? here : first;
      here = before.getOrDefault(here, here);
    }
    return first;
  }
}
