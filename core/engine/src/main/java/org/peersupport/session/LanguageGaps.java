package org.peersupport.session;

import java.util.List;
import java.util.Set;

/**
 * What a language file lacks, beside the English one. Immutable.
 *
 * @param missing the keys that only English has: these sentences are said in English
 * @param unknown the keys that English does not have: these sentences are never said
 * @param places the keys whose sentences have other places to fill in, in the order of the keys
 */
public record LanguageGaps(List<String> missing, List<String> unknown, List<Places> places) {
  /**
   * The places of a sentence that differ, such as {@code steps} for <code>{steps}</code>; that
   * something stands at the start of a sentence, as in <code>{Steps}</code>, is no difference.
   *
   * @param key the key of the sentence
   * @param missing what only the English sentence says
   * @param unknown what only this sentence has, so that nothing is filled in
   */
  public record Places(String key, Set<String> missing, Set<String> unknown) {
    /** Copies the sets. */
    public Places {
      missing = Set.copyOf(missing);
      unknown = Set.copyOf(unknown);
    }
  }

  /** Copies the lists. */
  public LanguageGaps {
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
    places = List.copyOf(places);
  }

  /** Whether the file says everything that English says, and nothing else. */
  public boolean isEmpty() {
    return missing.isEmpty() && unknown.isEmpty() && places.isEmpty();
  }
}
