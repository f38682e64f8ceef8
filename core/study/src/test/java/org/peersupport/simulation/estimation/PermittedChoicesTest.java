package org.peersupport.simulation.estimation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.internal.study.Choices;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.simulation.Inside;
import org.peersupport.simulation.TransitionTable;

/** Weights are those that make what was chosen most likely, given what was permitted. */
class PermittedChoicesTest {
  private static final String A = "begin:a";
  private static final String B = "begin:b";
  private static final String C = "begin:c";
  private static final String CLOSE = "close";

  private static final Protocol FREE = free().build();

  /** There is no c before b. */
  private static final Protocol ORDERED =
      free().rule(Rule.of("b-first", Template.PRECEDENCE, List.of(B), List.of(C))).build();

  private static ProtocolBuilder free() {
    ProtocolBuilder builder = ProtocolBuilder.of("abc", "1.0.0").title("Abc").source("A test");
    for (String key : List.of("a", "b", "c")) {
      builder.element(Element.optional(key, key, "To talk.").asRepeatable());
    }
    return builder;
  }

  private static void talk(BehaviourEstimation estimation, int times, String... choices) {
    for (int i = 0; i < times; i++) {
      ObservedConversation talk = estimation.conversation("s");
      for (String choice : choices) {
        talk.next(choice, Instant.EPOCH);
      }
    }
  }

  private static SortedMap<String, Double> after(EstimatedBehaviour estimated, String activity) {
    return requireNonNull(estimated.behaviour().after().get(activity));
  }

  @Example
  void a_choice_weighs_what_it_did_where_it_was_permitted() {
    BehaviourEstimation estimation = BehaviourEstimation.of(ORDERED);
    talk(estimation, 30, A, CLOSE);
    talk(estimation, 10, A, B, A, CLOSE);
    talk(estimation, 20, B, A, C, CLOSE);
    talk(estimation, 15, B, A, B, CLOSE);
    talk(estimation, 35, B, A, CLOSE);

    // After a: of b and close, 10 and 30; of b, c and close, 15, 20 and 45. So a quarter is c where
    // it is permitted, and of b and close 25 and 75 came wherever.
    SortedMap<String, Double> row = after(estimation.estimate("ours", 0), A);
    assertThat(row).containsOnlyKeys(B, C, CLOSE);
    assertThat(row.get(B)).isCloseTo(22.5, within(1e-9));
    assertThat(row.get(C)).isCloseTo(30, within(1e-9));
    assertThat(row.get(CLOSE)).isCloseTo(67.5, within(1e-9));
  }

  @Example
  void what_was_never_permitted_in_a_row_has_the_smoothing_alone() {
    BehaviourEstimation estimation = BehaviourEstimation.of(ORDERED);
    talk(estimation, 30, A, CLOSE);
    talk(estimation, 10, A, B, C, CLOSE);

    assertThat(after(estimation.estimate("ours", 0.5), A))
        .isEqualTo(Map.of(A, 0.5, B, 10.5, C, 0.5, CLOSE, 30.5));
  }

  @Example
  void what_is_held_out_is_judged_given_what_was_permitted() {
    BehaviourEstimation estimation = BehaviourEstimation.holdingOut(ORDERED, 0.3);
    ObservedConversation one = estimation.conversation("s-1");
    ObservedConversation two = estimation.conversation("s-2"); // held out
    for (String choice : List.of(A, B, C, CLOSE)) {
      one.next(choice, Instant.EPOCH);
      two.next(choice, Instant.EPOCH);
    }
    HeldOut heldOut = estimation.estimate("ours", 0.5).heldOut().orElseThrow();

    // There are a, b, c and close, and c is permitted after b alone. Everywhere else three were.
    double expected =
        2 * Math.log(1.5 / 2.5) + Math.log(1.5 / 3) + Math.log(1.5 / 3); // c's half stays out
    assertThat(heldOut.logLikelihood()).isCloseTo(expected, within(1e-12));
    assertThat(heldOut.evenlyPerActivity())
        .isCloseTo(-(2 * Math.log(3) + 2 * Math.log(4)) / 4, within(1e-12));
  }

  @Property(tries = 100)
  void where_nothing_is_refused_weights_are_counts_and_smoothing(@ForAll long seed) {
    Random random = new Random(seed);
    BehaviourEstimation estimation = BehaviourEstimation.of(FREE);
    for (int talks = 0; talks < 30; talks++) {
      List<String> choices = new ArrayList<>();
      for (int i = random.nextInt(10); i > 0; i--) {
        choices.add(List.of(A, B, C).get(random.nextInt(3)));
      }
      choices.add(CLOSE);
      talk(estimation, 1, choices.toArray(new String[0]));
    }
    double smoothing = random.nextInt(3) == 0 ? 0 : random.nextDouble();
    EstimatedBehaviour estimated = estimation.estimate("ours", smoothing);

    estimated
        .after()
        .forEach(
            (activity, row) -> {
              SortedMap<String, Double> expected = new TreeMap<>();
              for (String choice : List.of(A, B, C, CLOSE)) {
                double weight = row.counts().getOrDefault(choice, 0L) + smoothing;
                if (weight > 0 && (smoothing == 0 || occurs(estimated, choice))) {
                  expected.put(choice, weight);
                }
              }
              assertThat(after(estimated, activity)).isEqualTo(expected);
            });
  }

  private static boolean occurs(EstimatedBehaviour estimated, String choice) {
    return estimated.behaviour().otherwise().containsKey(choice);
  }

  // --- the maximum

  @Property(tries = 60)
  void a_search_finds_no_better_weights(@ForAll long seed) {
    Random random = new Random(seed);
    int choices = 2 + random.nextInt(3);
    double[] truth = new double[choices];
    Arrays.setAll(truth, i -> Math.exp(2 * random.nextGaussian()));
    double[] made = new double[choices];
    Arrays.fill(made, 0.5);
    List<MmAlgorithm.ChoiceSet> sets = new ArrayList<>();
    int[] all = new int[choices];
    Arrays.setAll(all, i -> i);
    sets.add(new MmAlgorithm.ChoiceSet(all, 0.5 * choices));
    for (int i = 0; i < 4; i++) {
      int[] set = Arrays.stream(all).filter(place -> random.nextBoolean()).toArray();
      if (set.length > 0) {
        int times = 1 + random.nextInt(1_000);
        sets.add(new MmAlgorithm.ChoiceSet(set, times));
        for (int n = 0; n < times; n++) {
          made[drawn(truth, set, random)]++;
        }
      }
    }
    MmAlgorithm found = MmAlgorithm.of(made, sets);

    double[] best = searched(made, sets);
    double sum = Arrays.stream(best).map(Math::exp).sum();
    double whole = Arrays.stream(made).sum();
    assertThat(found.isSettled()).isTrue();
    for (int i = 0; i < choices; i++) {
      double expected = Math.exp(best[i]) / sum;
      assertThat(found.weight(i) / whole).isCloseTo(expected, within(1e-4 * expected + 1e-9));
    }
  }

  private static int drawn(double[] weights, int[] set, Random random) {
    double sum = Arrays.stream(set).mapToDouble(place -> weights[place]).sum();
    double left = random.nextDouble() * sum;
    for (int place : set) {
      left -= weights[place];
      if (left < 0) {
        return place;
      }
    }
    return set[set.length - 1];
  }

  private static double likelihood(double[] logs, double[] made, List<MmAlgorithm.ChoiceSet> sets) {
    double likelihood = 0;
    for (int i = 0; i < logs.length; i++) {
      likelihood += made[i] * logs[i];
    }
    for (MmAlgorithm.ChoiceSet set : sets) {
      double sum = Arrays.stream(set.places()).mapToDouble(place -> Math.exp(logs[place])).sum();
      likelihood -= set.times() * Math.log(sum);
    }
    return likelihood;
  }

  /** The logarithms of the weights, by trying steps in every direction, each time finer ones. */
  private static double[] searched(double[] made, List<MmAlgorithm.ChoiceSet> sets) {
    double[] logs = new double[made.length];
    double best = likelihood(logs, made, sets);
    for (double step = 1; step > 1e-7; step /= 2) {
      for (boolean better = true; better; ) {
        better = false;
        // The likelihood depends on differences alone; every subset of the choices moves together.
        for (int moved = 1; moved < (1 << logs.length) - 1; moved++) {
          double[] tried = logs.clone();
          for (int i = 0; i < tried.length; i++) {
            tried[i] += (moved >> i & 1) * step;
          }
          double likelihood = likelihood(tried, made, sets);
          if (likelihood > best + 1e-12) {
            logs = tried;
            best = likelihood;
            better = true;
          }
        }
      }
    }
    return logs;
  }

  // --- what was permitted

  private static List<String> when(
      Permissions permissions, Choices choices, int state, String text) {
    return permissions.set(permissions.when(state, choices.number(text))).stream()
        .mapToObj(choices::text)
        .filter(each -> !each.startsWith("end:"))
        .toList();
  }

  @Example
  void what_came_although_it_was_refused_was_chosen_from_the_permitted_and_itself() {
    TransitionTable table = TransitionTable.of(ORDERED);
    Choices choices = Inside.choices(table);
    Permissions permissions = new Permissions(table, choices);

    assertThat(when(permissions, choices, permissions.start(), A)).containsExactly(A, B, CLOSE);
    assertThat(when(permissions, choices, permissions.start(), C)).containsExactly(A, B, C, CLOSE);

    // The rule that was departed from binds no more.
    int departed = permissions.after(permissions.start(), choices.number(C));
    assertThat(when(permissions, choices, departed, A)).containsExactly(A, B, C, CLOSE);
  }

  @Example
  void what_cannot_be_followed_counts_with_all_choices() {
    TransitionTable table = TransitionTable.of(ORDERED);
    Choices choices = Inside.choices(table);
    Permissions permissions = new Permissions(table, choices);

    assertThat(when(permissions, choices, Permissions.LOST, A)).containsExactly(A, B, C, CLOSE);
    assertThat(permissions.after(Permissions.LOST, choices.number(A))).isEqualTo(Permissions.LOST);
  }
}
