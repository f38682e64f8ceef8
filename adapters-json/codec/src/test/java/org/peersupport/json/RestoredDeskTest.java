package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.json.DeskLines.begin;
import static org.peersupport.json.DeskLines.log;
import static org.peersupport.json.DeskLines.open;
import static org.peersupport.json.DeskLines.options;
import static org.peersupport.json.DeskLines.script;
import static org.peersupport.json.DeskLines.state;
import static org.peersupport.json.DeskLines.talk;
import static org.peersupport.json.DeskLines.written;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Answer;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Outcome;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.Session;

/** What a desk takes in from a log, and what becomes of a session whose history is broken. */
class RestoredDeskTest {
  private final List<Event> events = new ArrayList<>();
  private final SessionDesk desk = new SessionDesk(Variants::find, events::add);
  private final SessionDesk restored = new SessionDesk(Variants::find, event -> {});

  private List<Event> of(String session) {
    return events.stream().filter(event -> event.session().equals(session)).toList();
  }

  @Test
  void an_event_that_does_not_fit_is_told_with_its_line_and_changes_nothing() throws IOException {
    script().forEach(line -> desk.answer(line, 1));
    List<Event> first = of("s-1");

    assertThat(problem(first.subList(1, 2))).isEqualTo("9 /session json.unknown-value");
    assertThat(problem(List.of(first.get(0), first.get(0))))
        .isEqualTo("9 /type json.unknown-value");
    assertThat(problem(List.of(first.get(0), first.get(2)))).isEqualTo("9 /seq json.unknown-value");
    assertThat(problem(List.of(first.get(0), first.get(1), first.get(1))))
        .isEqualTo("9 /seq json.unknown-value");

    SessionDesk bare = new SessionDesk(reference -> Optional.empty(), event -> {});
    assertThat(bare.restore(first.get(0), 5))
        .map(issue -> issue.line() + " " + issue.pointer())
        .contains("5 /protocol");
    assertThat(bare.sessions()).isEmpty();
  }

  /** What is told of the last of the events, the others being in order. */
  private static String problem(List<Event> log) {
    SessionDesk taking = new SessionDesk(Variants::find, event -> {});
    log.subList(0, log.size() - 1).forEach(event -> assertThat(taking.restore(event, 1)).isEmpty());
    List<Session> before = taking.sessions();
    Issue issue = taking.restore(log.get(log.size() - 1), 9).orElseThrow();
    assertThat(taking.sessions()).isEqualTo(before);
    assertThat(taking.unreadable()).isEmpty();
    return issue.line() + " " + issue.pointer() + " " + issue.code();
  }

  @Test
  void a_line_that_belongs_to_nobody_is_told_and_every_session_goes_on() throws IOException {
    desk.answer(open("s-1"), 1);
    desk.answer(begin("reach-out"), 2);

    List<Issue> issues =
        restored.restore(log(written(events.get(0)) + "\n{\"by\":\n" + written(events.get(1))));

    assertThat(issues).extracting(Issue::line).containsExactly(2);
    assertThat(restored.unreadable()).isEmpty();
    assertThat(restored.session("s-1")).map(Session::seq).contains(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'session':'s-2','seq':9,'at':'2026-03-02T09:00:00Z','by':'p','type':'session-paused'}",
        "{'session':'s-2','seq':2,'at':'2026-03-02T09:00:00Z','by':'p','type':'session-began'}",
        "{'session':'s-2','seq':2,'at':'2026-03-02T09:00:00Z','by':'p','type':'session-paused',"
            + "'level':'high'}",
        "{'session':'s-2','seq':"
      })
  void one_broken_session_does_not_stop_the_others(String broken) throws IOException {
    talk("s-1").forEach(line -> desk.answer(line, 1));
    talk("s-2").forEach(line -> desk.answer(line, 1));
    talk("s-3").forEach(line -> desk.answer(line, 1));
    List<String> lines = new ArrayList<>(events.stream().map(DeskLines::written).toList());
    lines.add(9, Json.of(broken));

    List<Issue> issues = restored.restore(log(String.join("\n", lines)));

    assertThat(issues).extracting(Issue::line).containsOnly(10);
    assertThat(restored.unreadable()).containsExactly("s-2");
    assertThat(restored.sessions()).extracting(Session::id).containsExactly("s-1", "s-3");
    assertThat(restored.session("s-3")).isEqualTo(desk.session("s-3"));
    for (String line :
        List.of(open("s-2"), begin("s-2", "reach-out"), options("s-2"), state("s-2"))) {
      Answer answer = restored.answer(line, 1);
      assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(answer.line()).contains("session.unreadable").doesNotContain("\"seq\"");
    }
    String due = Json.of("{'session':'s-2','at':'2026-03-02T09:00:00Z','do':'due'}");
    assertThat(restored.answer(due, 1).line()).contains("session.unreadable");
    assertThat(restored.answer(begin("s-1", "invite-and-listen"), 1).outcome())
        .isEqualTo(Outcome.ACCEPTED);
    assertThat(restored.restore(of("s-2").get(0), 3)).map(Issue::pointer).contains("/session");
  }

  @Test
  void a_last_line_that_breaks_off_makes_no_session_unreadable() throws IOException {
    desk.answer(open("s-1"), 1);
    desk.answer(begin("reach-out"), 2);
    String text = written(events.get(0)) + "\n" + written(events.get(1)).substring(0, 60);
    SessionDesk restored = new SessionDesk(Catalogue::find, event -> {});

    assertThat(restored.restore(log(text))).extracting(Issue::code).containsExactly("log.torn");
    assertThat(restored.unreadable()).isEmpty();
    assertThat(restored.session("s-1").orElseThrow().seq()).isOne();
  }

  @Test
  void a_protocol_that_demands_something_else_is_told_apart() throws IOException {
    Protocol today = Catalogue.amaSixElements();
    String document = PeerSupportJson.writeProtocol(today);
    Protocol reworded = protocol(document.replace("Hand over when", "Hand on when"));
    Protocol other = protocol(document.replace("\"within\":\"P3D\"", "\"within\":\"P4D\""));
    assertThat(reworded).isNotEqualTo(today);
    desk.answer(open("s-1"), 1);
    desk.answer(begin("reach-out"), 2);

    SessionDesk same = new SessionDesk(reference -> Optional.of(reworded), event -> {});
    assertThat(same.restore(log(events))).isEmpty();

    SessionDesk changed = new SessionDesk(reference -> Optional.of(other), event -> {});
    assertThat(changed.restore(log(events)))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("log.protocol-differs");
              assertThat(issue.pointer()).isEqualTo("/fingerprint");
              assertThat(issue.line()).isEqualTo(2);
            });
    assertThat(changed.unreadable()).containsExactly("s-1");

    String before = written(events.get(0)).replaceFirst("\"fingerprint\":\"[^\"]*\",", "");
    SessionDesk trusting = new SessionDesk(reference -> Optional.of(other), event -> {});
    assertThat(trusting.restore(log(before))).isEmpty();
    assertThat(trusting.session("s-1")).isPresent();
  }

  private static Protocol protocol(String document) {
    return PeerSupportJson.readProtocol(document).orElseThrow();
  }

  /** Each takes back the one before, so that the last decides whether the element was begun. */
  @Test
  void a_thousand_corrections_are_taken_in_with_one_look_at_the_history() throws IOException {
    StringBuilder text = new StringBuilder();
    desk.answer(open("s-1"), 1);
    desk.answer(begin("reach-out"), 2);
    events.forEach(event -> text.append(written(event)).append('\n'));
    for (int seq = 3; seq <= 1002; seq++) {
      text.append(
          Json.of(
              "{'session':'s-1','seq':"
                  + seq
                  + ",'at':'2026-03-02T09:00:00Z','by':'sup-1','type':'event-corrected','corrects':"
                  + (seq - 1)
                  + "}\n"));
    }
    Bounds.hold(
        () -> {
          SessionDesk taking = new SessionDesk(Variants::find, event -> {});
          assertThat(taking.restore(log(text.toString()))).isEmpty();
          assertThat(taking.session("s-1").flatMap(Session::element)).contains("reach-out");
          String last = DeskLines.line("s-1", "'do':'correct','seq':1002,'reason':'an error'");
          assertThat(taking.answer(last, 1).outcome()).isEqualTo(Outcome.ACCEPTED);
          assertThat(taking.session("s-1").flatMap(Session::element)).isEmpty();
        });
  }

  @Test
  void repeats_are_known_after_a_restart() throws IOException {
    String open = open("s-1").replace("\"do\"", "\"commandId\":\"c-1\",\"do\"");
    String first = desk.answer(open, 1).line();
    restored.restore(log(events));

    assertThat(restored.answer(open, 1).line())
        .isEqualTo(first.replace("\"accepted\",", "\"accepted\",\"repeated\":true,"));
    assertThat(restored.session("s-1")).map(Session::seq).contains(1);
  }
}
