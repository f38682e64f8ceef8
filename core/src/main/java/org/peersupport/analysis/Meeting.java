package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peersupport.internal.automaton.Pair;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;

/** Two protocols side by side, seen from the first. */
final class Meeting {
  final Model first;
  final Model second;
  final Pair pair;
  private final Matching matching;

  Meeting(Protocol first, Protocol second, Matching matching) {
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
    Rehearsal rehearsal = new Rehearsal(second.protocol);
    Rehearsal.Refused refused = null;
    int at = 0;
    while (refused == null && at < activities.length) {
      Optional<Activity> activity = inSecond(first.activity(activities[at++]));
      refused =
          activity.isPresent()
              ? rehearsal.act(activity.get())
              : new Rehearsal.Refused(
                  List.of(),
                  second.protocol.reference()
                      + " does not have it. If it has it under another name, a mapping says so.");
    }
    if (refused == null) {
      at++;
      refused = rehearsal.close();
    }
    if (refused == null) {
      throw new AssertionError("a conversation that is refused was accepted");
    }
    return new Disagreement(
        first.protocol.reference(),
        second.protocol.reference(),
        conversation,
        at,
        refused.rules(),
        told(conversation, at, refused));
  }

  private String told(List<String> conversation, int at, Rehearsal.Refused refused) {
    Speech speech = new Speech(first.protocol, Locale.ROOT);
    List<String> steps = new ArrayList<>();
    for (String act : conversation) {
      steps.add(speech.step(act));
    }
    String by = refused.rules().isEmpty() ? "" : " by " + Sentences.rules(refused.rules());
    return first.protocol.reference()
        + " allows: "
        + String.join(", ", steps)
        + ". "
        + second.protocol.reference()
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
