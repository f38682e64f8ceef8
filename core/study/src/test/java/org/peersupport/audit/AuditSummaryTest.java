package org.peersupport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.Histories;

class AuditSummaryTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static AuditSummary summary(Protocol protocol, List<List<Event>> histories) {
    AuditSummary summary = new AuditSummary();
    histories.forEach(history -> summary.add(SessionAudit.of(protocol, history)));
    return summary;
  }

  private static RuleCount count(AuditSummary summary, String rule) {
    ProtocolSummary by = summary.protocols().get(0);
    for (int r = 0; r < by.rules().size(); r++) {
      if (by.protocol().expandedRules().get(r).id().equals(rule)) {
        return by.rules().get(r);
      }
    }
    throw new AssertionError(rule);
  }

  @Example
  void a_rule_that_was_overridden_is_told_from_one_that_was_broken() {
    List<Event> overridden = Histories.told(AMA, "begin:reach-out", "!offer:chaplaincy");
    List<Event> broken = new ArrayList<>(overridden);
    broken.set(2, Histories.departing(List.of(), overridden.get(2)));

    RuleCount count =
        count(summary(AMA, List.of(overridden, overridden, broken)), "offers-in-their-place");

    assertThat(count.violated()).isEqualTo(3);
    assertThat(count.departed()).isEqualTo(2);
  }

  @Example
  void a_rule_of_a_conflict_is_broken() {
    List<Event> history =
        Histories.numbered(
            Histories.told(AMA, "begin:reach-out", "begin:invite-and-listen").stream()
                .filter(each -> each.seq() != 2)
                .toList());

    AuditSummary summary = summary(AMA, List.of(history));

    assertThat(count(summary, "order.skip").violated()).isEqualTo(1);
    assertThat(count(summary, "order.skip").departed()).isZero();
  }

  @Example
  void advice_that_was_not_followed_is_never_broken() {
    List<Event> history =
        Histories.told(
            AMA,
            "begin:reach-out",
            "begin:invite-and-listen",
            "begin:offer-resources",
            "offer:information-sheet",
            "decline:information-sheet",
            "begin:close-with-thank-you",
            "thank:work+sharing",
            "concern:elevated",
            "close");

    RuleCount count = count(summary(AMA, List.of(history)), "thanks-come-last");

    assertThat(List.of(count.violated(), count.departed())).containsOnly(1L);
  }

  @Property(tries = 300)
  void of_what_the_engine_has_recorded_no_rule_is_broken(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Histories.protocol(random);
    List<Event> history = Histories.random(protocol, random, 1 + random.nextInt(30));

    assertThat(summary(protocol, List.of(history)).protocols().get(0).rules())
        .allMatch(count -> count.violated() == count.departed());
  }

  @Example
  void corrected_events_are_counted_in_all_sessions() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out"));
    history.add(SessionAuditTest.correction(3, 2, "sup-1"));

    assertThat(summary(AMA, List.of(history, history)).corrections()).isEqualTo(2);
    assertThat(new AuditSummary().corrections()).isZero();
  }
}
