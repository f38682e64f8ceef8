package org.peersupport.workbench;

import java.util.Comparator;

/** Which release is more recent: part by part, numbers as numbers, 1.0.0-draft before 1.0.0. */
final class Releases {
  static final Comparator<String> ORDER = Releases::compare;

  private Releases() {}

  private static int compare(String one, String other) {
    String[] a = one.split("[.-]", -1);
    String[] b = other.split("[.-]", -1);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int order = comparePart(i < a.length ? a[i] : "", i < b.length ? b[i] : "");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** A word comes before the end of the release, and that before a number. */
  private static int comparePart(String one, String other) {
    int order = Integer.compare(rank(one), rank(other));
    if (order == 0 && rank(one) == 2) {
      String a = one.replaceFirst("^0+(?=.)", "");
      String b = other.replaceFirst("^0+(?=.)", "");
      order = Integer.compare(a.length(), b.length());
      return order == 0 ? a.compareTo(b) : order;
    }
    return order == 0 ? one.compareTo(other) : order;
  }

  private static int rank(String part) {
    if (part.isEmpty()) {
      return 1;
    }
    return part.chars().allMatch(c -> c >= '0' && c <= '9') ? 2 : 0;
  }
}
