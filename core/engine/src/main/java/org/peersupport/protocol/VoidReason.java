package org.peersupport.protocol;

import java.util.List;
import java.util.stream.Stream;

/** Why a whole session was entered in error. The words are the same in every protocol. */
public enum VoidReason {
  /** It is about somebody else. */
  WRONG_PERSON("wrong-person"),
  /** The same conversation was entered twice. */
  DUPLICATE("duplicate"),
  /** Somebody tried the software out. */
  TEST("test"),
  /** Anything else. */
  OTHER("other");

  private final String wire;

  VoidReason(String wire) {
    this.wire = wire;
  }

  /** The name in commands and logs. */
  public String wireName() {
    return wire;
  }

  /** All of them by their names, in a fixed order. */
  public static List<TitledKey> keys() {
    return Stream.of(values()).map(reason -> TitledKey.of(reason.wire)).toList();
  }

  /** Whether it is the name of one of the reasons. */
  public static boolean isKnown(String name) {
    for (VoidReason reason : values()) {
      if (reason.wire.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
