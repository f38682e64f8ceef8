package org.peersupport.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Histories;
import org.peersupport.session.Metadata;

class SessionAuditTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static final String[] LATE = {
    "begin:reach-out",
    "begin:invite-and-listen",
    "begin:offer-resources",
    "offer:chaplaincy",
    "accept:chaplaincy",
    "+PT100H",
    "connect:chaplaincy"
  };

  private static final String[] WHOLE = {
    "begin:reach-out",
    "begin:invite-and-listen",
    "begin:offer-resources",
    "offer:information-sheet",
    "accept:information-sheet",
    "begin:close-with-thank-you",
    "thank:work+sharing",
    "close"
  };

  @Test
  void a_whole_conversation_is_conformant() {
    SessionReport report = audit(Histories.told(AMA, WHOLE));

    assertThat(report.verdict()).isEqualTo(SessionVerdict.CONFORMANT);
    assertThat(report.violations()).isEmpty();
    assertThat(report.departures()).isEmpty();
    assertThat(report.flaws()).isEmpty();
    assertThat(standings(report)).doesNotContainValue(RuleStanding.VIOLATED);
    assertThat(standings(report)).doesNotContainValue(RuleStanding.PENDING);
    assertThat(report.events()).isEqualTo(9);
    assertThat(report.settled()).isFalse();
  }

  @Test
  void a_conversation_that_has_not_come_to_its_end_is_incomplete() {
    SessionReport report = audit(Histories.told(AMA, "begin:reach-out"));

    assertThat(report.verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
    assertThat(standings(report))
        .containsEntry("order.required.reach-out", RuleStanding.SATISFIED)
        .containsEntry("thanked-for-work", RuleStanding.PENDING);
  }

  @Test
  void what_ended_early_is_judged_as_it_stands() {
    SessionReport report = audit(Histories.told(AMA, "begin:reach-out", "end:declined"));

    assertThat(report.verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
    assertThat(report.settled()).isTrue();
  }

  @Test
  void an_element_that_was_skipped_is_a_violation_and_found_once() {
    List<Event> history = without(Histories.told(AMA, WHOLE), "invite-and-listen");

    SessionReport report = audit(history);

    assertThat(report.verdict()).isEqualTo(SessionVerdict.DEVIATING);
    assertThat(told(report)).containsExactly("3 rule.violated order.skip", "6 rule.conflict -");
    assertThat(report.violations().get(1).rules()).contains("order.required.invite-and-listen");
    assertThat(standings(report))
        .containsEntry("order.skip", RuleStanding.VIOLATED)
        .containsEntry("order.required.invite-and-listen", RuleStanding.VIOLATED);
    assertThat(report.violations().get(0).explanation())
        .isEqualTo("A required element before this one has not begun yet.");
  }

  @Test
  void a_rule_that_was_overridden_is_a_departure_and_no_violation() {
    List<Event> history =
        Histories.told(
            AMA,
            "begin:reach-out",
            "begin:invite-and-listen",
            "!offer:chaplaincy",
            "decline:chaplaincy",
            "begin:offer-resources",
            "begin:close-with-thank-you",
            "thank:work+sharing",
            "close");

    SessionReport report = audit(history);

    assertThat(report.verdict()).isEqualTo(SessionVerdict.CONFORMANT);
    assertThat(report.departures())
        .extracting(Departure::seq, Departure::rule, Departure::kind, Departure::recorded)
        .containsExactly(tuple(4, "offers-in-their-place", DepartureKind.OVERRIDE, true));
    assertThat(standings(report)).containsEntry("offers-in-their-place", RuleStanding.VIOLATED);
  }

  @Test
  void the_same_act_without_owning_up_is_a_violation() {
    List<Event> history =
        edited(
            Histories.told(AMA, "begin:reach-out", "!offer:chaplaincy"),
            3,
            event -> Histories.departing(List.of(), event));

    SessionReport report = audit(history);

    assertThat(told(report)).containsExactly("3 rule.violated offers-in-their-place");
    assertThat(report.departures()).isEmpty();
  }

  @Test
  void nobody_can_own_up_to_departing_from_a_rule_that_is_not_overridable() {
    List<Event> history = new ArrayList<>(without(Histories.told(AMA, WHOLE), "invite-and-listen"));
    history.set(2, Histories.departing(List.of(Deviation.from("order.skip")), history.get(2)));

    assertThat(told(audit(history)))
        .contains("3 rule.violated order.skip", "3 override.not-allowed -");
  }

  @Test
  void a_step_that_a_referral_cannot_take_changes_nothing_whatever_else_is_wrong_with_it() {
    List<Event> history =
        new ArrayList<>(
            Histories.told(
                AMA,
                "begin:reach-out",
                "begin:invite-and-listen",
                "begin:offer-resources",
                "offer:chaplaincy",
                "accept:chaplaincy",
                "lapse:chaplaincy"));
    history.add(
        new Event.ReferralConnected(
            "s-1",
            8,
            history.get(0).at().minusSeconds(60),
            "sup-1",
            Metadata.NONE,
            "r-1",
            List.of()));
    history.add(
        new Event.ReferralOffered(
            "s-1", 9, history.get(6).at(), "sup-1", Metadata.NONE, "r-2", "chaplaincy", List.of()));
    history.add(
        new Event.ReferralOffered(
            "s-1",
            10,
            history.get(0).at().minusSeconds(60),
            "sup-1",
            Metadata.NONE,
            "r-3",
            "chaplaincy",
            List.of()));
    history.add(
        new Event.ReferralDeclined(
            "s-1",
            11,
            history.get(6).at(),
            "peer-1",
            Metadata.NONE,
            "r-2",
            Optional.empty(),
            List.of()));

    assertThat(told(audit(history)))
        .containsExactly("8 time.before-last-event -", "10 time.before-last-event -");
    assertThat(standings(audit(history)))
        .containsEntry("answered-chaplaincy", RuleStanding.SATISFIED);
  }

  @Test
  void an_invented_departure_frees_nobody_from_the_rule() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out"));
    history.set(
        1,
        Histories.departing(
            List.of(
                Deviation.from("order.skip"),
                Deviation.from("offers-in-their-place"),
                Deviation.late("thanked-for-work", Duration.ofHours(5))),
            history.get(1)));
    history.addAll(Histories.told(AMA, WHOLE).subList(3, 6));

    SessionReport report = audit(Histories.numbered(history));

    assertThat(report.verdict()).isEqualTo(SessionVerdict.UNREADABLE);
    assertThat(report.flaws()).extracting(Flaw::code).containsExactly("log.not-departed");
    assertThat(told(report)).contains("3 rule.violated order.skip");
    assertThat(standings(report)).containsEntry("thanked-for-work", RuleStanding.PENDING);
  }

  @Test
  void how_late_an_event_says_it_is_is_left_alone_because_instants_may_be_coarse() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, LATE));
    Event late = history.get(history.size() - 1);
    history.set(
        history.size() - 1,
        Histories.departing(
            List.of(Deviation.late("connect-in-time", Duration.ofMinutes(1))), late));

    assertThat(audit(history).flaws()).isEmpty();
    assertThat(audit(history).departures())
        .extracting(Departure::lateBy)
        .containsExactly(Optional.of(Duration.ofHours(28)));
  }

  @Test
  void a_recorded_departure_from_a_rule_that_there_is_not_makes_the_session_unreadable() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, WHOLE));
    history.set(2, Histories.departing(List.of(Deviation.from("no-such-rule")), history.get(2)));
    history.add(
        Histories.departing(List.of(Deviation.from("no-rule-either")), correction(10, 3, "sup-1")));

    SessionReport report = audit(history);

    assertThat(report.verdict()).isEqualTo(SessionVerdict.UNREADABLE);
    assertThat(report.flaws())
        .extracting(Flaw::code, Flaw::seq)
        .contains(tuple("log.rule-unknown", OptionalInt.of(10)));
    assertThat(report.flaws())
        .extracting(Flaw::explanation)
        .noneMatch(each -> each.contains("no-such-rule"));
  }

  @Test
  void advice_that_was_not_followed_is_a_departure_recorded_or_not() {
    List<Event> recorded =
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
    List<Event> silent = edited(recorded, 10, event -> Histories.departing(List.of(), event));

    assertThat(audit(recorded).verdict()).isEqualTo(SessionVerdict.CONFORMANT);
    assertThat(audit(recorded).departures())
        .isNotEmpty()
        .allMatch(each -> each.kind() == DepartureKind.ADVISORY && each.recorded());
    assertThat(audit(silent).verdict()).isEqualTo(SessionVerdict.CONFORMANT);
    assertThat(audit(silent).departures())
        .hasSameSizeAs(audit(recorded).departures())
        .noneMatch(Departure::recorded);
  }

  @Test
  void a_hand_off_without_consent_is_a_violation() {
    List<Event> history =
        without(
            Histories.told(
                AMA,
                "begin:reach-out",
                "begin:invite-and-listen",
                "begin:offer-resources",
                "offer:chaplaincy",
                "accept:chaplaincy",
                "connect:chaplaincy"),
            "referral-accepted");

    assertThat(told(audit(history))).containsExactly("6 referral.no-consent -");
  }

  @Test
  void who_and_when_are_judged_too() {
    List<Event> history = Histories.told(AMA, "begin:reach-out", "+PT1H", "begin:reach-out");

    assertThat(told(audit(edited(history, 2, event -> Histories.by("sup-9", event)))))
        .containsExactly("2 actor.not-in-session -");
    assertThat(told(audit(edited(history, 2, event -> Histories.by("peer-1", event)))))
        .containsExactly("2 actor.not-allowed -");
    assertThat(
            told(
                audit(
                    edited(
                        history,
                        2,
                        event ->
                            Histories.at(history.get(2).at().plus(Duration.ofHours(1)), event)))))
        .containsExactly("3 time.before-last-event -");
  }

  @Test
  void what_comes_after_the_end_is_a_violation_and_changes_nothing() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out", "end:declined"));
    history.add(Histories.at(4, history.get(1)));

    SessionReport report = audit(history);

    assertThat(told(report)).containsExactly("4 session.finished -");
    assertThat(report.settled()).isTrue();
  }

  @Test
  void an_opening_that_would_be_refused_is_a_violation() {
    Protocol strangers =
        ProtocolBuilder.of("strangers", "1")
            .title("t")
            .source("s")
            .element(Element.required("talk", "t", "p"))
            .pairing(Pairing.SAME)
            .build();

    SessionReport report = SessionAudit.of(strangers, Histories.told(AMA));

    assertThat(told(report)).containsExactly("1 pairing.not-allowed -");
  }

  @Test
  void an_event_that_is_missing_or_repeated_makes_the_session_unreadable() {
    List<Event> history = Histories.told(AMA, WHOLE);
    List<Event> missing = new ArrayList<>(history);
    missing.subList(2, 4).clear();
    List<Event> repeated = new ArrayList<>(history);
    repeated.add(4, history.get(3));

    assertThat(audit(missing).verdict()).isEqualTo(SessionVerdict.UNREADABLE);
    assertThat(audit(missing).flaws())
        .extracting(Flaw::line, Flaw::code, Flaw::explanation)
        .containsExactly(tuple(3, "log.seq-missing", "Events 3 to 4 are missing before this one."));
    assertThat(audit(repeated).verdict()).isEqualTo(SessionVerdict.UNREADABLE);
    assertThat(audit(repeated).flaws())
        .extracting(Flaw::line, Flaw::code)
        .containsExactly(tuple(5, "log.seq-repeated"));
    assertThat(audit(repeated).standings()).isEqualTo(audit(history).standings());
  }

  @Test
  void what_its_own_protocol_has_no_word_for_makes_the_session_unreadable() {
    Protocol other = small("talk", "listen");
    List<Event> history = Histories.told(other, "begin:talk", "begin:listen");
    Protocol same = small("talk");

    SessionReport report = SessionAudit.of(same, history);

    assertThat(report.verdict()).isEqualTo(SessionVerdict.UNREADABLE);
    assertThat(report.flaws()).extracting(Flaw::code).containsExactly("element.unknown");
  }

  @Test
  void what_another_protocol_has_no_word_for_is_passed_over() {
    List<Event> history = Histories.told(AMA, WHOLE);
    Protocol other =
        ProtocolBuilder.of("other", "1")
            .title("t")
            .source("s")
            .element(Element.required("reach-out", "t", "p"))
            .resource(Resource.of("information-sheet", "t"))
            .rule(Rule.of("no-paper", Template.ABSENCE, List.of("offer:information-sheet")))
            .build();

    SessionReport report = SessionAudit.of(other, history);

    assertThat(report.flaws()).isEmpty();
    assertThat(told(report)).containsExactly("5 rule.violated no-paper");
  }

  @Test
  void of_thanks_that_another_protocol_knows_in_part_that_part_counts() {
    Protocol other =
        ProtocolBuilder.of("other", "1")
            .title("t")
            .source("s")
            .element(Element.required("reach-out", "t", "p"))
            .appreciation("work")
            .rule(Rule.of("thanked", Template.EXISTENCE, List.of("thank:work")))
            .build();

    SessionReport report = SessionAudit.of(other, Histories.told(AMA, WHOLE));

    assertThat(report.violations()).isEmpty();
    assertThat(standings(report)).containsEntry("thanked", RuleStanding.SATISFIED);
  }

  @Test
  void a_corrected_event_counts_for_nothing() {
    List<Event> history =
        new ArrayList<>(Histories.told(AMA, "begin:reach-out", "concern:imminent"));
    history.add(correction(4, 3, "sup-1"));

    SessionReport report = audit(history);

    assertThat(report.violations()).isEmpty();
    assertThat(report.corrections()).containsExactly(new CorrectedEvent(4, 3));
    assertThat(report.events()).isEqualTo(2);
    assertThat(standings(report)).containsEntry("imminent-concern-met", RuleStanding.SATISFIED);
  }

  @Test
  void without_the_corrected_event_what_follows_may_be_a_violation() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, WHOLE));
    history.add(correction(10, 3, "sup-1"));

    assertThat(told(audit(history))).contains("4 rule.violated order.skip");
  }

  @Test
  void a_correction_that_would_have_been_refused_is_a_violation() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out"));
    history.add(correction(3, 1, "sup-1"));
    history.add(correction(4, 2, "peer-1"));
    history.add(correction(5, 2, "sup-1"));
    history.add(correction(6, 4, "sup-1"));
    history.add(correction(7, 9, "sup-1"));

    assertThat(told(audit(history)))
        .containsExactly(
            "3 correction.not-allowed -",
            "4 actor.not-allowed -",
            "5 correction.not-allowed -",
            "6 correction.not-allowed -",
            "7 correction.unknown-event -");
  }

  @Test
  void the_supporter_at_the_time_may_correct_the_transfer_to_themselves() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out", "transfer:sup-2"));
    history.add(correction(4, 3, "sup-2"));
    history.add(Histories.at(5, Histories.at(history.get(3).at(), history.get(1))));

    SessionReport report = audit(history);

    assertThat(report.violations()).isEmpty();
    assertThat(report.corrections()).containsExactly(new CorrectedEvent(4, 3));
  }

  @Test
  void what_a_correction_departs_from_is_recorded_there() {
    List<Event> history =
        new ArrayList<>(Histories.told(AMA, "begin:reach-out", "concern:imminent"));
    Event late =
        Histories.departing(List.of(Deviation.from("thanks-come-last")), correction(4, 3, "sup-1"));
    history.add(late);

    assertThat(audit(history).departures()).allMatch(Departure::recorded);
  }

  @Test
  void what_counts_for_nothing_turns_no_clock_back() {
    List<Event> history =
        new ArrayList<>(Histories.told(AMA, "begin:reach-out", "+PT1H", "begin:reach-out"));
    history.set(2, Histories.at(history.get(0).at().minusSeconds(1), history.get(2)));
    history.add(Histories.at(history.get(0).at().minusSeconds(1), correction(4, 3, "sup-1")));

    assertThat(told(audit(history)))
        .containsExactly("3 time.before-last-event -", "4 time.before-last-event -");
  }

  @Test
  void the_greatest_seq_is_no_trap() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out"));
    history.set(1, Histories.at(Integer.MAX_VALUE, history.get(1)));
    history.add(Histories.at(3, history.get(1)));

    assertThat(audit(history).flaws())
        .extracting(Flaw::code)
        .containsExactly("log.seq-missing", "log.seq-repeated");
  }

  static Event correction(int seq, int corrects, String by) {
    return new Event.EventCorrected(
        "s-1",
        seq,
        Instant.parse("2026-03-05T09:00:00Z"),
        by,
        Metadata.NONE,
        corrects,
        Optional.empty(),
        List.of());
  }

  @Test
  void deadlines_are_met_late_or_open() {
    List<Event> history =
        Histories.told(
            AMA,
            "begin:reach-out",
            "begin:invite-and-listen",
            "begin:offer-resources",
            "offer:chaplaincy",
            "accept:chaplaincy",
            "offer:peer-follow-up",
            "accept:peer-follow-up",
            "offer:employee-assistance",
            "accept:employee-assistance",
            "+P1D",
            "connect:chaplaincy",
            "+P3D",
            "connect:peer-follow-up");

    SessionReport report = audit(history);

    assertThat(report.deadlines()).containsExactly(new DeadlineCount(1, 1, 1));
    assertThat(report.departures())
        .extracting(Departure::kind, Departure::lateBy, Departure::recorded)
        .containsExactly(tuple(DepartureKind.LATE, Optional.of(Duration.ofDays(1)), true));
  }

  @Test
  void a_rule_that_nothing_activated_is_told_apart() {
    SessionReport report = audit(Histories.told(AMA, WHOLE));
    Map<String, Boolean> activated = new TreeMap<>();
    List<ExpandedRule> rules = AMA.expandedRules();
    for (int r = 0; r < rules.size(); r++) {
      activated.put(rules.get(r).id(), report.activated().get(r));
    }

    assertThat(activated)
        .containsEntry("answered-information-sheet", true)
        .containsEntry("answered-chaplaincy", false)
        .containsEntry("imminent-concern-met", false)
        .containsEntry("order.skip", true)
        .containsEntry("thanked-for-work", true)
        .containsEntry("thanks-in-their-place", true);
  }

  @Test
  void a_history_begins_with_an_opening() {
    List<Event> tail = Histories.told(AMA, "begin:reach-out").subList(1, 2);

    assertThatThrownBy(() -> SessionAudit.of(AMA, tail))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a history starts with a session-opened event");
    assertThatThrownBy(() -> SessionAudit.of(AMA, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_confidential_is_in_a_report() {
    List<Event> history = Histories.told(AMA, "begin:reach-out", "!offer:chaplaincy");

    SessionReport report = audit(history);

    assertThat(report.departures()).isNotEmpty();
    assertThat(report.toString() + report.departures() + report.violations() + report.flaws())
        .doesNotContain("marked-secret")
        .doesNotContain("sup-1")
        .doesNotContain("peer-1");
  }

  private static Protocol small(String... elements) {
    ProtocolBuilder small = ProtocolBuilder.of("small", "1").title("t").source("s");
    for (String element : elements) {
      small.element(Element.required(element, "t", "p"));
    }
    return small.build();
  }

  private static SessionReport audit(List<Event> history) {
    return SessionAudit.of(AMA, history);
  }

  private static Map<String, RuleStanding> standings(SessionReport report) {
    Map<String, RuleStanding> standings = new TreeMap<>();
    List<ExpandedRule> rules = report.protocol().orElseThrow().expandedRules();
    for (int r = 0; r < rules.size(); r++) {
      standings.put(rules.get(r).id(), report.standings().get(r));
    }
    return standings;
  }

  private static List<String> told(SessionReport report) {
    return report.violations().stream()
        .map(each -> each.seq() + " " + each.code().wireName() + " " + each.rule().orElse("-"))
        .toList();
  }

  /** The history without what has this word in it. */
  private static List<Event> without(List<Event> history, String word) {
    return Histories.numbered(
        history.stream()
            .filter(
                each ->
                    !each.type().eventName().equals(word)
                        && !(each instanceof Event.ElementBegun e && e.element().equals(word)))
            .toList());
  }

  private static List<Event> edited(List<Event> history, int seq, UnaryOperator<Event> edit) {
    List<Event> edited = new ArrayList<>(history);
    edited.set(seq - 1, edit.apply(history.get(seq - 1)));
    return edited;
  }
}
