package org.peersupport.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TemplateMeaning;
import org.peersupport.session.Event;
import org.peersupport.session.Histories;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Urgency;

class LogAuditTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  /** A line of a log. */
  private record Line(Event event, int number) {}

  @Property(tries = 300)
  void what_the_engine_has_recorded_never_deviates(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Histories.protocol(random);
    SessionReport report =
        SessionAudit.of(protocol, Histories.random(protocol, random, 1 + random.nextInt(30)));

    assertThat(report.violations()).isEmpty();
    assertThat(report.flaws()).isEmpty();
    assertThat(report.departures()).allMatch(Departure::recorded);
  }

  @Property(tries = 300)
  void nor_does_it_where_events_were_corrected_and_sessions_voided(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Histories.protocol(random);
    List<Event> history = Histories.correcting(protocol, random, 1 + random.nextInt(30));
    SessionReport report = SessionAudit.of(protocol, history);

    assertThat(report.violations()).as("%s", history).isEmpty();
    assertThat(report.flaws()).as("%s", history).isEmpty();
    assertThat(report.departures()).as("%s", history).allMatch(Departure::recorded);
  }

  @Property(tries = 300)
  void the_session_stands_where_a_replay_says(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Histories.protocol(random);
    List<Event> history = Histories.correcting(protocol, random, 1 + random.nextInt(30));
    Session session = Sessions.replay(reference -> protocol, history);
    SessionReport report = SessionAudit.of(protocol, history);

    assertThat(report.course().orElseThrow().status()).isEqualTo(session.status());
    assertThat(report.settled()).isEqualTo(session.isSettled());
    assertThat(report.course().orElseThrow().urgent())
        .isEqualTo(session.urgency().map(Urgency::rules).orElse(List.of()));
    assertThat(report.verdict() == SessionVerdict.VOIDED)
        .isEqualTo(session.status() == Status.VOIDED);
  }

  @Property(tries = 300)
  void the_rules_of_a_closed_conversation_stand_as_their_definitions_say(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = Histories.protocol(random);
    List<Event> history = damaged(Histories.random(protocol, random, 25), random);
    SessionReport report = SessionAudit.of(protocol, history);
    Traced traced = Traced.of(history);
    if (!traced.isClosed() || !report.flaws().isEmpty()) {
      return;
    }

    for (int r = 0; r < report.standings().size(); r++) {
      var rule = protocol.expandedRules().get(r);
      Optional<Template> template = rule.template();
      if (template.isPresent() && rule.holds() == Holds.CONVERSATION) {
        int[] letters = traced.letters(rule);
        boolean holds =
            TemplateMeaning.holds(template.get(), rule.count(), letters, letters.length);
        assertThat(report.standings().get(r))
            .as("%s of %s", rule.id(), traced)
            .isEqualTo(holds ? RuleStanding.SATISFIED : RuleStanding.VIOLATED);
      }
    }
  }

  @Property(tries = 100)
  void sessions_are_judged_alike_alone_and_among_others(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<Event>> histories = histories(random);
    List<Line> log = interleaved(histories, random);
    List<SessionReport> reports = new ArrayList<>();
    LogAudit audit = LogAudit.start(reference -> Optional.of(AMA), new Corrections(), reports::add);
    log.forEach(line -> audit.add(line.event(), "log", line.number()));
    LogFindings findings = audit.finish();

    assertThat(findings.events()).isEqualTo(log.size());
    assertThat(reports).hasSameSizeAs(histories);
    for (List<Event> history : histories) {
      SessionReport alone = SessionAudit.of(AMA, history);
      assertThat(reports)
          .filteredOn(each -> each.session().equals(alone.session()))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("flaws", "protocol")
          .containsExactly(alone);
    }
  }

  @Property(tries = 100)
  void a_log_in_several_files_is_judged_as_in_one(@ForAll long seed) {
    Random random = new Random(seed);
    List<Line> log = interleaved(histories(random), random);
    int first = random.nextInt(log.size() + 1);
    int second = first + random.nextInt(log.size() + 1 - first);
    List<SessionReport> whole = new ArrayList<>();
    LogAudit audit = LogAudit.start(reference -> Optional.of(AMA), new Corrections(), whole::add);
    log.forEach(line -> audit.add(line.event(), "log", line.number()));
    audit.finish();
    List<SessionReport> joined = new ArrayList<>();
    LogAudit begun = LogAudit.start(reference -> Optional.of(AMA), new Corrections(), joined::add);
    LogAudit middle = begun.following();
    LogAudit last = begun.following();
    log.subList(second, log.size()).forEach(line -> last.add(line.event(), "log", line.number()));
    log.subList(0, first).forEach(line -> begun.add(line.event(), "log", line.number()));
    log.subList(first, second).forEach(line -> middle.add(line.event(), "log", line.number()));
    begun.append(middle);
    begun.append(last);
    LogFindings findings = begun.finish();

    assertThat(findings.events()).isEqualTo(log.size());
    assertThat(joined).isEqualTo(whole);
  }

  @Example
  void a_session_that_no_log_has_opened_is_unreadable() {
    List<SessionReport> reports = new ArrayList<>();
    LogAudit audit = LogAudit.start(reference -> Optional.of(AMA), new Corrections(), reports::add);
    List<Event> history = Histories.told(AMA, "begin:reach-out", "begin:reach-out");
    audit.add(history.get(1), "log", 7);
    audit.add(history.get(2), "log", 8);
    audit.finish();

    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).verdict()).isEqualTo(SessionVerdict.UNREADABLE);
    assertThat(reports.get(0).protocol()).isEmpty();
    assertThat(reports.get(0).flaws())
        .extracting(Flaw::log, Flaw::line, Flaw::code)
        .containsExactly(tuple("log", 7, "log.not-opened"));
  }

  @Example
  void a_session_of_an_unknown_protocol_is_unreadable() {
    List<SessionReport> reports = new ArrayList<>();
    LogAudit audit = LogAudit.start(reference -> Optional.empty(), new Corrections(), reports::add);
    Histories.told(AMA, "begin:reach-out").forEach(each -> audit.add(each, "log", each.seq()));
    audit.finish();

    assertThat(reports.get(0).flaws())
        .extracting(Flaw::code, Flaw::explanation)
        .containsExactly(
            tuple(
                "protocol.unknown",
                "There is no protocol ama-six-elements@1.0.0 to judge the session by."));
  }

  @Example
  void a_session_that_is_opened_again_is_passed_over_in_that_log() {
    List<Event> history = Histories.told(AMA, "begin:reach-out", "begin:invite-and-listen");
    List<SessionReport> reports = new ArrayList<>();
    LogAudit audit = LogAudit.start(reference -> Optional.of(AMA), new Corrections(), reports::add);
    LogAudit next = audit.following();
    history.forEach(each -> audit.add(each, "one", each.seq()));
    history.forEach(each -> audit.add(each, "one", 3 + each.seq()));
    history.forEach(each -> next.add(each, "two", each.seq()));
    audit.append(next);
    audit.finish();

    assertThat(reports.get(0).events()).isEqualTo(3);
    assertThat(reports.get(0).flaws())
        .extracting(Flaw::log, Flaw::line, Flaw::code)
        .containsExactly(tuple("one", 4, "log.opened-again"), tuple("two", 1, "log.opened-again"));
  }

  @Example
  void a_broken_line_excuses_the_gap_that_it_leaves() {
    List<Event> history = Histories.told(AMA, "begin:reach-out", "begin:invite-and-listen");
    List<SessionReport> reports = new ArrayList<>();
    LogAudit audit = LogAudit.start(reference -> Optional.of(AMA), new Corrections(), reports::add);
    audit.add(history.get(0), "log", 1);
    audit.addBroken(Optional.of("s-1"), broken(2));
    audit.add(history.get(2), "log", 3);
    audit.addBroken(Optional.empty(), broken(4));
    LogFindings findings = audit.finish();

    assertThat(reports.get(0).flaws()).containsExactly(broken(2));
    assertThat(findings.lostLines()).isEqualTo(1);
    assertThat(findings.lost()).containsExactly(broken(4));
  }

  @Example
  void of_many_settled_sessions_the_oldest_are_reported_first_and_forgotten() {
    List<Event> history = Histories.told(AMA, "end:declined");
    List<SessionReport> reports = new ArrayList<>();
    LogAudit audit = LogAudit.start(reference -> Optional.of(AMA), new Corrections(), reports::add);
    for (int i = 0; i < LogAudit.HELD + 10; i++) {
      Histories.of("s-" + i, history).forEach(each -> audit.add(each, "log", each.seq()));
    }

    assertThat(reports).extracting(SessionReport::session).startsWith("s-0", "s-1").hasSize(10);
    audit.finish();
    assertThat(reports).hasSize(LogAudit.HELD + 10);
    assertThat(reports.get(reports.size() - 1).session()).isEqualTo("s-" + (LogAudit.HELD + 9));
  }

  @Example
  void the_words_of_sessions_that_another_protocol_lacks_are_listed_once() {
    Protocol other =
        ProtocolBuilder.of("other", "1")
            .title("t")
            .source("s")
            .element(Element.required("reach-out", "t", "p"))
            .build();
    List<SessionReport> reports = new ArrayList<>();
    LogAudit audit =
        LogAudit.start(reference -> Optional.of(other), new Corrections(), reports::add);
    for (String session : List.of("s-1", "s-2")) {
      Histories.of(
              session,
              Histories.told(
                  AMA,
                  "begin:reach-out",
                  "begin:invite-and-listen",
                  "begin:offer-resources",
                  "offer:chaplaincy",
                  "accept:chaplaincy"))
          .forEach(each -> audit.add(each, "log", each.seq()));
    }
    LogFindings findings = audit.finish();

    assertThat(findings.unknown())
        .containsExactly("begin:invite-and-listen", "begin:offer-resources", "offer:chaplaincy");
    assertThat(reports).allMatch(each -> each.flaws().isEmpty() && each.violations().isEmpty());
  }

  @Example
  void the_measures_count_what_was_activated() {
    AuditSummary summary = new AuditSummary();
    summary.add(SessionAudit.of(AMA, Histories.told(AMA, "begin:reach-out", "end:declined")));
    summary.add(
        SessionAudit.of(
            AMA,
            Histories.told(
                AMA, "concern:imminent", "offer:emergency-care", "connect:emergency-care")));
    summary.add(SessionAudit.of(AMA, Histories.told(AMA, "concern:imminent")));
    ProtocolSummary by = summary.protocols().get(0);
    int imminent =
        AMA.expandedRules().stream().map(ExpandedRule::id).toList().indexOf("imminent-concern-met");
    RuleCount count = by.rules().get(imminent);

    assertThat(summary.sessions()).isEqualTo(3);
    assertThat(summary.sessions(SessionVerdict.INCOMPLETE)).isEqualTo(3);
    assertThat(count).isEqualTo(new RuleCount(3, 2, 2, 0, 0, 1, 1));
    assertThat(count.support()).hasValue(1.0 / 3);
    assertThat(count.confidence()).hasValue(0.5);
    assertThat(count.coverage()).hasValue(2.0 / 3);
  }

  private static Flaw broken(int line) {
    return new Flaw("log", line, OptionalInt.empty(), "json.not-json", "This is no JSON.");
  }

  private static List<List<Event>> histories(Random random) {
    List<List<Event>> histories = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      List<Event> history = Histories.random(AMA, random, random.nextInt(25));
      histories.add(
          Histories.of("s-" + i, random.nextBoolean() ? history : damaged(history, random)));
    }
    return histories;
  }

  private static List<Line> interleaved(List<List<Event>> histories, Random random) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      turns.addAll(Collections.nCopies(histories.get(i).size(), i));
    }
    Collections.shuffle(turns, random);
    int[] told = new int[histories.size()];
    List<Line> lines = new ArrayList<>();
    for (int turn : turns) {
      lines.add(new Line(histories.get(turn).get(told[turn]++), lines.size() + 1));
    }
    return lines;
  }

  /** A history in which events are missing, or come in another order, or from somebody else. */
  private static List<Event> damaged(List<Event> history, Random random) {
    List<Event> damaged = new ArrayList<>(history);
    for (int i = 0; i < 3 && damaged.size() > 3; i++) {
      int place = 1 + random.nextInt(damaged.size() - 2);
      switch (random.nextInt(3)) {
        case 0 -> damaged.remove(place);
        case 1 -> Collections.swap(damaged, place, place + 1);
        default -> damaged.set(place, Histories.departing(List.of(), damaged.get(place)));
      }
    }
    List<Event> numbered = Histories.numbered(damaged);
    assertThat(numbered).isSortedAccordingTo(Comparator.comparingInt(Event::seq));
    return numbered;
  }
}
