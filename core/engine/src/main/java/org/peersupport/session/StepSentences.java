package org.peersupport.session;

import java.util.List;
import java.util.Map;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;

/** The sentences that say what to do next, a few steps in each. */
final class StepSentences {
  /** More steps than these are hard to keep in mind. */
  private static final int AT_ONCE = 4;

  private static final String AFTER = "remedy.after";

  private final Wording wording;
  private final Nouns nouns;

  StepSentences(Wording wording, Nouns nouns) {
    this.wording = wording;
    this.nouns = nouns;
  }

  /** What people call the parts of a protocol. */
  static Nouns nouns(Wording wording, Protocol protocol) {
    return new Nouns(
        wording, kind -> ActivityKind.named(kind).map(protocol::titles).orElse(Map.of()));
  }

  /**
   * The steps in sentences.
   *
   * @param first the key of the first sentence; another one begins the rest
   */
  String say(String first, List<Activity> steps) {
    StringBuilder said = new StringBuilder();
    for (int from = 0; from < steps.size(); from += AT_ONCE) {
      List<Activity> some = steps.subList(from, Math.min(from + AT_ONCE, steps.size()));
      String joined = joined(some);
      String key = from == 0 ? first : AFTER;
      said.append(from == 0 ? "" : " ")
          .append(wording.say(key, Map.of("steps", joined, "Steps", Nouns.capital(joined))));
    }
    return said.toString();
  }

  /** The steps that come when others have been told. */
  String after(List<Activity> steps) {
    return say(AFTER, steps);
  }

  private String joined(List<Activity> steps) {
    String said = "";
    ActivityKind before = null;
    for (Activity activity : steps) {
      ActivityKind kind = activity.kind();
      boolean again = kind == before && kind == ActivityKind.BEGIN;
      String title = nouns.title(kind.wireName(), activity.qualifier());
      String step =
          wording.say(again ? "quote" : "step." + kind.wireName(), Map.of("title", title));
      said =
          said.isEmpty() ? step : wording.say("remedy.join", Map.of("before", said, "next", step));
      before = kind;
    }
    return said;
  }
}
