package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
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

  ProtocolPair(Protocol first, Protocol second, Matching matching) {
    this(first, first.reference(), second, second.reference(), matching);
  }

  ProtocolPair(
      Protocol first, String firstName, Protocol second, String secondName, Matching matching) {
    this.firstName = firstName;
    this.secondName = secondName;
    this.first = new Model(first);
    this.second = new Model(second);
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
        refusal(new DryRun(first.protocol), new DryRun(second.protocol), activities, 0, null);
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
            List.of(),
            secondName + " has nothing that stands for it; a mapping can say what does.");
  }

  private String told(List<String> conversation, int at, DryRun.Refused refused) {
    Phrasebook phrases = new Phrasebook(first.protocol, Locale.ROOT);
    List<String> steps = new ArrayList<>();
    for (String act : conversation) {
      steps.add(phrases.step(act));
    }
    String by = refused.rules().isEmpty() ? "" : " by " + Sentences.rules(refused.rules());
    return firstName
        + " allows: "
        + String.join(", ", steps)
        + ". "
        + secondName
        + " refuses "
        + steps.get(at - 1)
        + " (place "
        + at
        + ")"
        + by
        + ": "
        + refused.explanation();
  }
}
