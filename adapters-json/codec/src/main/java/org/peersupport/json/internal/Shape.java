package org.peersupport.json.internal;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;

/** The members of one kind of object, in the order of the wire format; numbered from 0. */
public final class Shape {
  /**
   * The name of what is no member of its own but one way to take the member before it; see {@link
   * Members#as}. The parser lets no such name through.
   */
  static final String SAME = "\u0000";

  /** After the last one; matches no member of any shape. */
  private static final SerializedString NONE = new SerializedString(SAME);

  private final SerializedString[] names;
  private final Map<String, Integer> places = new HashMap<>();

  private Shape(String... names) {
    this.names = new SerializedString[names.length + 1];
    for (int i = 0; i < names.length; i++) {
      this.names[i] = new SerializedString(names[i]);
      places.put(names[i], i);
    }
    this.names[names.length] = NONE;
  }

  public static Shape of(String... names) {
    return new Shape(names);
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
