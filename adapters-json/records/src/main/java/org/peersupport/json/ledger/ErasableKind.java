package org.peersupport.json.ledger;

import org.jspecify.annotations.Nullable;

/** The kinds of values that can be erased, each with the letter that its labels begin with. */
enum ErasableKind {
  SESSION(0, 's', "session", true, true),
  PARTICIPANT(1, 'p', "participant", true, true),
  ROLE(2, 'o', "role", false, true),
  DEPARTMENT(3, 'd', "department", false, true),
  REFERRAL(4, 'r', "referral", true, true),
  FOLLOWED(5, 'f', "followed", true, true),
  TEXT(6, 't', "text", false, false),
  COMMAND(7, 'c', "command", true, false);

  private static final int DIGITS = 9;

  private final int index;
  private final char letter;
  private final String word;
  private final boolean id;
  private final boolean shared;

  ErasableKind(int place, char letter, String word, boolean id, boolean shared) {
    this.index = place;
    this.letter = letter;
    this.word = word;
    this.id = id;
    this.shared = shared;
  }

  /** Its place in a table of all kinds. */
  int index() {
    return index;
  }

  /** The word that goes into the commitment. */
  String word() {
    return word;
  }

  /** Whether it is an opaque id. */
  boolean isId() {
    return id;
  }

  /** Whether equal values of a session have one label, because it matters that they are equal. */
  boolean isShared() {
    return shared;
  }

  /** The label of the one with this number, from 1. */
  String label(int number) {
    return letter + Integer.toString(number);
  }

  /** The kind that the label is of; null when it is no label. */
  static @Nullable ErasableKind of(String label) {
    if (numberOf(label) > 0) {
      for (ErasableKind kind : values()) {
        if (kind.letter == label.charAt(0)) {
          return kind;
        }
      }
    }
    return null;
  }

  /** The number in a label; 0 when it is none. */
  static int numberOf(String label) {
    int length = label.length();
    if (length < 2 || length > DIGITS + 1 || label.charAt(1) == '0') {
      return 0;
    }
    int number = 0;
    for (int i = 1; i < length; i++) {
      char c = label.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }
}
