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
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TitledKey;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Histories;
import org.peersupport.session.Metadata;
import org.peersupport.session.OverrideReason;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

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
    assertThat(told(report))
        .containsExactly(
            "3 rule.violated order.skip", "8 rule.violated order.required.invite-and-listen");
    assertThat(standings(report))
        .containsEntry("order.skip", RuleStanding.VIOLATED)
        .containsEntry("order.required.invite-and-listen", RuleStanding.VIOLATED);
    assertThat(report.violations().get(0).explanation())
        .isEqualTo("A required element before this one had not begun.");
  }

  @Test
  void the_act_that_leaves_no_way_to_a_close_is_named_for_that_and_no_later_one() {
    List<Event> history = without(Histories.told(AMA, WHOLE), "reach-out");

    SessionReport report = audit(history);

    assertThat(told(report)).containsExactly("2 rule.violated order.skip", "2 rule.conflict -");
    assertThat(report.violations().get(1).rules())
        .containsExactly("order.return", "order.required.reach-out");
    assertThat(report.violations().get(1).explanation())
        .isEqualTo(
            "This left no way to close the conversation. These rules did not allow it together: 'Go"
                + " back only where there is a way' (order.return) and 'Begin 'Reach out''"
                + " (order.required.reach-out).");
    assertThat(told(audit(history.subList(0, 2)))).isEqualTo(told(report));
    assertThat(told(audit(history.subList(0, 5)))).isEqualTo(told(report));
  }

  @Test
  void an_act_of_the_wrong_person_is_blamed_for_the_rule_that_it_breaks_too() {
    Protocol once =
        ProtocolBuilder.of("once", "1")
            .title("t")
            .source("s")
            .element(Element.optional("talk", "t", "p").asRepeatable())
            .appreciation("work")
            .rule(Rule.of("no-talk", Template.ABSENCE, List.of("begin:talk")))
            .build();
    List<Event> history = new ArrayList<>(Histories.told(once, "thank:work"));
    history.add(
        new Event.ElementBegun(
            "s-1", 3, history.get(1).at(), "peer-1", Metadata.NONE, "talk", List.of()));
    history.add(Histories.at(4, history.get(1)));

    assertThat(told(SessionAudit.of(once, history)))
        .containsExactly("3 actor.not-allowed -", "3 rule.violated no-talk");
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
  void the_same_act_without_a_record_of_it_is_a_violation() {
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
  void nobody_departs_with_leave_from_a_rule_that_is_not_overridable() {
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
            "s-1", 8, history.get(6).at(), "peer-1", Metadata.NONE, "r-1", List.of()));
    history.add(
        new Event.ReferralOffered(
            "s-1", 9, history.get(6).at(), "sup-1", Metadata.NONE, "r-2", "chaplaincy", List.of()));
    history.add(
        new Event.ReferralOffered(
            "s-1",
            10,
            history.get(6).at(),
            "peer-1",
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
        .containsExactly("8 actor.not-allowed -", "10 actor.not-allowed -");
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
  void who_is_judged_too() {
    List<Event> history = Histories.told(AMA, "begin:reach-out", "+PT1H", "begin:reach-out");

    assertThat(told(audit(edited(history, 2, event -> Histories.by("sup-9", event)))))
        .containsExactly("2 actor.not-in-session -");
    assertThat(told(audit(edited(history, 2, event -> Histories.by("peer-1", event)))))
        .containsExactly("2 actor.not-allowed -");
  }

  @Test
  void an_instant_that_goes_back_is_counted_and_no_violation() {
    List<Event> history = Histories.told(AMA, "begin:reach-out", "+PT1H", "begin:reach-out");
    Instant later = history.get(2).at().plus(Duration.ofHours(1));

    SessionReport report = audit(edited(history, 2, event -> Histories.at(later, event)));

    assertThat(report.violations()).isEmpty();
    assertThat(report.course().orElseThrow().stepsBack()).isEqualTo(1);
    assertThat(audit(history).course().orElseThrow().stepsBack()).isZero();
  }

  @Test
  void what_the_supporter_does_in_the_future_is_a_violation_and_a_fact_there_is_none() {
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    Metadata soon = Metadata.NONE.recordedAt(now.minus(Metadata.TOLERANCE));
    Metadata late = Metadata.NONE.recordedAt(now.minus(Metadata.TOLERANCE).minusMillis(1));
    List<Event> history = new ArrayList<>(Histories.told(AMA));
    history.add(new Event.ElementBegun("s-1", 2, now, "sup-1", soon, "reach-out", List.of()));
    history.add(new Event.ElementBegun("s-1", 3, now, "sup-1", late, "reach-out", List.of()));
    Deviation ahead = Deviation.inFuture(Duration.ofMinutes(6));
    history.add(new Event.ConcernRaised("s-1", 4, now, "peer-1", late, "elevated", List.of(ahead)));

    SessionReport report = audit(history);

    assertThat(told(report)).containsExactly("3 time.in-future -");
    assertThat(standings(report)).containsEntry("elevated-concern-met", RuleStanding.PENDING);
    assertThat(report.flaws()).isEmpty();
    assertThat(report.departures())
        .containsExactly(
            new Departure(4, "time.in-future", DepartureKind.CLOCK, true, Optional.empty()));
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
    assertThat(report.flaws())
        .extracting(Flaw::code)
        .containsExactly("log.protocol-differs", "element.unknown");
  }

  @Test
  void a_protocol_that_demands_something_else_today_is_told_but_not_where_another_is_asked_for() {
    List<Event> history = Histories.told(small("talk", "listen"), "begin:talk");
    Protocol today = small("talk");
    Event.SessionOpened opened = (Event.SessionOpened) history.get(0);
    List<Event> before = new ArrayList<>(history);
    before.set(
        0,
        new Event.SessionOpened(
            opened.session(),
            1,
            opened.at(),
            opened.by(),
            opened.metadata(),
            opened.protocol(),
            Optional.empty(),
            opened.supporter(),
            opened.peer(),
            opened.followUpOf(),
            List.of()));

    assertThat(SessionAudit.of(today, history).flaws())
        .extracting(Flaw::code, Flaw::seq)
        .containsExactly(tuple("log.protocol-differs", OptionalInt.of(1)));
    assertThat(SessionAudit.of(today, before).flaws()).isEmpty();
    assertThat(SessionAudit.byAnother(today, history).flaws()).isEmpty();
    assertThat(SessionAudit.byAnother(today, Histories.told(small("listen"), "begin:listen")))
        .satisfies(report -> assertThat(report.verdict()).isEqualTo(SessionVerdict.INCOMPLETE))
        .satisfies(report -> assertThat(report.flaws()).isEmpty());
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
            "6 actor.not-allowed -",
            "7 correction.unknown-event -");
  }

  @Test
  void what_the_peer_recorded_only_the_peer_takes_back_and_a_concern_only_who_raised_it() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "concern:elevated"));
    history.set(1, Histories.by("sup-9", history.get(1)));
    history.add(correction(3, 2, "sup-1"));
    history.add(Histories.by("peer-1", Histories.at(4, history.get(1))));
    history.add(correction(5, 4, "peer-1"));
    history.add(correction(6, 1, "sup-9"));

    assertThat(told(audit(history)))
        .containsExactly("3 actor.not-allowed -", "6 actor.not-in-session -");
  }

  @Test
  void what_a_correction_took_back_stands_again_when_it_is_corrected_itself() {
    List<Event> history =
        new ArrayList<>(Histories.told(AMA, "begin:reach-out", "concern:imminent"));
    history.add(correction(4, 3, "sup-1"));
    history.add(correction(5, 4, "sup-1"));

    SessionReport report = audit(history);

    assertThat(report.violations()).isEmpty();
    assertThat(report.corrections()).containsExactly(new CorrectedEvent(5, 4));
    assertThat(standings(report)).containsEntry("imminent-concern-met", RuleStanding.PENDING);
    history.add(correction(6, 5, "sup-1"));
    assertThat(audit(history).violations()).isEmpty();
    assertThat(audit(history).corrections())
        .containsExactly(new CorrectedEvent(4, 3), new CorrectedEvent(6, 5));
    assertThat(standings(audit(history)))
        .containsEntry("imminent-concern-met", RuleStanding.SATISFIED);
    history.add(correction(7, 3, "sup-1"));
    assertThat(told(audit(history))).containsExactly("7 correction.not-allowed -");
  }

  @Test
  void a_session_that_was_entered_in_error_counts_for_nothing_until_that_is_corrected() {
    List<Event> history =
        new ArrayList<>(Histories.told(AMA, "begin:reach-out", "void:wrong-person"));
    history.add(Histories.at(4, history.get(1)));

    SessionReport report = audit(history);

    assertThat(report.verdict()).isEqualTo(SessionVerdict.VOIDED);
    assertThat(report.standings()).isEmpty();
    assertThat(report.violations()).isEmpty();
    assertThat(report.settled()).isTrue();
    history.set(3, correction(4, 3, "sup-1"));
    assertThat(audit(history).verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
    assertThat(audit(history).violations()).isEmpty();
  }

  @Test
  void what_would_not_have_been_voided_is_judged_all_the_same() {
    List<Event> waiting = new ArrayList<>(Histories.told(AMA, "concern:imminent"));
    waiting.add(voided(3, "sup-1", "test"));
    List<Event> stranger = new ArrayList<>(Histories.told(AMA, "begin:reach-out"));
    stranger.add(voided(3, "sup-9", "test"));
    stranger.add(voided(4, "sup-1", "boredom"));

    assertThat(told(audit(waiting))).containsExactly("3 correction.not-allowed -");
    assertThat(audit(waiting).verdict()).isEqualTo(SessionVerdict.DEVIATING);
    assertThat(audit(waiting).course().orElseThrow().urgent())
        .containsExactly("imminent-concern-met");
    Session replayed = Sessions.replay(reference -> AMA, waiting);
    assertThat(replayed.urgency().orElseThrow().rules())
        .isEqualTo(audit(waiting).course().orElseThrow().urgent());
    assertThat(audit(waiting).course().orElseThrow().status()).isEqualTo(replayed.status());
    assertThat(told(audit(stranger)))
        .containsExactly("3 actor.not-in-session -", "4 reason.unknown -");
    assertThat(audit(stranger).verdict()).isEqualTo(SessionVerdict.DEVIATING);
  }

  @Test
  void reasons_and_the_acts_of_referrals_are_counted() {
    Protocol protocol = free().resource(Resource.of("desk", "Desk")).build();
    List<Event> history = new ArrayList<>(Histories.told(protocol, "offer:desk", "accept:desk"));
    Instant at = history.get(2).at();
    history.add(
        Histories.at(
            4, Histories.told(protocol, "offer:desk", "accept:desk", "withdraw:desk").get(3)));
    history.add(
        new Event.ReferralOffered("s-1", 5, at, "sup-1", Metadata.NONE, "r-2", "desk", List.of()));
    history.add(
        new Event.ReferralDeclined(
            "s-1", 6, at, "peer-1", Metadata.NONE, "r-2", Optional.of("not-now"), List.of()));
    history.add(
        new Event.SessionEnded(
            "s-1", 7, at, "sup-1", Metadata.NONE, new EndReason("shift-ended"), List.of()));

    SessionReport report = SessionAudit.of(protocol, history);

    assertThat(report.violations()).isEmpty();
    assertThat(report.flaws()).isEmpty();
    assertThat(report.course().orElseThrow().referrals())
        .isEqualTo(
            Map.of("offer:desk", 2, "accept:desk", 1, "withdraw:desk", 1, "decline:desk", 1));
    assertThat(report.course().orElseThrow().reasons())
        .isEqualTo(Map.of("decline:not-now", 1, "end:shift-ended", 1));
    assertThat(report.course().orElseThrow().status()).isEqualTo(Status.ENDED);
  }

  @Test
  void a_reason_that_its_protocol_does_not_have_makes_a_session_unreadable_and_is_taken() {
    List<Event> history = new ArrayList<>(Histories.told(AMA, "begin:reach-out"));
    history.add(
        new Event.SessionEnded(
            "s-1",
            3,
            history.get(1).at(),
            "sup-1",
            Metadata.NONE,
            new EndReason("shift-ended"),
            List.of()));

    assertThat(audit(history).flaws()).extracting(Flaw::code).containsExactly("reason.unknown");
    assertThat(audit(history).course().orElseThrow().status()).isEqualTo(Status.ENDED);
    assertThat(SessionAudit.byAnother(AMA, history).verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
  }

  @Test
  void the_code_of_an_override_is_counted_where_the_protocol_has_it() {
    Protocol protocol =
        free()
            .rule(Rule.of("no-talk", Template.ABSENCE, List.of("begin:talk")).asOverridable())
            .build();
    Deviation asked = Deviation.overriding("no-talk", override("asked-for"));
    List<Event> history = new ArrayList<>(Histories.told(protocol, "!begin:talk"));

    assertThat(report(protocol, history, asked).course().orElseThrow().reasons())
        .isEqualTo(Map.of("override:asked-for", 1));
    assertThat(
            report(protocol, history, Deviation.overriding("no-talk", override("boredom"))).flaws())
        .extracting(Flaw::code)
        .containsExactly("reason.unknown");
  }

  private static SessionReport report(Protocol protocol, List<Event> history, Deviation departure) {
    return SessionAudit.of(
        protocol, edited(history, 2, event -> Histories.departing(List.of(departure), event)));
  }

  private static OverrideReason override(String code) {
    return new OverrideReason(ConfidentialText.of("because"), Optional.of(code));
  }

  @Test
  void after_the_end_a_fact_may_break_a_rule_that_holds_always_and_nobody_is_blamed() {
    Protocol protocol =
        free()
            .concerns("worry")
            .resource(Resource.of("desk", "Desk"))
            .rule(
                Rule.of(
                        "not-then",
                        Template.NOT_SUCCESSION,
                        List.of("concern:worry"),
                        List.of("connect:desk"))
                    .bindingAlways())
            .build();
    List<Event> history =
        Histories.told(
            protocol, "offer:desk", "accept:desk", "end:stopped", "concern:worry", "connect:desk");

    SessionReport report = SessionAudit.of(protocol, history);

    assertThat(report.violations()).isEmpty();
    assertThat(report.departures())
        .containsExactly(new Departure(6, "not-then", DepartureKind.FACT, true, Optional.empty()));
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
  void what_counts_for_nothing_is_no_step_back() {
    List<Event> history =
        new ArrayList<>(Histories.told(AMA, "begin:reach-out", "+PT1H", "begin:reach-out"));
    history.set(2, Histories.at(history.get(0).at().minusSeconds(1), history.get(2)));
    history.add(Histories.at(history.get(0).at().minusSeconds(1), correction(4, 3, "sup-1")));

    assertThat(audit(history).violations()).isEmpty();
    assertThat(audit(history).course().orElseThrow().stepsBack()).isZero();
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

  private static Event voided(int seq, String by, String reason) {
    return new Event.SessionVoided(
        "s-1", seq, Instant.parse("2026-03-05T09:00:00Z"), by, Metadata.NONE, reason, List.of());
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

    assertThat(report.deadlines())
        .containsExactly(new DeadlineCount(1, 1, 1), new DeadlineCount(0, 0, 0));
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
        .containsEntry("resources-offered", true)
        .containsEntry("answered-chaplaincy", false)
        .containsEntry("offers-in-their-place", false)
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

  private static final ReasonLists REASONS =
      new ReasonLists(
          List.of(TitledKey.of("shift-ended", "The shift ended")),
          List.of(TitledKey.of("not-now", "Not now")),
          List.of(),
          List.of(TitledKey.of("asked-for", "The peer asked for it")));

  private static ProtocolBuilder free() {
    return ProtocolBuilder.of("free", "1")
        .title("t")
        .source("s")
        .element(Element.optional("talk", "t", "p").asRepeatable())
        .reasons(REASONS);
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
