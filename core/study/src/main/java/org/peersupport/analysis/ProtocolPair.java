package org.peersupport.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.search.ProductSystem;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;

/** Two protocols side by side, seen from the first. */
final class ProtocolPair {
  final Model first;
  final Model second;
  final ProductSystem product;
  private final Matching matching;
  private final String firstName;
  private final String secondName;
  private final Locale locale;

  ProtocolPair(Protocol first, Protocol second, Matching matching, Locale locale) {
    this(first, first.reference(), second, second.reference(), matching, locale);
  }

  /**
   * @param locale the language of sentences and titles
   */
  ProtocolPair(
      Protocol first,
      String firstName,
      Protocol second,
      String secondName,
      Matching matching,
      Locale locale) {
    this.firstName = firstName;
    this.secondName = secondName;
    this.locale = locale;
    this.first = new Model(first, locale);
    this.second = new Model(second, locale);
    this.matching = matching;
    int[] match = new int[second.activities().size()];
    Arrays.fill(match, -1);
    for (int a = 0; a < first.activities().size(); a++) {
      int image =
          matching.image(first.activities().get(a)).map(second.activities()::indexOf).orElse(-1);
      if (image >= 0) {
        match[image] = a;
      }
    }
    this.product = new ProductSystem(this.first.rules, this.second.rules, match);
  }

  BitSet mandatoryOfSecond() {
    return product.ofSecond(second.mandatory);
  }

  /** What the second protocol calls the activity, if it knows it. */
  Optional<Activity> inSecond(Activity activity) {
    return matching.image(activity).filter(second.protocol.activities()::contains);
  }

  /** Where and why the second protocol refuses a conversation of the first. */
  Disagreement disagreement(int[] activities) {
    List<String> conversation = first.closing(activities);
    RefusedAct refusal =
        refusal(
            new DryRun(first.protocol, locale),
            new DryRun(second.protocol, locale),
            activities,
            0,
            null);
    if (refusal == null) {
      throw new AssertionError("a conversation that is refused was accepted");
    }
    return new Disagreement(
        firstName,
        secondName,
        conversation,
        refusal.at,
        refusal.refused.rules(),
        told(conversation, refusal.at, refusal.refused));
  }

  /** What is refused, and why. */
  private record RefusedAct(int at, DryRun.Refused refused) {}

  /**
   * What the second protocol refuses in a conversation that the first one accepts. Where a referral
   * is pending beside a connected one, what ends a referral may be of either: it is of one of which
   * that holds.
   */
  private @Nullable RefusedAct refusal(
      DryRun one, DryRun two, int[] activities, int index, @Nullable RefusedAct soFar) {
    if (index == activities.length) {
      if (one.close() != null) {
        return null;
      }
      if (soFar != null) {
        return soFar;
      }
      DryRun.Refused refused = two.close();
      return refused == null ? null : new RefusedAct(index + 1, refused);
    }
    Activity activity = first.activity(activities[index]);
    for (int i = 0; i < (one.isAmbiguous(activity) ? 2 : 1); i++) {
      DryRun next = one.copy();
      if (next.act(activity, i == 1) == null) {
        DryRun there = two.copy();
        DryRun.Refused refused = soFar == null ? inSecond(there, activity, i == 1) : null;
        RefusedAct now = refused == null ? soFar : new RefusedAct(index + 1, refused);
        RefusedAct found = refusal(next, there, activities, index + 1, now);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private DryRun.@Nullable Refused inSecond(DryRun run, Activity activity, boolean latest) {
    Optional<Activity> there = inSecond(activity);
    return there.isPresent()
        ? run.act(there.get(), latest)
        : new DryRun.Refused(
            List.of(), first.phrases.say("difference.unknown", Map.of("second", secondName)));
  }

  private String told(List<String> conversation, int at, DryRun.Refused refused) {
    return first.phrases.say(
        refused.rules().isEmpty() ? "difference" : "difference.rules",
        Map.of(
            "first", firstName,
            "second", secondName,
            "steps", first.phrases.steps(conversation),
            "step", first.phrases.step(conversation.get(at - 1)),
            "count", Integer.toString(at),
            "rules", second.told(refused.rules()),
            "why", refused.explanation()));
  }
}
