package org.peersupport.workbench.draw;

import java.util.List;

/**
 * A set of resources that may be offered at the same places.
 *
 * @param name a letter, or several, by which a picture refers to it
 * @param resources their titles, each on one line
 * @param every whether these are all that the protocol has
 */
record Offers(String name, List<String> resources, boolean every) {
  Offers {
    resources = List.copyOf(resources);
  }

  /** The titles, or that there are none. */
  String words() {
    if (resources.isEmpty()) {
      return "nothing";
    }
    String titles = String.join(", ", resources.stream().map(Texts::shortened).toList());
    return every && resources.size() > 1 ? "every resource (" + titles + ")" : titles;
  }

  /** The name of the set with this number, counted from 0: A to Z, then AA. */
  static String name(int number) {
    String last = String.valueOf((char) ('A' + number % 26));
    return number < 26 ? last : name(number / 26 - 1) + last;
  }
}
