package org.peersupport.json.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What must be remembered of one session: how far it is, and what its labels stand for. */
final class Track {
  private final int[] introduced = new int[ErasableKind.values().length];
  private final Map<String, String> meanings = new HashMap<>(8);
  private Map<String, Integer> missing = Map.of(); // most sessions never need these two
  private Set<String> erased = Set.of();
  private int seq;
  private long opened;
  private String digest = "";

  int seq() {
    return seq;
  }

  void advance() {
    seq++;
  }

  /** The session was opened then, in milliseconds since 1970; only known where remembered. */
  void open(long at) {
    opened = at;
  }

  long opened() {
    return opened;
  }

  /** Adds what stays of its next event when the session is erased. */
  void addToDigest(byte[] lasting) {
    digest = Hashes.text(Hashes.sha256(Hashes.bytes(digest), lasting));
  }

  /** A hash over what stays of its events, in their order; empty where it was not made. */
  String digest() {
    return digest;
  }

  /** How many labels of this kind there are. */
  int introduced(ErasableKind kind) {
    return introduced[kind.index()];
  }

  boolean knows(String label) {
    ErasableKind kind = ErasableKind.of(label);
    return kind != null && ErasableKind.numberOf(label) <= introduced(kind);
  }

  /**
   * A new label.
   *
   * @param meaning what it stands for; null when that need not be remembered
   */
  void introduce(ErasableKind kind, String label, @Nullable String meaning) {
    introduced[kind.index()]++;
    if (meaning != null) {
      meanings.put(label, meaning);
    }
  }

  /** What the label stands for need not be remembered: no later line means it. */
  void forget(String label) {
    meanings.remove(label);
  }

  /** What the label stands for, or its pseudonym; null when it is not known. */
  @Nullable String meaning(String label) {
    return meanings.get(label);
  }

  /** The label of this kind that stands for the value; null when there is none. */
  @Nullable String label(ErasableKind kind, String value) {
    for (int number = 1; number <= introduced(kind); number++) {
      String label = kind.label(number);
      if (value.equals(meanings.get(label)) && !erased.contains(label)) {
        return label;
      }
    }
    return null;
  }

  /** The line does not say what the label stands for; an erasure must come that says why. */
  void miss(String label, int line) {
    if (missing.isEmpty()) {
      missing = new HashMap<>();
    }
    missing.put(label, line);
  }

  boolean isMissing(String label) {
    return missing.containsKey(label);
  }

  boolean isErased(String label) {
    return erased.contains(label);
  }

  void erase(String label) {
    if (erased.isEmpty()) {
      erased = new HashSet<>();
    }
    missing.remove(label);
    erased.add(label);
  }

  /** Whether something of the session was erased: it takes no more events. */
  boolean isFrozen() {
    return !erased.isEmpty();
  }

  /** The first line that misses something without an erasure that says so; 0 when none does. */
  int firstMissing() {
    return missing.values().stream().mapToInt(line -> line).min().orElse(0);
  }

  /** The labels that are not erased, in their order. */
  Set<String> living() {
    Set<String> living = new TreeSet<>();
    for (ErasableKind kind : ErasableKind.values()) {
      for (int number = 1; number <= introduced(kind); number++) {
        String label = kind.label(number);
        if (!erased.contains(label)) {
          living.add(label);
        }
      }
    }
    return living;
  }
}
