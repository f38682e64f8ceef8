package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.search.Pair;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;

/** Two protocols side by side, seen from the first. */
final class Meeting {
  final Model first;
  final Model second;
  final Pair pair;
  private final Matching matching;
  private final String firstName;
  private final String secondName;

  Meeting(Protocol first, Protocol second, Matching matching) {
    this(first, first.reference(), second, second.reference(), matching);
  }

  Meeting(Protocol first, String firstName, Protocol second, String secondName, Matching matching) {
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
    this.pair = new Pair(this.first.rules, this.second.rules, match);
  }

  BitSet mandatoryOfSecond() {
    return pair.ofSecond(second.mandatory);
  }

  /** What the second protocol calls the activity, if it knows it. */
  Optional<Activity> inSecond(Activity activity) {
    return matching.image(activity).filter(second.protocol.activities()::contains);
  }

  /** Where and why the second protocol refuses a conversation of the first. */
  Disagreement disagreement(int[] activities) {
    List<String> conversation = first.closing(activities);
    Refusal refusal =
        refusal(new Rehearsal(first.protocol), new Rehearsal(second.protocol), activities, 0, null);
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
  private record Refusal(int at, Rehearsal.Refused refused) {}

  /**
   * What the second protocol refuses in a conversation that the first one accepts. Where a referral
   * is pending beside a connected one, a lapse may be of either: it is of one of which that holds.
   */
  private @Nullable Refusal refusal(
      Rehearsal one, Rehearsal two, int[] activities, int place, @Nullable Refusal soFar) {
    if (place == activities.length) {
      if (one.close() != null) {
        return null;
      }
      if (soFar != null) {
        return soFar;
      }
      Rehearsal.Refused refused = two.close();
      return refused == null ? null : new Refusal(place + 1, refused);
    }
    Activity activity = first.activity(activities[place]);
    for (int i = 0; i < (activity.kind() == ActivityKind.LAPSE ? 2 : 1); i++) {
      Rehearsal next = one.copy();
      if (next.act(activity, i == 1) == null) {
        Rehearsal there = two.copy();
        Rehearsal.Refused refused = soFar == null ? inSecond(there, activity, i == 1) : null;
        Refusal now = refused == null ? soFar : new Refusal(place + 1, refused);
        Refusal found = refusal(next, there, activities, place + 1, now);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private Rehearsal.@Nullable Refused inSecond(
      Rehearsal rehearsal, Activity activity, boolean latest) {
    Optional<Activity> there = inSecond(activity);
    return there.isPresent()
        ? rehearsal.act(there.get(), latest)
        : new Rehearsal.Refused(
            List.of(),
            secondName + " has nothing that stands for it; a mapping can say what does.");
  }

  private String told(List<String> conversation, int at, Rehearsal.Refused refused) {
    Speech speech = new Speech(first.protocol, Locale.ROOT);
    List<String> steps = new ArrayList<>();
    for (String act : conversation) {
      steps.add(speech.step(act));
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
