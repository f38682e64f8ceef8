package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Acted;

class ComparisonTest {
  private static final int SESSIONS = 500;

  private static ConversationChain chain(long seed) {
    Random random = new Random(seed);
    Protocol protocol = Acted.protocol(random);
    return ConversationChain.of(protocol, ExactAnalysisTest.any(protocol, random));
  }

  /** A figure of one conversation, by what it means. */
  private static double value(
      ConversationChain chain, DrawnConversation drawn, Quantity quantity, String of) {
    return switch (quantity) {
      case CLOSED -> drawn.ending().equals("close") ? 1 : 0;
      case ENDED -> drawn.ending().startsWith("end:") ? 1 : 0;
      case ENDED_FOR -> drawn.ending().equals("end:" + of) ? 1 : 0;
      case ENDED_IN -> {
        boolean ended = drawn.ending().startsWith("end:");
        yield ended && element(chain, drawn, drawn.activities().size()).equals(of) ? 1 : 0;
      }
      case ACTIVITIES -> drawn.activities().size();
      case DURATION -> drawn.millis();
      case REFUSED -> drawn.refused();
      case WITH_REFUSAL -> drawn.refused() > 0 ? 1 : 0;
      case HAPPENED -> happened(drawn, of);
      case SESSIONS_WITH -> happened(drawn, of) > 0 ? 1 : 0;
      case TIME_IN_ELEMENT -> {
        double sum = 0;
        for (int i = 0; i < drawn.activities().size(); i++) {
          boolean own = drawn.activities().get(i).equals("begin:" + of);
          boolean begins = drawn.activities().get(i).startsWith("begin:");
          boolean in = own || (!begins && element(chain, drawn, i).equals(of));
          sum += in ? drawn.times().get(i) : 0;
        }
        yield sum;
      }
      case REFUSED_BY_RULE, WITH_EVEN_DRAW -> Double.NaN;
    };
  }

  /** How often an activity happened; with a star, whatever it is of. */
  private static long happened(DrawnConversation drawn, String of) {
    return of.endsWith("*")
        ? drawn.activities().stream()
            .filter(each -> each.startsWith(of.substring(0, of.length() - 1)))
            .count()
        : drawn.activities().stream().filter(of::equals).count();
  }

  /** The element that was begun last before the activity of this place, continuous ones apart. */
  private static String element(ConversationChain chain, DrawnConversation drawn, int place) {
    for (int i = place - 1; i >= 0; i--) {
      String activity = drawn.activities().get(i);
      if (activity.startsWith("begin:")) {
        String key = activity.substring("begin:".length());
        if (!chain.protocol().element(key).map(Element::isContinuous).orElseThrow()) {
          return key;
        }
      }
    }
    return "";
  }

  @Property(tries = 60)
  void every_figure_is_what_pairs_of_conversations_come_to(
      @ForAll long one, @ForAll long other, @ForAll long seed) {
    List<ConversationChain> chains = List.of(chain(one), chain(other));
    List<List<DrawnConversation>> drawn =
        chains.stream()
            .map(Conversations::of)
            .map(each -> LongStream.range(0, SESSIONS).mapToObj(n -> each.draw(seed, n)).toList())
            .toList();

    for (ComparedFigure figure : Comparison.of(chains, seed).run(SESSIONS).figures()) {
      if (List.of(Quantity.REFUSED_BY_RULE, Quantity.WITH_EVEN_DRAW).contains(figure.quantity())) {
        continue;
      }
      double[] first = new double[SESSIONS];
      double[] second = new double[SESSIONS];
      double[] differences = new double[SESSIONS];
      for (int n = 0; n < SESSIONS; n++) {
        first[n] = value(chains.get(0), drawn.get(0).get(n), figure.quantity(), figure.of());
        second[n] = value(chains.get(1), drawn.get(1).get(n), figure.quantity(), figure.of());
        differences[n] = second[n] - first[n];
      }
      String what = figure.quantity() + " " + figure.of();
      assertThat(figure.values().get(0).estimate()).as(what).isCloseTo(mean(first), near(first));
      assertThat(figure.values().get(1).estimate()).as(what).isCloseTo(mean(second), near(second));
      ComparedFigure.PairedDifference difference = figure.differences().get(0);
      assertThat(difference.estimate()).as(what).isCloseTo(mean(differences), near(first, second));
      double paired = variance(differences);
      double unpaired = variance(first) + variance(second);
      if (paired > 1e-9 * unpaired) {
        assertThat(difference.reduction())
            .as(what)
            .isCloseTo(unpaired / paired, within(1e-6 * unpaired / paired));
      }
      if (figure.quantity().unit() != Quantity.Unit.SHARE) {
        double margin = SampleMean.Z * Math.sqrt(paired / (SESSIONS - 1));
        assertThat(difference.high() - difference.estimate())
            .as(what)
            .isCloseTo(margin, within(1e-6 * (1 + margin)));
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> near(double[]... all) {
    double sum = 1e-12;
    for (double[] each : all) {
      sum += 1e-9 * Math.abs(mean(each));
    }
    return within(sum);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }

  @Property(tries = 30)
  void each_variant_has_the_figures_of_its_own_simulation(@ForAll long one, @ForAll long seed) {
    ConversationChain first = chain(one);
    ConversationChain second = chain(one + 1);
    SimulationSummary alone = Simulation.of(second, seed).run(SESSIONS);

    SimulationSummary beside =
        Comparison.of(List.of(first, second), seed).run(SESSIONS).variants().get(1);

    assertThat(beside.happened()).isEqualTo(alone.happened());
    assertThat(beside.refusedByRule()).isEqualTo(alone.refusedByRule());
    assertThat(beside.duration()).isEqualTo(alone.duration());
    assertThat(beside.timeInElements()).isEqualTo(alone.timeInElements());
    assertThat(beside.endedIn()).isEqualTo(alone.endedIn());
  }

  @Property(tries = 30)
  void a_variant_does_not_differ_from_itself(@ForAll long one, @ForAll long seed) {
    ConversationChain same = chain(one);

    assertThat(Comparison.of(List.of(same, same), seed).run(SESSIONS).figures())
        .allSatisfy(
            figure -> {
              ComparedFigure.PairedDifference difference = figure.differences().get(0);
              assertThat(difference.estimate()).isZero();
              assertThat(difference.low()).isLessThanOrEqualTo(0);
              assertThat(difference.high()).isGreaterThanOrEqualTo(0);
              // Nothing is left of the variance, and where there was none there is no factor.
              assertThat(difference.reduction()).isIn(Double.POSITIVE_INFINITY, Double.NaN);
            });
  }

  @Property(tries = 15)
  void differences_are_those_that_are_worked_out(@ForAll long one, @ForAll long seed) {
    List<ConversationChain> chains = List.of(chain(one), chain(one + 1));
    int sessions = 50_000;

    List<ComparedFigure> figures =
        Comparison.of(chains, seed)
            .run(sessions)
            .figures(chains.stream().map(ExactAnalysis::of).map(ExactFigures::of).toList());

    for (ComparedFigure figure : figures) {
      ComparedFigure.PairedDifference difference = figure.differences().get(0);
      double error = (difference.high() - difference.low()) / (2 * SampleMean.Z);
      // What is nearly never so may be so a few times less, or not at all; an hour is a long time.
      double once = figure.quantity().unit() == Quantity.Unit.MILLIS ? 3.6e6 : 1;
      double exact = figure.values().get(0).exact() + figure.values().get(1).exact();
      double oneOfMany = 20 * (once + exact) / sessions;
      assertThat(difference.estimate())
          .as(figure.quantity() + " " + figure.of())
          .isCloseTo(difference.exact(), within(5.5 * error + oneOfMany));
    }
  }

  @Example
  void one_thread_or_five_draw_the_same() {
    List<ConversationChain> chains = List.of(chain(1), chain(2), chain(3));

    assertThat(
            Comparison.of(chains, 5).run(43_210, 5, ForkJoinPool.commonPool()).figures().toString())
        .isEqualTo(Comparison.of(chains, 5).run(43_210).figures().toString());
  }

  @Example
  void a_comparison_that_is_stopped_tells_of_the_first_sessions() {
    Comparison comparison = Comparison.of(List.of(chain(1), chain(2)), 5);
    comparison.stop();

    ComparisonSummary summary = comparison.run(100_000);

    assertThat(summary.isPartial()).isTrue();
    assertThat(summary.sessions()).isZero();
    assertThat(comparison.done()).isZero();
    assertThat(summary.figures().get(0).differences().get(0).estimate()).isNaN();
  }

  @Example
  void one_variant_alone_is_not_compared() {
    assertThatThrownBy(() -> Comparison.of(List.of(chain(1)), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Of four sorts of pairs: with both, with the one, with the other, with neither. Figures of R. G.
   * Newcombe, Statistics in Medicine 17, 1998, method 10, and of D. G. Altman et al., Statistics
   * with Confidence, 2000, chapter 6.
   */
  @Example
  void intervals_of_paired_shares_are_the_published_ones() {
    assertInterval(36, 12, 2, 0, 0.0569, 0.3404, 5e-5);
    assertInterval(1, 7, 1, 12, 0.026, 0.507, 5e-4);
  }

  private static void assertInterval(
      long both, long one, long other, long neither, double low, double high, double digits) {
    long n = both + one + other + neither;
    PairedShare pair =
        new PairedShare(new SampleShare(both + other, n), new SampleShare(both + one, n), both);
    assertThat(pair.low()).isCloseTo(low, within(digits));
    assertThat(pair.high()).isCloseTo(high, within(digits));
  }
}
