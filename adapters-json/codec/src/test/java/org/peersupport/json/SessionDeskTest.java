package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peersupport.json.DeskLines.begin;
import static org.peersupport.json.DeskLines.line;
import static org.peersupport.json.DeskLines.log;
import static org.peersupport.json.DeskLines.open;
import static org.peersupport.json.DeskLines.options;
import static org.peersupport.json.DeskLines.script;
import static org.peersupport.json.DeskLines.talk;
import static org.peersupport.json.DeskLines.written;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Answer;
import org.peersupport.json.data.DueItem;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Outcome;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.Session;

class SessionDeskTest {
  private static final String SECRET = "SECRET-7f3a";

  private final List<Event> events = new ArrayList<>();
  private final SessionDesk desk = new SessionDesk(Variants::find, events::add);

  // --- lines

  @Test
  void an_accepted_command_gives_its_event_to_the_sink_and_in_the_answer() {
    Answer answer = desk.answer(open("s-1"), 1);

    assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(events).hasSize(1);
    assertThat(answer.line())
        .startsWith(Json.of("{'session':'s-1','outcome':'accepted',"))
        .contains(written(events.get(0)));
    assertThat(desk.session("s-1")).map(Session::seq).contains(1);
  }

  @Test
  void a_refused_command_changes_nothing_and_points_back_to_the_history() {
    talk("s-1").forEach(line -> desk.answer(line, 1));

    Answer answer = desk.answer(begin("reach-out"), 9);

    assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answer.line()).contains(Json.of("'witness':[7]"));
    assertThat(events).hasSize(7);
    assertThat(desk.session("s-1")).map(Session::seq).contains(7);
  }

  @Test
  void a_malformed_line_is_answered_with_its_number() {
    Answer answer = desk.answer("nonsense", 7);

    assertThat(answer.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(answer.line()).contains(Json.of("'code':'json.not-json'"), Json.of("'line':7"));
    assertThat(events).isEmpty();
  }

  @Test
  void what_is_not_there_is_refused_by_its_own_code() {
    assertThat(desk.answer(begin("reach-out"), 1).line()).contains("session.unknown");
    assertThat(desk.answer(options("s-1"), 1).line()).contains("session.unknown");
    assertThat(desk.answer(open("s-1", "nowhere"), 1).line()).contains("protocol.unknown");
    desk.answer(open("s-1"), 1);
    assertThat(desk.answer(open("s-1", "nowhere"), 1).line()).contains("session.already-open");
    assertThat(desk.session("s-2")).isEmpty();
  }

  @Test
  void bytes_and_text_get_the_same_answers() throws IOException {
    SessionDesk other = new SessionDesk(Variants::find, event -> {});
    for (String line : script()) {
      assertThat(other.answer(line.getBytes(UTF_8), 1)).isEqualTo(desk.answer(line, 1));
    }
  }

  @Test
  void every_answer_says_its_outcome() throws IOException {
    List<String> lines = new ArrayList<>(script());
    lines.addAll(
        List.of(
            options("s-1"),
            options("s-99"),
            Json.of("{'at':'2026-03-08T09:00:00Z','do':'due'}"),
            "{}"));
    for (String line : lines) {
      Answer answer = desk.answer(line, 1);
      assertThat(answer.line())
          .contains(Json.of("'outcome':'" + answer.outcome().wireName() + "'"))
          .doesNotContain("\n");
    }
  }

  @Test
  void a_preview_answers_the_same_and_records_nothing() throws IOException {
    for (String line : script()) {
      List<Event> before = List.copyOf(events);
      List<Session> sessions = desk.sessions();

      Answer preview = desk.preview(line, 1);

      assertThat(events).isEqualTo(before);
      assertThat(desk.sessions()).isEqualTo(sessions);
      assertThat(desk.answer(line, 1)).isEqualTo(preview);
    }
  }

  @Test
  void what_is_due_comes_first_due_first_over_all_sessions() {
    talk("s-1").forEach(line -> desk.answer(line.replace("T09", "T10"), 1));
    talk("s-3").forEach(line -> desk.answer(line, 1));
    talk("s-2").forEach(line -> desk.answer(line, 1));
    String query = Json.of("{'at':'2026-03-05T09:30:00Z','do':'due'}");

    List<DueItem> due = desk.due(Instant.parse("2026-03-05T09:30:00Z"));

    assertThat(due).extracting(DueItem::session).containsExactly("s-2", "s-3", "s-1");
    assertThat(due)
        .extracting(item -> ((DueItem.OfDeadline) item).overdue())
        .containsExactly(true, true, false);
    assertThat(desk.answer(query, 1).line()).isEqualTo(PeerSupportJson.writeDue(due));
  }

  @Test
  void what_could_not_be_read_again_is_not_recorded() {
    Protocol protocol = ofRules(200);
    SessionDesk small = new SessionDesk(reference -> Optional.of(protocol), events::add);
    small.answer(open("s-1", protocol.id()), 1);
    String act = "'do':'begin','element':'b','override':{'reason':'";

    Answer answer =
        small.answer(line("s-1", act + "x".repeat(JsonLimits.STRING_CHARACTERS) + "'}"), 9);

    assertThat(answer.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(answer.line())
        .contains("json.too-large", Json.of("'line':9"), "shorter reason")
        .doesNotContain("xxx");
    assertThat(events).hasSize(1);
    assertThat(small.answer(line("s-1", act + "short'}"), 10).outcome())
        .isEqualTo(Outcome.ACCEPTED);
    assertThat(events.get(1).deviations()).hasSize(200);
  }

  /** A protocol in which the second element departs from as many rules. */
  private static Protocol ofRules(int count) {
    String element = "{'key':'%s','title':'T','purpose':'P','need':'optional'}";
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rules.add(
          "{'id':'r"
              + i
              + "','template':'precedence','a':['begin:a'],'b':['begin:b'],'overridable':true}");
    }
    String document =
        "{'id':'many','release':'1','title':'T','source':'S','elements':["
            + element.formatted("a")
            + ","
            + element.formatted("b")
            + "],'rules':["
            + String.join(",", rules)
            + "]}";
    return PeerSupportJson.readProtocol(Json.of(document)).orElseThrow();
  }

  // --- the sink

  @Test
  void the_sink_gets_an_event_before_its_session_goes_on() {
    List<Integer> seen = new ArrayList<>();
    List<SessionDesk> itself = new ArrayList<>();
    SessionDesk watched =
        new SessionDesk(
            Variants::find,
            event -> seen.add(itself.get(0).session("s-1").map(Session::seq).orElse(0)));
    itself.add(watched);

    watched.answer(open("s-1"), 1);
    watched.answer(begin("reach-out"), 2);

    assertThat(seen).containsExactly(0, 1);
  }

  @Test
  void a_sink_that_fails_leaves_the_desk_as_it_was() throws IOException {
    List<Event> stored = new ArrayList<>();
    boolean[] works = {false};
    SessionDesk failing =
        new SessionDesk(
            Variants::find,
            event -> {
              if (!works[0]) {
                throw new IllegalStateException("the disk is full");
              }
              stored.add(event);
            });
    for (String line : script()) {
      List<Session> before = failing.sessions();
      works[0] = false;

      assertThatThrownBy(() -> failing.answer(line, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the disk is full");

      assertThat(failing.sessions()).isEqualTo(before);
      works[0] = true;
      assertThat(failing.answer(line, 1)).isEqualTo(desk.answer(line, 1));
    }
    assertThat(stored).isEqualTo(events);
  }

  // --- a log

  @Test
  void a_restored_desk_goes_on_as_the_one_that_never_stopped() throws IOException {
    List<String> script = script();
    for (int cut = 0; cut <= script.size(); cut++) {
      events.clear();
      SessionDesk live = new SessionDesk(Variants::find, events::add);
      script.subList(0, cut).forEach(line -> live.answer(line, 1));
      List<Event> again = new ArrayList<>();
      SessionDesk restored = new SessionDesk(Variants::find, again::add);

      assertThat(restored.restore(log(events))).isEmpty();

      assertThat(again).as("the sink gets no event twice").isEmpty();
      assertThat(restored.sessions()).isEqualTo(live.sessions());
      for (String line : script.subList(cut, script.size())) {
        assertThat(restored.answer(line, 1)).isEqualTo(live.answer(line, 1));
      }
    }
  }

  // --- confidentiality

  @Test
  void nothing_that_was_said_is_in_what_can_be_printed() throws IOException {
    String open =
        Json.of(
            "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'"
                + SECRET
                + "','do':'open','protocol':'ama-six-elements','supporter':{'id':'"
                + SECRET
                + "','role':'"
                + SECRET
                + "'},'peer':{'id':'peer-1','department':'"
                + SECRET
                + "'}}");
    String correct =
        Json.of(
            "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'"
                + SECRET
                + "','do':'correct','seq':2,'reason':'"
                + SECRET
                + "'}");
    List<Object> printed = new ArrayList<>();
    printed.add(desk.answer(open, 1));
    printed.add(desk.answer(begin("reach-out").replace("sup-1", SECRET), 2));
    Answer corrected = desk.answer(correct, 3);
    assertThat(corrected.line()).contains(SECRET);
    printed.add(corrected);
    printed.add(desk.answer(line("s-1", "'do':'begin','element':'" + SECRET + "'"), 4));
    printed.add(desk.answer(SECRET, 5));
    printed.add(desk);
    printed.add(desk.sessions());
    printed.add(desk.due(Instant.parse("2026-03-08T09:00:00Z")));
    printed.addAll(events);
    printed.add(new SessionDesk(Variants::find, event -> {}).restore(log(events.subList(1, 2))));
    SessionDesk failing =
        new SessionDesk(
            Variants::find,
            event -> {
              throw new IllegalStateException("the disk is full");
            });
    assertThatThrownBy(() -> failing.answer(open, 1))
        .satisfies(thrown -> printed.add(trace(thrown)));

    assertThat(printed).allSatisfy(each -> assertThat(each.toString()).doesNotContain(SECRET));
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
