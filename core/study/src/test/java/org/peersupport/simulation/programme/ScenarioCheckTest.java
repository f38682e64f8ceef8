package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Pairing;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.UsualTalk;

class ScenarioCheckTest {
  private final Scenario good =
      Scenario.of("good", Programmes.START, 12, Referrals.perMonth(3))
          .supportedBy(Programmes.supporters("one", 1, "medicine", 3));

  private static List<String> problems(Scenario scenario, ConversationChain chain) {
    return ScenarioCheck.of(scenario, chain.protocol()).stream()
        .map(problem -> problem.code().wireName() + " " + problem.pointer())
        .toList();
  }

  private static List<String> problems(Scenario scenario) {
    return problems(scenario, UsualTalk.chain());
  }

  @Test
  void a_scenario_in_order_has_no_problem() {
    assertThat(problems(good)).isEmpty();
  }

  @Test
  void every_problem_is_told_in_document_order() {
    Lognormal wide = new Lognormal(Duration.ZERO, 5);
    Scenario bad =
        Scenario.of("Not A Key", LocalDate.of(10_000, 1, 1), 0, Referrals.perMonth(-1))
            .titled(" ", "")
            .from(new Department("", 1), new Department("a", Double.NaN), new Department("a", 0))
            .supportedBy(
                new SupporterGroup("s", 2, "", List.of(new OpenHours(List.of(), 0, 60)), 0),
                new SupporterGroup(
                    "s-1",
                    1,
                    "a",
                    List.of(new OpenHours(List.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY), 60, 60)),
                    1),
                new SupporterGroup("t", 1_001, "a", List.of(), 1))
            .contacting(new Contact(Optional.of(wide), Duration.ZERO, 1.5, Optional.of(wide)))
            .talking(
                new Talks("p", "b", 0.5, List.of(0.0, -1.0), Optional.of(wide), List.of("no-such")))
            .publishing(
                List.of(
                    new Published(Metric.REFERRED, Double.NaN, Role.INPUT, ""),
                    new Published(Metric.REFERRED, 1, Role.INPUT, "")));

    assertThat(problems(bad))
        .containsExactly(
            "scenario.ill-formed /id",
            "scenario.missing /title",
            "scenario.missing /source",
            "scenario.out-of-range /start",
            "scenario.out-of-range /months",
            "scenario.out-of-range /referrals/perMonth",
            "scenario.missing /departments/0/name",
            "scenario.out-of-range /departments/1/weight",
            "scenario.duplicate /departments/2/name",
            "scenario.missing /supporters/0/department",
            "scenario.missing /supporters/0/hours/0/days",
            "scenario.out-of-range /supporters/0/mostCases",
            "scenario.duplicate /supporters/1/id",
            "scenario.duplicate /supporters/1/hours/0/days",
            "scenario.out-of-range /supporters/1/hours/0/to",
            "scenario.out-of-range /supporters/2/count",
            "scenario.out-of-range /supporters",
            "scenario.out-of-range /contact/delay/median",
            "scenario.out-of-range /contact/delay/sigma",
            "scenario.out-of-range /contact/limit",
            "scenario.out-of-range /contact/declines",
            "scenario.out-of-range /contact/declining/median",
            "scenario.out-of-range /contact/declining/sigma",
            "scenario.contradiction /conversations/number",
            "scenario.out-of-range /conversations/number/1",
            "scenario.out-of-range /conversations/between/median",
            "scenario.out-of-range /conversations/between/sigma",
            "scenario.unknown /conversations/referringOn/0",
            "scenario.out-of-range /published/0/value",
            "scenario.duplicate /published/1/figure");
  }

  @Test
  void a_day_that_stands_twice_is_called_a_day() {
    OpenHours twice = OpenHours.of(9, 10, DayOfWeek.MONDAY, DayOfWeek.MONDAY);
    Scenario bad = good.supportedBy(new SupporterGroup("s", 1, "a", List.of(twice), 1));

    assertThat(ScenarioCheck.of(bad, UsualTalk.chain().protocol()))
        .extracting(ScenarioProblem::explanation)
        .containsExactly("A day of the week stands here twice; keep one of them.");
  }

  @Test
  void a_table_has_a_number_for_each_month() {
    assertThat(problems(good.referring(new Referrals(List.of(1.0, 2.0)))))
        .containsExactly("scenario.contradiction /referrals/byMonth");
    assertThat(problems(good.referring(new Referrals(List.of()))))
        .containsExactly("scenario.contradiction /referrals/byMonth");
    assertThat(
            problems(
                good.referring(
                    new Referrals(
                        IntStream.range(0, 12)
                            .mapToObj(m -> m == 4 ? Double.POSITIVE_INFINITY : 1.0)
                            .toList()))))
        .containsExactly(
            "scenario.out-of-range /referrals/byMonth/4", "scenario.out-of-range /referrals");
  }

  @Test
  void a_programme_has_supporters_and_not_too_many_of_anything() {
    assertThat(problems(good.supportedBy())).containsExactly("scenario.missing /supporters");
    assertThat(problems(good.referring(Referrals.perMonth(100_000))))
        .containsExactly("scenario.out-of-range /referrals");
    assertThat(
            problems(
                good.talking(
                    new Talks(
                        "p", "b", 0, Collections.nCopies(101, 1.0), Optional.empty(), List.of()))))
        .containsExactly("scenario.out-of-range /conversations/number");
  }

  @Test
  void nothing_is_drawn_where_nothing_is_weighed() {
    assertThat(problems(good.from(new Department("a", 0))))
        .containsExactly("scenario.out-of-range /departments");
  }

  @Test
  void somebody_fits_the_people_of_every_department() {
    ConversationChain same = Programmes.paired(Pairing.SAME);

    assertThat(problems(good, same)).containsExactly("scenario.nobody-fits /departments");
    assertThat(
            problems(
                good.from(
                    new Department("medicine", 1),
                    new Department("surgery", 1),
                    new Department("closed", 0)),
                same))
        .containsExactly("scenario.nobody-fits /departments/1");
    assertThat(
            problems(
                good.from(new Department("medicine", 1)), Programmes.paired(Pairing.DIFFERENT)))
        .containsExactly("scenario.nobody-fits /departments/0");
  }

  @Test
  void a_simulation_refuses_a_scenario_with_problems_and_names_them() {
    assertThatThrownBy(() -> ProgrammeSimulation.of(good.supportedBy(), UsualTalk.chain(), 1))
        .hasMessageStartingWith("the scenario has 1 problem:\n/supporters: ")
        .asInstanceOf(type(InvalidScenarioException.class))
        .satisfies(e -> assertThat(e.problems()).hasSize(1));
  }
}
