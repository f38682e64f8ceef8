package org.peersupport.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.peersupport.internal.study.Choices;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Keys;
import org.peersupport.protocol.Protocol;

/** Whether a behaviour makes sense for a protocol, entry by entry. */
final class BehaviourCheck {
  private final Set<String> activities = new HashSet<>();
  private final Set<String> choices = new HashSet<>();
  private final List<BehaviourProblem> problems = new ArrayList<>();

  private BehaviourCheck(Protocol protocol) {
    protocol.activities().stream().map(Activity::text).forEach(activities::add);
    choices.addAll(activities);
    choices.add(Choices.CLOSE);
    EndReasons.of(protocol).forEach(reason -> choices.add(Choices.end(reason)));
  }

  /** Everything that is wrong, in document order. */
  static List<BehaviourProblem> of(Protocol protocol, Behaviour behaviour) {
    BehaviourCheck check = new BehaviourCheck(protocol);
    if (!Keys.isKey(behaviour.id())) {
      check.report(
          BehaviourProblemCode.ILL_FORMED,
          "/id",
          "An id is lower-case letters, digits and hyphens, at most 63; write it so.");
    }
    check.row("/start", behaviour.start());
    behaviour.after().forEach(check::after);
    if (!behaviour.otherwise().isEmpty()) {
      check.row("/otherwise", behaviour.otherwise());
    }
    behaviour.durations().forEach(check::duration);
    return check.problems;
  }

  private void report(BehaviourProblemCode code, String pointer, String explanation) {
    problems.add(new BehaviourProblem(code, pointer, explanation, List.of()));
  }

  private void after(String activity, SortedMap<String, Double> weights) {
    String pointer = "/after/" + escaped(activity);
    activity(pointer, activity);
    row(pointer, weights);
  }

  private void activity(String pointer, String activity) {
    if (!activities.contains(activity)) {
      report(
          BehaviourProblemCode.UNKNOWN,
          pointer,
          "The protocol has no such activity; take one of its alphabet, such as "
              + activities.stream().sorted().findFirst().orElse("close")
              + ".");
    }
  }

  private void row(String pointer, SortedMap<String, Double> weights) {
    double sum = weights.values().stream().reduce(0.0, Double::sum);
    boolean inRange = true;
    for (Map.Entry<String, Double> each : weights.entrySet()) {
      String place = pointer + "/" + escaped(each.getKey());
      double weight = each.getValue();
      if (!choices.contains(each.getKey())) {
        report(
            BehaviourProblemCode.UNKNOWN,
            place,
            "A choice is an activity of the protocol, close, or end:<reason> with one of the"
                + " reasons that it knows; this is none.");
      }
      if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
        inRange = false;
        report(
            BehaviourProblemCode.OUT_OF_RANGE,
            place,
            "A weight is a number from 0 on; this one is " + weight + ".");
      }
    }
    if (inRange && !(sum > 0 && sum <= Double.MAX_VALUE)) {
      report(
          BehaviourProblemCode.NOTHING_TO_DRAW,
          pointer,
          "Weights have a finite sum that is more than 0, or nothing can be drawn; these come to "
              + sum
              + ".");
    } else if (inRange) {
      weights.forEach((choice, weight) -> share(pointer + "/" + escaped(choice), weight, sum));
    }
  }

  private void share(String place, double weight, double sum) {
    if (weight > 0 && weight / sum < Behaviour.LEAST_SHARE) {
      report(
          BehaviourProblemCode.OUT_OF_RANGE,
          place,
          "A weight is 0, or at least 1e-15 of its row's sum, because draws tell no less from"
              + " nothing; this one is "
              + weight
              + " of "
              + sum
              + ". Leave it out or raise it.");
    }
  }

  private void duration(String activity, Lognormal duration) {
    String pointer = "/durations/" + escaped(activity);
    activity(pointer, activity);
    Duration median = duration.median();
    if (median.compareTo(Lognormal.SHORTEST) < 0 || median.compareTo(Lognormal.LONGEST) > 0) {
      report(
          BehaviourProblemCode.OUT_OF_RANGE,
          pointer + "/median",
          "A median is from ten milliseconds to ten years; this one is "
              + median
              + ". Leave the activity out if it takes no time.");
    }
    if (!(duration.sigma() >= 0 && duration.sigma() <= Lognormal.WIDEST)) {
      report(
          BehaviourProblemCode.OUT_OF_RANGE,
          pointer + "/sigma",
          "A sigma is from 0 to 4; this one is " + duration.sigma() + ".");
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
