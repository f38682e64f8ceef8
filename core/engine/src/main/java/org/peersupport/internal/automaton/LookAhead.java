package org.peersupport.internal.automaton;

/**
 * Looks for a way to a close without knowing the space: depth first, the first moves first, each
 * state once, and giving up early. What it finds is true; that it finds nothing means nothing.
 */
final class LookAhead {
  private static final int PATIENCE = 256;

  private final RuleSystem rules;
  private final StateCodec codec;
  private final int[] moves;
  private final StateTable found;
  private final StateTable seen;
  private int patience = PATIENCE;

  private LookAhead(RuleSystem rules, StateCodec codec, int[] moves, StateTable found) {
    this.found = found;
    this.rules = rules;
    this.codec = codec;
    this.moves = moves;
    this.seen = new StateTable(codec.words());
  }

  /**
   * Whether a way to a close was found.
   *
   * @param found the states that are known to lead to a close; those on a way that is found are
   *     added
   */
  static boolean finds(
      RuleSystem rules, StateCodec codec, int[] moves, StateTable found, long[] state) {
    LookAhead look = new LookAhead(rules, codec, moves, found);
    look.seen.intern(state);
    return look.from(state);
  }

  private boolean from(long[] state) {
    if (found.find(state) >= 0 || codec.accepts(state)) {
      return true;
    }
    for (int activity : moves) {
      int x = rules.resource(activity);
      if (codec.allows(state, activity) && (x < 0 || !codec.shadowed(state, x))) {
        long[] next = state.clone();
        if (codec.step(next, activity) && isNew(next) && from(next)) {
          found.intern(state);
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNew(long[] next) {
    codec.sort(next);
    int before = seen.size();
    seen.intern(next);
    return seen.size() > before && patience-- > 0;
  }
}
