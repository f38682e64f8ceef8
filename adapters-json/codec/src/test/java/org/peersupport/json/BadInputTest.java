package org.peersupport.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.json.DeskLines.begin;
import static org.peersupport.json.DeskLines.by;
import static org.peersupport.json.DeskLines.line;
import static org.peersupport.json.DeskLines.open;
import static org.peersupport.json.DeskLines.talk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Outcome;
import org.peersupport.session.Event;
import org.peersupport.session.Session;

/** What comes in as it should not: each is answered as the wire format says. */
class BadInputTest {
  private final List<Event> events = new ArrayList<>();
  private final SessionDesk desk = new SessionDesk(Variants::find, events::add);

  private static List<String> issues(String line) {
    return told(PeerSupportJson.readRequest(Json.of(line), 1).issues());
  }

  private static List<String> told(List<Issue> issues) {
    return issues.stream().map(issue -> issue.code() + " " + issue.pointer()).toList();
  }

  private Event last() {
    return events.get(events.size() - 1);
  }

  // --- instants

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:00:00.123456789Z, 2026-03-02T09:00:00.123Z",
    "2026-03-02T09:00:00.9999Z, 2026-03-02T09:00:00.999Z",
    "2026-03-02T09:00:00+23:59, 2026-03-01T09:01:00Z",
    "2026-03-02t09:00:00-00:00, 2026-03-02T09:00:00Z",
    "1969-12-31T23:59:59.5z, 1969-12-31T23:59:59.500Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void an_instant_is_read_with_any_offset_and_cut_to_milliseconds(String said, String written) {
    desk.answer(open("s-1").replace("2026-03-02T09:00:00Z", said), 1);

    assertThat(DeskLines.written(last())).contains("\"at\":\"" + written + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T09:00:00.1234567890Z",
        "2026-03-02T09:00:00+25:00",
        "2026-03-02T09:00:00+24:00",
        "2026-03-02T09:00:00-01:60",
        "2026-03-02T09:00:00+0100",
        "2026-03-02T09:00:00",
        "2026-03-02T09:00Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T09:00:60Z",
        "2026-02-30T09:00:00+01:00",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "0000-12-31T23:59:59Z"
      })
  void any_other_instant_is_ill_formed_wherever_it_stands(String said) {
    String pause = "{'session':'s-1','at':'AT','recordedAt':'AT','by':'p','do':'pause'}";

    assertThat(issues(pause.replace("AT", said)))
        .containsExactly("json.ill-formed /at", "json.ill-formed /recordedAt");
    String event =
        "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','recordedAt':'AT','by':'p',"
            + "'type':'session-paused'}";
    assertThat(told(broken(Json.of(event.replace("AT", said)).getBytes(UTF_8))))
        .containsExactly("json.ill-formed /recordedAt");
  }

  /** What the reader of a log has against its only line. */
  private static List<Issue> broken(byte[] line) {
    try {
      LogEntry entry = LogReader.of(new ByteArrayInputStream(line)).next().orElseThrow();
      return ((LogEntry.Broken) entry).issues();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_was_told_before_1970_lies_ahead_of_its_telling() {
    desk.answer(open("s-1"), 1);
    String before = "'recordedAt':'1969-12-31T23:00:00Z',";

    String refused =
        desk.answer(line("s-1", before + "'do':'begin','element':'reach-out'"), 1).line();
    String accepted =
        desk.answer(by("peer-1", "s-1", before + "'do':'concern','level':'elevated'"), 1).line();

    assertThat(refused).contains("time.in-future");
    assertThat(accepted)
        .contains(
            Json.of("'at':'1969-12-31T23:00:00Z','recordedAt':'1969-12-31T23:00:00Z'"),
            Json.of("'deviations':[{'rule':'time.in-future','aheadBy':'PT492346H'}]"));
    assertThat(events).hasSize(2);
  }

  // --- ids

  @Test
  void a_command_id_is_written_as_an_id_must_be() {
    String pause =
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','commandId':ID,'do':'pause'}";

    assertThat(issues(pause.replace("ID", "'" + "c".repeat(64) + "'"))).isEmpty();
    assertThat(issues(pause.replace("ID", "'" + "c".repeat(65) + "'")))
        .containsExactly("json.ill-formed /commandId");
    for (String id : List.of("''", "'-c'", "'a b'", "'\\u0000'", "'é'")) {
      assertThat(issues(pause.replace("ID", id))).containsExactly("json.ill-formed /commandId");
    }
    assertThat(issues(pause.replace("ID", "7"))).containsExactly("json.wrong-type /commandId");
  }

  @Test
  void a_session_does_not_follow_up_itself() {
    String open = open("s-1");
    String itself = open.substring(0, open.length() - 1) + ",\"followUpOf\":\"s-1\"}";

    var answer = desk.answer(itself, 4);

    assertThat(answer.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(answer.line())
        .contains("json.ill-formed", "\"/followUpOf\"", "A session does not follow up itself.")
        .doesNotContain("s-1");
    assertThat(desk.answer(itself.replace("f\":\"s-1", "f\":\"s-0"), 5).outcome())
        .isEqualTo(Outcome.ACCEPTED);
    assertThat(issues("{'do':'open','session':'s-1','followUpOf':'s-1','at':7}"))
        .containsExactly(
            "json.wrong-type /at",
            "json.missing-member /by",
            "json.missing-member /protocol",
            "json.missing-member /supporter",
            "json.missing-member /peer",
            "json.ill-formed /followUpOf");
  }

  @Test
  void an_old_history_in_which_a_session_follows_up_itself_is_taken_in() throws IOException {
    desk.answer(open("s-1"), 1);
    desk.answer(begin("reach-out"), 2);
    String old = DeskLines.written(events.get(0)).replaceFirst("}$", ",\"followUpOf\":\"s-1\"}");
    SessionDesk restored = new SessionDesk(Variants::find, event -> {});

    assertThat(restored.restore(DeskLines.log(old + "\n" + DeskLines.written(events.get(1)))))
        .isEmpty();

    assertThat(restored.session("s-1").flatMap(Session::followUpOf)).contains("s-1");
    String correct = line("s-1", "'do':'correct','seq':2,'reason':'it was another'");
    assertThat(restored.answer(correct, 3).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  // --- reasons

  @Test
  void a_reason_that_the_protocol_does_not_list_is_refused() {
    talk("s-1").forEach(each -> desk.answer(each, 1));
    desk.answer(line("s-1", "'do':'offer','referral':'r-2','resource':'chaplaincy'"), 1);
    String override = ",'override':{'reason':'why','code':'boring'}";
    List<String> unknown =
        List.of(
            "'do':'decline','referral':'r-2','reason':'boring'",
            "'do':'lapse','referral':'r-2','reason':'not-now'",
            "'do':'end','reason':'boring'",
            "'do':'end','reason':''",
            "'do':'void','reason':'boring'",
            "'do':'thank','facets':['work']" + override,
            "'do':'close'" + override);
    for (String act : unknown) {
      assertThat(desk.answer(line("s-1", act), 1).line()).as(act).contains("reason.unknown");
    }
    assertThat(desk.answer(line("s-1", "'do':'pause'" + override), 1).outcome())
        .isEqualTo(Outcome.ACCEPTED);
    assertThat(
            desk.answer(line("s-1", "'do':'decline','referral':'r-2','reason':'not-now'"), 1)
                .line())
        .contains(Json.of("'referral':'r-2','reason':'not-now'"));
  }

  // --- corrections

  @Test
  void a_correction_of_a_correction_of_a_correction_takes_back_what_the_second_brought_back() {
    desk.answer(open("s-1"), 1);
    desk.answer(begin("reach-out"), 2);
    List<String> begun = new ArrayList<>();
    for (int seq = 2; seq <= 4; seq++) {
      desk.answer(line("s-1", "'do':'correct','seq':" + seq + ",'reason':'an error'"), 1);
      begun.add(desk.session("s-1").flatMap(Session::element).orElse("none"));
    }

    assertThat(begun).containsExactly("none", "reach-out", "none");
    for (int seq : List.of(1, 2, 4)) {
      assertThat(
              desk.answer(line("s-1", "'do':'correct','seq':" + seq + ",'reason':'again'"), 1)
                  .line())
          .contains("correction.not-allowed");
    }
    assertThat(desk.answer(line("s-1", "'do':'correct','seq':6,'reason':'again'"), 1).line())
        .contains("correction.unknown-event");
  }

  // --- other members

  @Test
  void members_that_nothing_knows_are_passed_over_at_every_level() {
    String open =
        "{'session':'s-1','x-a':1,'at':'2026-03-02T09:00:00Z','by':'sup-1','do':'open',"
            + "'protocol':'ama-six-elements','supporter':{'id':'sup-1','x-b':{'id':7}},"
            + "'peer':{'id':'peer-1','of-later':[]},'override':{'reason':'why','x-c':null},'new':7}";
    assertThat(issues(open)).isEmpty();
    assertThat(desk.answer(Json.of(open), 1).line()).doesNotContain("x-a", "x-b", "of-later");
    String event =
        "{'session':'s-1','seq':2,'x-a':1,'at':'2026-03-02T09:00:00Z','by':'p','of-later':{},"
            + "'type':'session-paused','deviations':[{'rule':'r','x-b':7,'new':[]}]}";
    assertThat(PeerSupportJson.readEvent(Json.of(event), 1).issues()).isEmpty();
  }

  // --- bytes

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c0\u00af",
        "\u00c1\u0081",
        "\u00e0\u0080\u00af",
        "\u00e0\u009f\u00bf",
        "\u00f0\u0080\u0080\u00af",
        "\u00f0\u008f\u00bf\u00bf",
        "\u00f4\u0090\u0080\u0080",
        "\u00f8\u0088\u0080\u0080\u0080",
        "\u00ed\u00a0\u0080",
        "\u00ed\u00bf\u00bf",
        "\u0080",
        "\u00e2\u0082",
        "\u00ff"
      })
  void what_is_no_utf_8_is_malformed_wherever_it_stands(String bytes) {
    String begin = begin("\u0001").replace("\u0001", bytes);
    assertNotJson(PeerSupportJson.readRequest(begin.getBytes(ISO_8859_1), 1).issues());
    String name = begin("x").replace("\"do\"", "\"" + bytes + "\":1,\"do\"");
    assertNotJson(PeerSupportJson.readRequest(name.getBytes(ISO_8859_1), 1).issues());
    String passedOver = begin("x").replace("\"do\"", "\"x\":[\"" + bytes + "\"],\"do\"");
    assertNotJson(PeerSupportJson.readRequest(passedOver.getBytes(ISO_8859_1), 1).issues());
    String event =
        Json.of(
            "{'session':'s-1','seq':2,'at':'2026-03-02T09:00:00Z','by':'p','type':'element-begun',"
                + "'element':'"
                + bytes
                + "'}");
    assertNotJson(broken(event.getBytes(ISO_8859_1)));
    String document = Json.of("{'id':'p','title':'" + bytes + "'}");
    assertNotJson(PeerSupportJson.readProtocol(document.getBytes(ISO_8859_1)).issues());
    String behind = begin("reach-out") + bytes;
    assertThat(told(PeerSupportJson.readRequest(behind.getBytes(ISO_8859_1), 1).issues()))
        .containsExactly("json.trailing-text ");
  }

  private static void assertNotJson(List<Issue> issues) {
    assertThat(issues).extracting(Issue::code).contains("json.not-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u07ff",
        "\u0800",
        "\ud7ff",
        "\ue000",
        "\uffff",
        "\ud800\udc00",
        "\udbff\udfff"
      })
  void the_first_and_the_last_of_each_length_are_read(String text) {
    byte[] begin = begin("x" + text).getBytes(UTF_8);

    assertThat(PeerSupportJson.readRequest(begin, 1).issues()).isEmpty();
    assertThat(new String(begin, UTF_8)).contains(text);
  }
}
