package org.peersupport.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.internal.study.Choices;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Acted;

/** What is worked out is what comes of conversations that are drawn, by a chain or by hand. */
class ExactAnalysisTest {
  /** So many standard errors off is what one figure in two million is. */
  private static final double FAR = 5;

  /** A behaviour that draws anything after anything, and comes to an end. */
  static Behaviour any(Protocol protocol, Random random) {
    Behaviour behaviour = Behaviour.of("any", row(protocol, random));
    for (Activity activity : protocol.activities()) {
      if (random.nextInt(5) > 0) {
        behaviour = behaviour.after(activity.text(), row(protocol, random));
      }
      if (random.nextBoolean()) {
        Lognormal duration =
            Lognormal.of(Duration.ofSeconds(1 + random.nextInt(900)), random.nextDouble());
        behaviour = behaviour.lasting(activity.text(), duration);
      }
    }
    Map<String, Double> otherwise = row(protocol, random);
    otherwise.put("end:stopped", 1.0);
    return behaviour.otherwise(otherwise);
  }

  private static Map<String, Double> row(Protocol protocol, Random random) {
    Map<String, Double> row = new TreeMap<>();
    List<Activity> activities = protocol.activities();
    for (int i = 0; i < 4; i++) {
      row.put(activities.get(random.nextInt(activities.size())).text(), random.nextDouble());
    }
    row.put("close", random.nextDouble());
    row.put(
        "end:" + EndReason.builtIn().get(random.nextInt(5)).wireName(), 0.2 * random.nextDouble());
    return row;
  }

  @Property(tries = 25)
  void conversations_drawn_by_hand_come_out_as_worked_out(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Acted.protocol(random);
    Behaviour behaviour = any(protocol, random);
    ExactAnalysis exact = ExactAnalysis.of(ConversationChain.of(protocol, behaviour));
    ByHand hand = new ByHand(protocol, behaviour, random);
    int n = 4000;
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> with = new HashMap<>();
    int closed = 0;
    long lengths = 0;
    long refused = 0;
    int withRefusal = 0;
    for (int i = 0; i < n; i++) {
      ByHand.Talk talk = hand.draw();
      List<String> acts = new ArrayList<>(talk.acts());
      talk.acts().forEach(act -> acts.add(act.replaceFirst(":.*", ":*")));
      acts.forEach(act -> counts.merge(act, 1, Integer::sum));
      new HashSet<>(acts).forEach(act -> with.merge(act, 1, Integer::sum));
      withRefusal += talk.refused() > 0 ? 1 : 0;
      closed += talk.last().equals("close") ? 1 : 0;
      lengths += talk.acts().size();
      refused += talk.refused();
    }

    double scale = FAR / Math.sqrt(n);
    double p = exact.closed();
    assertThat((double) closed / n)
        .isCloseTo(p, within(scale * Math.sqrt(Math.max(0, p * (1 - p))) + 1e-9));
    assertThat((double) lengths / n)
        .isCloseTo(
            exact.activities().mean(),
            within(scale * exact.activities().standardDeviation() + 1e-9));
    // An attempt is refused before each step at most.
    assertThat((double) refused / n)
        .isCloseTo(exact.refused(), within(2 * scale * (1 + exact.activities().mean())));
    double q = exact.withRefusal();
    assertThat((double) withRefusal / n)
        .isCloseTo(q, within(scale * Math.sqrt(Math.max(0, q * (1 - q))) + 1e-9));
    exact
        .happened()
        .forEach(
            (act, mean) ->
                assertThat((double) counts.getOrDefault(act, 0) / n)
                    .as(act)
                    .isCloseTo(mean.mean(), within(scale * mean.standardDeviation() + 0.002)));
    exact
        .probabilities()
        .forEach(
            (act, share) ->
                assertThat((double) with.getOrDefault(act, 0) / n)
                    .as(act)
                    .isCloseTo(
                        share,
                        within(scale * Math.sqrt(Math.max(0, share * (1 - share))) + 0.002)));
  }

  @Property(tries = 25)
  void an_even_draw_decides_as_often_as_by_hand(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Acted.protocol(random);
    // Of what comes after every other activity nothing is said.
    Behaviour behaviour = Behaviour.of("curt", row(protocol, random));
    for (Activity activity : protocol.activities()) {
      if (random.nextBoolean()) {
        behaviour = behaviour.after(activity.text(), row(protocol, random));
      }
    }
    ConversationChain chain = ConversationChain.of(protocol, behaviour);
    ByHand hand = new ByHand(protocol, behaviour, random);
    int n = 1000;
    int even = 0;
    for (int i = 0; i < n; i++) {
      even += hand.draw().evenDraws() > 0 ? 1 : 0;
    }

    double p = ExactAnalysis.of(chain).withEvenDraw();
    double far = FAR * Math.sqrt(Math.max(0, p * (1 - p)) / n) + 1e-9;
    assertThat((double) even / n).isCloseTo(p, within(far));
    assertThat(Simulation.of(chain, seed).run(100L * n).withEvenDraw().share())
        .isCloseTo(p, within(far / 10 + 1e-9));
    assertThat(p > 0).isEqualTo(chain.unsaid() > 0);
  }

  @Property(tries = 25)
  void simulated_conversations_come_out_as_worked_out(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Acted.protocol(random);
    ConversationChain chain = ConversationChain.of(protocol, any(protocol, random));

    Agreement.check(Simulation.of(chain, seed).run(100_000), ExactAnalysis.of(chain), FAR);
  }

  @Example
  void a_coin_that_is_tossed_until_it_falls_is_geometric() {
    Protocol protocol = Catalogue.amaSixElements();
    Behaviour behaviour =
        Behaviour.of("again", Map.of("begin:reach-out", 3.0, "end:declined", 1.0))
            .after("begin:reach-out", Map.of("begin:reach-out", 3.0, "end:stopped", 1.0))
            .lasting("begin:reach-out", Lognormal.of(Duration.ofSeconds(10), 0));

    ExactAnalysis exact = ExactAnalysis.of(ConversationChain.of(protocol, behaviour));

    // Failures before the first success, which has the probability 1/4.
    assertThat(exact.activities().mean()).isCloseTo(3, within(1e-12));
    assertThat(exact.activities().variance()).isCloseTo(12, within(1e-10));
    assertThat(exact.duration().orElseThrow().mean()).isCloseTo(30_000, within(1e-7));
    assertThat(exact.duration().orElseThrow().variance()).isCloseTo(12e8, within(1.0));
    assertThat(exact.ended(EndReason.DECLINED)).isCloseTo(0.25, within(1e-15));
    assertThat(exact.ended(EndReason.STOPPED)).isCloseTo(0.75, within(1e-14));
    assertThat(exact.probabilities()).containsEntry("begin:reach-out", 0.75);
    assertThat(exact.closed()).isZero();
  }

  @Example
  void where_staying_is_nearly_certain_all_digits_are_kept() {
    double rare = 0x1.0p-29;
    Behaviour straight =
        Behaviour.of("again", Map.of("begin:reach-out", 1.0))
            .after("begin:reach-out", Map.of("begin:reach-out", 1.0, "end:stopped", rare));

    ExactAnalysis exact =
        ExactAnalysis.of(ConversationChain.of(Catalogue.amaSixElements(), straight));

    double times = 0x1.0p29;
    assertThat(exact.activities().mean()).isCloseTo(1 + times, within(1e-14 * times));
    assertThat(exact.activities().variance())
        .isCloseTo(times * (times + 1), within(1e-14 * times * times));
    assertThat(requireNonNull(exact.happened().get("begin:reach-out")).mean())
        .isCloseTo(1 + times, within(1e-14 * times));
    assertThat(exact.ended(EndReason.STOPPED)).isCloseTo(1, within(1e-14));
  }

  @Example
  void what_is_lost_in_the_rounding_is_told_and_is_no_figure() {
    Protocol protocol = Catalogue.amaSixElements();
    Choices choices = Inside.choices(TransitionTable.of(protocol));
    Row row =
        new Row(
            List.of(choices.number("begin:reach-out"), choices.number("end:declined")),
            List.of(1.0, Double.MIN_VALUE));
    int[] none = {0};
    ConversationChain chain =
        new ConversationChain(
            protocol,
            Behaviour.of("lost", Map.of()),
            new ChainStructure(
                choices,
                List.of(row),
                List.of(),
                OptionalInt.empty(),
                none,
                none,
                new int[] {-1},
                new int[] {2},
                new int[] {0, ChainStructure.ENDED},
                new BitSet(),
                List.of()));

    assertThatThrownBy(() -> ExactAnalysis.of(chain))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("give close or an end more weight");
    assertThatThrownBy(
            () -> new Equations(new Steps(chain.structure())).expected(s -> 1, step -> 0))
        .isInstanceOf(IllegalStateException.class);
    int[] reach = new int[choices.size()];
    Arrays.fill(reach, -1);
    reach[choices.number("begin:reach-out")] = 0;
    assertThatThrownBy(() -> new Equations(new Steps(chain.structure())).ofActs(reach, 1, false))
        .isInstanceOf(IllegalStateException.class);
  }

  @Example
  void a_refused_draw_counts_and_another_is_drawn_from_what_is_left() {
    Behaviour behaviour =
        Behaviour.of("eager", Map.of("close", 3.0, "end:declined", 1.0))
            .otherwise(Map.of("end:stopped", 1.0));

    ExactAnalysis exact =
        ExactAnalysis.of(ConversationChain.of(Catalogue.amaSixElements(), behaviour));

    assertThat(exact.refused()).isCloseTo(0.75, within(1e-15));
    assertThat(exact.ended(EndReason.DECLINED)).isCloseTo(1, within(1e-15));
    int rule =
        Catalogue.amaSixElements().expandedRules().stream()
            .map(each -> each.id())
            .toList()
            .indexOf("thanked-for-work");
    assertThat(exact.refusedByRule().get(rule)).isCloseTo(0.75, within(1e-15));
  }

  @Example
  void where_everything_is_refused_otherwise_is_drawn_and_then_anything_that_is_permitted() {
    Behaviour withOtherwise =
        Behaviour.of("eager", Map.of("close", 1.0)).otherwise(Map.of("end:stopped", 1.0));
    Behaviour without =
        Behaviour.of("eager", Map.of("close", 1.0))
            .after("concern:elevated", Map.of("end:safety", 1.0))
            .after("concern:imminent", Map.of("end:safety", 1.0))
            .after("begin:reach-out", Map.of("end:declined", 1.0))
            .after("offer:emergency-care", Map.of("end:interrupted", 1.0));

    ExactAnalysis one =
        ExactAnalysis.of(ConversationChain.of(Catalogue.amaSixElements(), withOtherwise));
    ExactAnalysis other =
        ExactAnalysis.of(ConversationChain.of(Catalogue.amaSixElements(), without));

    assertThat(one.ended(EndReason.STOPPED)).isEqualTo(1);
    assertThat(one.refused()).isEqualTo(1);
    // Reaching out, two levels of concern, and emergency care are permitted at first.
    assertThat(other.ended(EndReason.SAFETY)).isCloseTo(0.5, within(1e-15));
    assertThat(other.ended(EndReason.DECLINED)).isCloseTo(0.25, within(1e-15));
    assertThat(other.ended(EndReason.INTERRUPTED)).isCloseTo(0.25, within(1e-15));
  }

  /** An oracle that shares nothing with the sweeps: all equations at once, by elimination. */
  @Property(tries = 40)
  void the_equations_are_solved(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Acted.protocol(random);
    ConversationChain chain = ConversationChain.of(protocol, any(protocol, random));
    Steps steps = new Steps(chain.structure());
    if (steps.states() > 300) {
      return;
    }
    double[][] matrix = new double[steps.states()][steps.states() + 1];
    for (int s = 0; s < steps.states(); s++) {
      matrix[s][s] += 1;
      matrix[s][steps.states()] = s + 1;
      for (int step = steps.begin(s); step < steps.end(s); step++) {
        if (steps.target(step) >= 0) {
          matrix[s][steps.target(step)] -= steps.probability(step);
        }
      }
    }

    double[] expected = new Equations(steps).expected(s -> s + 1, steps::target);
    double[] visits = new Equations(steps).visits();

    double[] solution = eliminated(matrix);
    double fromVisits = 0;
    for (int s = 0; s < solution.length; s++) {
      assertThat(expected[s]).isCloseTo(solution[s], within(1e-9 * Math.abs(solution[s])));
      fromVisits += visits[s] * (s + 1);
    }
    assertThat(fromVisits).isCloseTo(solution[0], within(1e-9 * solution[0]));
  }

  private static double[] eliminated(double[][] a) {
    int n = a.length;
    for (int i = 0; i < n; i++) {
      for (int r = i + 1; r < n; r++) {
        double factor = a[r][i] / a[i][i];
        for (int c = i; c <= n && factor != 0; c++) {
          a[r][c] -= factor * a[i][c];
        }
      }
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = a[i][n];
      for (int c = i + 1; c < n; c++) {
        sum -= a[i][c] * x[c];
      }
      x[i] = sum / a[i][i];
    }
    return x;
  }
}
