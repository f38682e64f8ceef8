package org.peersupport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;
import org.peersupport.session.Deviation;
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
  void who_still_waits_is_told_first_and_whatever_else_became_of_the_session() {
    List<Event> open = Histories.told(AMA, "begin:reach-out", "concern:imminent");
    List<Event> ended = Histories.told(AMA, "begin:reach-out", "end:declined", "concern:imminent");
    List<Event> answered =
        Histories.told(AMA, "concern:imminent", "offer:emergency-care", "connect:emergency-care");
    List<Event> broken = new ArrayList<>(open);
    broken.remove(1);

    AuditSummary summary =
        summary(
            AMA,
            List.of(
                Histories.of("open", open),
                Histories.of("ended", ended),
                Histories.of("answered", answered),
                Histories.of("broken", broken)));

    assertThat(summary.urgent()).isEqualTo(3);
    assertThat(summary.urgentSessions())
        .containsExactly(
            new UrgentSession("open", Status.OPEN, List.of("imminent-concern-met")),
            new UrgentSession("ended", Status.ENDED, List.of("imminent-concern-met")),
            new UrgentSession("broken", Status.OPEN, List.of("imminent-concern-met")));
    assertThat(summary.protocols().get(0).urgent()).isEqualTo(2);
  }

  @Example
  void early_ends_are_counted_apart_and_shares_are_of_closed_conversations() {
    List<Event> declined = Histories.told(AMA, "begin:reach-out", "end:declined");
    List<Event> open = Histories.told(AMA, "begin:reach-out");
    List<Event> closed =
        Histories.told(
            AMA,
            "begin:reach-out",
            "begin:invite-and-listen",
            "begin:offer-resources",
            "offer:information-sheet",
            "begin:close-with-thank-you",
            "thank:work+sharing",
            "close");
    List<Event> unthanked = new ArrayList<>(closed);
    unthanked.remove(6);

    AuditSummary summary =
        summary(AMA, List.of(declined, declined, open, closed, Histories.numbered(unthanked)));
    ProtocolSummary by = summary.protocols().get(0);
    int thanked =
        AMA.expandedRules().stream().map(ExpandedRule::id).toList().indexOf("thanked-for-work");

    assertThat(summary.sessions(Status.ENDED)).isEqualTo(2);
    assertThat(summary.sessions(Status.CLOSED)).isEqualTo(2);
    assertThat(summary.sessions(Status.OPEN)).isEqualTo(1);
    assertThat(summary.sessions(Status.CLOSED, SessionVerdict.CONFORMANT)).isEqualTo(1);
    assertThat(summary.sessions(Status.CLOSED, SessionVerdict.DEVIATING)).isEqualTo(1);
    assertThat(summary.sessions(Status.OPEN, SessionVerdict.INCOMPLETE)).isEqualTo(1);
    assertThat(summary.sessions(SessionVerdict.INCOMPLETE)).isEqualTo(3);
    assertThat(by.sessions(Status.ENDED, SessionVerdict.INCOMPLETE)).isEqualTo(2);
    assertThat(by.rulesOfClosed().get(thanked)).isEqualTo(new RuleCount(2, 2, 1, 1, 0, 0, 1));
    assertThat(by.rules().get(thanked)).isEqualTo(new RuleCount(5, 5, 1, 1, 0, 3, 1));
    assertThat(by.reasons()).isEqualTo(Map.of("end:declined", 2L));
    assertThat(by.referrals()).isEqualTo(Map.of("offer:information-sheet", 2L));
  }

  @Example
  void sessions_that_were_entered_in_error_are_listed_and_counted_nowhere() {
    AuditSummary summary =
        summary(
            AMA,
            List.of(
                Histories.of("a", Histories.told(AMA, "begin:reach-out", "void:test")),
                Histories.of("b", Histories.told(AMA, "begin:reach-out"))));

    assertThat(summary.sessions(SessionVerdict.VOIDED)).isEqualTo(1);
    assertThat(summary.voidedSessions()).containsExactly("a");
    assertThat(summary.sessions()).isEqualTo(2);
    assertThat(summary.protocols().get(0).sessions()).isEqualTo(1);
  }

  @Example
  void steps_back_and_clocks_that_are_ahead_are_counted() {
    List<Event> history =
        new ArrayList<>(Histories.told(AMA, "begin:reach-out", "+PT1H", "concern:elevated"));
    history.set(2, Histories.at(history.get(0).at().minusSeconds(1), history.get(2)));
    history.set(
        2, Histories.departing(List.of(Deviation.inFuture(Duration.ofHours(2))), history.get(2)));

    ProtocolSummary by = summary(AMA, List.of(history, history)).protocols().get(0);

    assertThat(by.stepsBack()).isEqualTo(2);
    assertThat(by.departures(DepartureKind.CLOCK)).isEqualTo(2);
    assertThat(by.violations()).isZero();
  }

  @Example
  void corrected_events_are_counted_in_all_sessions() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out"));
    history.add(SessionAuditTest.correction(3, 2, "sup-1"));

    assertThat(summary(AMA, List.of(history, history)).corrections()).isEqualTo(2);
    assertThat(new AuditSummary().corrections()).isZero();
  }
}
