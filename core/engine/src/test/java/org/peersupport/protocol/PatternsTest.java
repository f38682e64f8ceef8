package org.peersupport.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A pattern that begins with an exclamation mark takes away again what it matches. */
class PatternsTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static List<String> resolved(String... side) {
    return Patterns.resolved(List.of(side), AMA.activities());
  }

  @Test
  void a_side_that_takes_nothing_away_stays_as_it_is() {
    assertThat(resolved("offer:*", "close")).containsExactly("offer:*", "close");
  }

  @Test
  void what_is_left_is_listed() {
    assertThat(resolved("thank:*", "!thank:work")).containsExactly("thank:sharing");
    assertThat(resolved("!concern:*", "concern:imminent", "begin:reach-out"))
        .containsExactly("begin:reach-out");
    assertThat(resolved("open", "close", "!open", "thank:work", "!thank:sharing"))
        .containsExactly("close", "thank:work");
    assertThat(resolved("!offer:*")).isEmpty();
  }

  @Property(tries = 500)
  void what_is_left_is_what_is_wanted_and_not_taken_away(@ForAll Random random) {
    List<String> side = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      Activity one = AMA.activities().get(random.nextInt(AMA.activities().size()));
      String pattern = random.nextBoolean() ? one.text() : one.kind().text("*");
      boolean takes = random.nextInt(3) == 0;
      (takes ? unwanted : wanted).add(pattern);
      side.add(takes ? "!" + pattern : pattern);
    }

    List<String> left = Patterns.resolved(side, AMA.activities());

    for (Activity activity : AMA.activities()) {
      assertThat(activity.matchesAny(left))
          .as("%s in %s", activity, side)
          .isEqualTo(activity.matchesAny(wanted) && !activity.matchesAny(unwanted));
    }
  }

  @Test
  void rules_and_deadlines_bind_without_what_is_taken_away() {
    Protocol protocol =
        ProtocolBuilder.of("left", "1")
            .title("T")
            .source("S")
            .element(Element.optional("a", "A", "P").asRepeatable())
            .resource(Resource.of("walk", "A walk"))
            .resource(Resource.of("talk", "A talk"))
            .rule(
                Rule.of(
                        "first-{resource}",
                        Template.PRECEDENCE,
                        any("begin:a"),
                        any("offer:*", "!offer:{resource}"))
                    .forEach(Rule.ForEach.RESOURCE))
            .deadline(
                Deadline.of(
                    "soon",
                    any("accept:*", "!accept:walk"),
                    any("connect:*", "lapse:*"),
                    Duration.ofDays(1)))
            .build();

    assertThat(protocol.expandedRules())
        .extracting(rule -> rule.id() + " " + rule.b())
        .containsExactly("first-walk [offer:talk]", "first-talk [offer:walk]");
    assertThat(protocol.rules().get(0).b()).containsExactly("offer:*", "!offer:{resource}");
    assertThat(protocol.expandedDeadlines().get(0).from()).containsExactly("accept:talk");
    assertThat(protocol.expandedDeadlines().get(0).to()).containsExactly("connect:*", "lapse:*");
    assertThat(protocol.deadlines().get(0).from()).containsExactly("accept:*", "!accept:walk");
  }
}
