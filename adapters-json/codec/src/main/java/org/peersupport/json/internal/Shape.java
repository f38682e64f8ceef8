package org.peersupport.json.internal;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The members of one kind of object, in the order of the wire format; numbered from 0.
 *
 * <p>Programs send and record objects that later releases may add members to, so others are passed
 * over there. People write documents, where a member that is not known is a slip of the pen: it is
 * an issue, unless its name begins with {@code x-}.
 */
public final class Shape {
  /**
   * The name of what is no member of its own but one way to take the member before it; see {@link
   * Members#as}. The parser lets no such name through.
   */
  static final String SAME = "\u0000";

  /** After the last one; matches no member of any shape. */
  private static final SerializedString NONE = new SerializedString(SAME);

  /** How the names of members begin that mean something to others. */
  private static final String FREE = "x-";

  private final boolean closed;
  private final SerializedString[] names;
  private final Map<String, Integer> places = new HashMap<>();

  private Shape(boolean closed, String... names) {
    this.closed = closed;
    this.names = new SerializedString[names.length + 1];
    for (int i = 0; i < names.length; i++) {
      this.names[i] = new SerializedString(names[i]);
      places.put(names[i], i);
    }
    this.names[names.length] = NONE;
  }

  /** An object that may have other members, which are passed over. */
  public static Shape of(String... names) {
    return new Shape(false, names);
  }

  /** An object of a document, which has no other members but those that begin with {@code x-}. */
  public static Shape ofDocument(String... names) {
    return new Shape(true, names);
  }

  /** Whether a member of this name, which is not known, is an issue. */
  public boolean forbids(String name) {
    return closed && !name.startsWith(FREE) && find(name) < 0;
  }

  /** What to say of a member that is forbidden; it names the nearest one that is known. */
  public String explanation(String forbidden) {
    return "A member here has a name that means nothing; the nearest one is \""
        + nearest(forbidden)
        + "\". Correct it, or let it begin with x-.";
  }

  /** The known name that takes the fewest letters to be changed, added or left out. */
  private String nearest(String name) {
    String nearest = name(0);
    for (int member = 1; member < size(); member++) {
      if (distance(name, name(member)) < distance(name, nearest)) {
        nearest = name(member);
      }
    }
    return nearest;
  }

  /**
   * The edit distance. Source: V. I. Levenshtein, Binary codes capable of correcting deletions,
   * insertions, and reversals, Soviet Physics Doklady 10, 1966.
   */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  /** The name of a member. */
  String name(int member) {
    return names[member].getValue();
  }

  /** The name to expect after a member, -1 being before the first. */
  SerializedString after(int member) {
    return names[member + 1];
  }

  /** The number of the member with this name, or -1. */
  int find(String name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }

  int size() {
    return names.length - 1;
  }

  /** The set of these members. */
  public static long mask(int... members) {
    long mask = 0;
    for (int member : members) {
      mask |= 1L << member;
    }
    return mask;
  }
}
