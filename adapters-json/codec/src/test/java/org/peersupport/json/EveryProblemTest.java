package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.MalformedException;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Request;
import org.peersupport.session.Event;

class EveryProblemTest {
  private static final int LINE = 3;

  /** The issues of a request as {@code code pointer}. */
  private static List<String> issues(String line) {
    return told(PeerSupportJson.readRequest(Json.of(line), LINE).issues());
  }

  /** The same of an event. */
  private static List<String> issuesOfEvent(String line) {
    return told(PeerSupportJson.readEvent(Json.of(line), LINE).issues());
  }

  private static List<String> told(List<Issue> issues) {
    assertThat(issues).allMatch(issue -> issue.line() == LINE);
    assertThat(issues).noneMatch(issue -> issue.explanation().isBlank());
    return issues.stream().map(issue -> issue.code() + " " + issue.pointer()).toList();
  }

  @Test
  void a_command_that_lacks_three_members_gives_three_issues_in_the_order_of_the_members() {
    assertThat(issues("{'referral':'r-1','do':'offer','at':'2026-03-02T09:00:00Z'}"))
        .containsExactly(
            "json.missing-member /session",
            "json.missing-member /by",
            "json.missing-member /resource");
  }

  @Test
  void issues_stand_in_the_order_of_the_members_whatever_order_they_came_in() {
    assertThat(
            issues(
                "{'ifSeq':-1,'peer':{'department':7,'role':false},'supporter':'sup-1','do':'open',"
                    + "'at':'yesterday','by':'-','session':['s-1']}"))
        .containsExactly(
            "json.wrong-type /session",
            "json.ill-formed /at",
            "json.ill-formed /by",
            "json.missing-member /protocol",
            "json.wrong-type /supporter",
            "json.missing-member /peer/id",
            "json.wrong-type /peer/role",
            "json.wrong-type /peer/department",
            "json.ill-formed /ifSeq");
  }

  @Test
  void an_empty_object_lacks_what_all_commands_have() {
    assertThat(issues("{}"))
        .containsExactly(
            "json.missing-member /session",
            "json.missing-member /at",
            "json.missing-member /by",
            "json.missing-member /do");
  }

  @Test
  void an_unknown_word_is_an_issue_and_the_rest_is_still_looked_at() {
    assertThat(issues("{'do':'shout','at':1,'by':'sup-1','session':'s-1'}"))
        .containsExactly("json.wrong-type /at", "json.unknown-value /do");
    assertThat(
            issues(
                "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'shout','reason':7}"))
        .containsExactly("json.unknown-value /do");
  }

  @Test
  void a_reason_is_a_key_for_the_protocol_to_know_or_a_text_in_whatever_place() {
    String end = "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'end'";
    String correct = "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'correct','seq':2";
    assertThat(issues(end + ",'reason':'wrong peer'}")).isEmpty();
    assertThat(issues(end + ",'reason':' '}")).isEmpty();
    assertThat(issues(end + ",'reason':'\\ud800'}")).containsExactly("json.ill-formed /reason");
    assertThat(issues(end + ",'reason':7}")).containsExactly("json.wrong-type /reason");
    assertThat(issues(end + "}")).containsExactly("json.missing-member /reason");
    assertThat(issues(correct + ",'reason':'wrong peer'}")).isEmpty();
    assertThat(issues(correct + ",'reason':'declined','ifSeq':4}")).isEmpty();
    assertThat(issues(correct + ",'reason':' \\n'}")).containsExactly("json.ill-formed /reason");
    assertThat(issues(correct + ",'reason':''}")).containsExactly("json.ill-formed /reason");
    assertThat(issues(correct + ",'reason':'a\\u0000'}"))
        .containsExactly("json.ill-formed /reason");
    assertThat(issues(correct + ",'reason':{'a':1}}")).containsExactly("json.wrong-type /reason");
    assertThat(issues(correct + "}")).containsExactly("json.missing-member /reason");
    assertThat(issues("{'reason':'x','reason':'y','seq':3," + correct.substring(1) + "}"))
        .containsExactly("json.repeated-member /seq", "json.repeated-member /reason");
    assertThat(issues("{'reason':'wrong peer'," + correct.substring(1) + "}")).isEmpty();
    assertThat(issues("{'reason':' '," + correct.substring(1) + ",'ifSeq':-1}"))
        .containsExactly("json.ill-formed /reason", "json.ill-formed /ifSeq");
    assertThat(issues("{'reason':'\\ud800','do':'due','at':'2026-03-02T09:00:00Z'}"))
        .containsExactly("json.misplaced-member /reason");
  }

  @Test
  void a_recorded_correction_may_leave_its_reason_out() {
    String event =
        "{'session':'s-1','seq':7,'at':'2026-03-02T09:00:00Z','by':'p','type':'event-corrected'";
    assertThat(issuesOfEvent(event + ",'corrects':2}")).isEmpty();
    assertThat(issuesOfEvent(event + ",'corrects':2,'reason':''}")).isEmpty();
    assertThat(issuesOfEvent(event + ",'reason':false}"))
        .containsExactly("json.missing-member /corrects", "json.wrong-type /reason");
    assertThat(issuesOfEvent(event + ",'reason':'\\ud800','corrects':0,'deviations':7}"))
        .containsExactly(
            "json.ill-formed /corrects", "json.ill-formed /reason", "json.wrong-type /deviations");
  }

  @Test
  void a_member_that_belongs_to_another_command_is_an_issue_whatever_it_is() {
    assertThat(
            issues(
                "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'begin',"
                    + "'element':7,'referral':7,'facets':[],'peer':{'id':[]},'of-later':{}}"))
        .containsExactly(
            "json.misplaced-member /peer",
            "json.wrong-type /element",
            "json.misplaced-member /referral",
            "json.misplaced-member /facets");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{'do'",
        "{'do':}",
        "{'do':'close'",
        "{'do':close}",
        "{do:'close'}",
        "nul",
        "{'do':'\\x'}",
        "{'do':'\u0000'}",
        "{'do':'clo\tse'}",
        "{'a':01}",
        "{'a':NaN}",
        "{'a':1,}",
        "// comment",
        "}"
      })
  void what_is_no_json_is_one_issue(String text) {
    assertThat(issues(text)).singleElement().asString().startsWith("json.not-json ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "'begin'", "null", "true", "[{'do':'close'}]"})
  void what_is_no_object_is_one_issue(String text) {
    assertThat(issues(text)).containsExactly("json.wrong-type ");
  }

  @ParameterizedTest
  @ValueSource(strings = {" {}", "x", "}", ",", " 1", "'", "\u0000"})
  void nothing_may_follow_the_object(String more) {
    String due = "{'do':'due','at':'2026-03-02T09:00:00Z'}";
    assertThat(issues(due)).isEmpty();
    assertThat(issues(due + " \t\r\n")).isEmpty();
    assertThat(issues(due + more)).containsExactly("json.trailing-text ");
  }

  @Test
  void a_repeated_member_is_an_issue_wherever_it_stands() {
    assertThat(issues("{'do':'due','at':'2026-03-02T09:00:00Z','do':'close'}"))
        .containsExactly("json.repeated-member /do");
    assertThat(issues("{'do':'due','at':'2026-03-02T09:00:00Z','level':1,'level':2}"))
        .containsExactly("json.repeated-member /level", "json.misplaced-member /level");
    assertThat(issues("{'do':'due','at':'2026-03-02T09:00:00Z','new':1,'new':2}"))
        .containsExactly("json.repeated-member ");
    assertThat(issues("{'do':'due','at':'2026-03-02T09:00:00Z','new':{'a':[{'b':1,'b':2}]}}"))
        .containsExactly("json.repeated-member ");
    assertThat(
            issues(
                "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'transfer',"
                    + "'supporter':{'id':'x','role':'a','role':'b'}}"))
        .containsExactly("json.repeated-member /supporter/role");
  }

  @Test
  void a_name_that_is_spelled_with_escapes_is_the_same_name() {
    assertThat(issues("{'do':'due','at':'2026-03-02T09:00:00Z','\\u0064o':'due'}"))
        .containsExactly("json.repeated-member /do");
  }

  @Test
  void thanks_are_for_something() {
    String thank = "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'thank','facets':";
    assertThat(issues(thank + "[]}")).containsExactly("json.empty-array /facets");
    assertThat(issues(thank + "'work'}")).containsExactly("json.wrong-type /facets");
    assertThat(issues(thank + "['work',null,['x'],{'y':1}]}"))
        .containsExactly(
            "json.wrong-type /facets/1", "json.wrong-type /facets/2", "json.wrong-type /facets/3");
  }

  @Test
  void an_override_says_why_and_an_empty_reason_is_for_the_engine_to_refuse() {
    String close = "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'close','override':";
    assertThat(issues(close + "{'reason':''}}")).isEmpty();
    assertThat(issues(close + "{'reason':' '}}")).isEmpty();
    assertThat(issues(close + "{}}")).containsExactly("json.missing-member /override/reason");
    assertThat(issues(close + "{'reason':null}}"))
        .containsExactly("json.wrong-type /override/reason");
    assertThat(issues(close + "'why'}")).containsExactly("json.wrong-type /override");
    assertThat(issues(close + "null}")).containsExactly("json.wrong-type /override");
    String concern = close.replace("'close'", "'concern','level':'elevated'");
    assertThat(issues(concern + "5}")).containsExactly("json.wrong-type /override");
  }

  @ParameterizedTest
  @CsvSource({
    "1, ''",
    "2147483647, ''",
    "0, ''",
    "-1, json.ill-formed /ifSeq",
    "2147483648, json.ill-formed /ifSeq",
    "99999999999999999999, json.ill-formed /ifSeq",
    "1.0, json.wrong-type /ifSeq",
    "1e3, json.wrong-type /ifSeq",
    "'''1''', json.wrong-type /ifSeq",
    "true, json.wrong-type /ifSeq",
  })
  void if_seq_is_a_whole_number_from_none(String value, String expected) {
    List<String> issues =
        issues(
            "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'close','ifSeq':"
                + value
                + "}");
    assertThat(String.join(" ", issues)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", ".a", "a b", "ä", "a/b", "a\\u0000", "\\ud800", "a\\n", " a", "a ", "é"})
  void an_id_is_written_as_it_must_be(String id) {
    assertThat(issues("{'session':'" + id + "','at':'2026-03-02T09:00:00Z','do':'options'}"))
        .containsExactly("json.ill-formed /session");
  }

  @Test
  void an_id_has_at_most_64_characters() {
    assertThat(
            issues(
                "{'session':'" + "a".repeat(64) + "','at':'2026-03-02T09:00:00Z','do':'options'}"))
        .isEmpty();
    assertThat(
            issues(
                "{'session':'" + "a".repeat(65) + "','at':'2026-03-02T09:00:00Z','do':'options'}"))
        .containsExactly("json.ill-formed /session");
  }

  @Test
  void a_key_is_for_the_engine_to_know() {
    assertThat(
            issues(
                "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'begin',"
                    + "'element':'NO such Key'}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00", "\\udc00\\ud800", "a\\ud83dz"})
  void a_text_that_no_output_could_carry_is_ill_formed(String text) {
    assertThat(
            issues(
                "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'begin','element':'"
                    + text
                    + "'}"))
        .containsExactly("json.ill-formed /element");
  }

  @Test
  void a_surrogate_pair_is_a_character_like_any_other() {
    String begin =
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'begin','element':'\\ud83d\\ude42'}";
    assertThat(issues(begin)).isEmpty();
    Request request = PeerSupportJson.readRequest(Json.of(begin), 1).orElseThrow();
    String written = PeerSupportJson.writeCommand(((Request.Act) request).command());
    assertThat(written).contains("\uD83D\uDE42");
    assertThat(PeerSupportJson.readRequest(written, 1).orElseThrow()).isEqualTo(request);
  }

  @Test
  void queries_need_no_by() {
    Instant at = Instant.parse("2026-03-02T09:00:00Z");
    assertThat(
            PeerSupportJson.readRequest(
                    Json.of("{'session':'s-1','at':'2026-03-02T09:00:00Z','do':'options'}"), 1)
                .orElseThrow())
        .isEqualTo(new Request.OptionsQuery("s-1", Optional.empty(), at));
    assertThat(
            PeerSupportJson.readRequest(Json.of("{'at':'2026-03-02T09:00:00Z','do':'due'}"), 1)
                .orElseThrow())
        .isEqualTo(new Request.DueQuery(Optional.empty(), at));
    assertThat(
            PeerSupportJson.readRequest(
                    Json.of(
                        "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'options'}"),
                    1)
                .orElseThrow())
        .isEqualTo(new Request.OptionsQuery("s-1", Optional.of("p"), at));
    assertThat(
            PeerSupportJson.readRequest(
                    Json.of("{'session':'s-1','at':'2026-03-02T09:00:00Z','do':'due'}"), 1)
                .orElseThrow())
        .isEqualTo(new Request.DueQuery(Optional.of("s-1"), at));
    assertThat(
            PeerSupportJson.readRequest(Json.of("{'session':'s-1','at':7,'do':'state'}"), 1)
                .orElseThrow())
        .isEqualTo(new Request.StateQuery("s-1"));
    assertThat(issues("{'do':'options'}"))
        .containsExactly("json.missing-member /session", "json.missing-member /at");
    assertThat(issues("{'do':'due'}")).containsExactly("json.missing-member /at");
    assertThat(issues("{'do':'state'}")).containsExactly("json.missing-member /session");
  }

  @Test
  void an_event_tells_every_problem_too() {
    assertThat(
            issuesOfEvent(
                "{'type':'session-ended','seq':0,'deviations':[{'rule':'r'},{'lateBy':'5h'},7]}"))
        .containsExactly(
            "json.missing-member /session",
            "json.ill-formed /seq",
            "json.missing-member /at",
            "json.missing-member /by",
            "json.missing-member /reason",
            "json.missing-member /deviations/1/rule",
            "json.ill-formed /deviations/1/lateBy",
            "json.wrong-type /deviations/2");
    assertThat(issuesOfEvent("{'type':'session-began'}"))
        .containsExactly(
            "json.missing-member /session",
            "json.missing-member /seq",
            "json.missing-member /at",
            "json.missing-member /by",
            "json.unknown-value /type");
  }

  @Test
  void an_empty_list_of_deviations_is_none() {
    Event event =
        PeerSupportJson.readEvent(
                Json.of(
                    "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','by':'p',"
                        + "'type':'session-paused','deviations':[]}"),
                1)
            .orElseThrow();
    assertThat(event.deviations()).isEmpty();
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    String due = "\uFEFF" + Json.of("{'do':'due','at':'2026-03-02T09:00:00Z'}");
    assertThat(PeerSupportJson.readRequest(due, 1).isMalformed()).isFalse();
    assertThat(PeerSupportJson.readRequest(due.getBytes(StandardCharsets.UTF_8), 1).isMalformed())
        .isFalse();
  }

  @Test
  void only_utf_8_is_read() {
    String due = Json.of("{'do':'due','at':'2026-03-02T09:00:00Z'}");
    assertThat(
            told(
                PeerSupportJson.readRequest(due.getBytes(StandardCharsets.UTF_16LE), LINE)
                    .issues()))
        .singleElement()
        .asString()
        .startsWith("json.not-json");
    byte[] broken =
        Json.of("{'do':'due','at':'2026-03-02T09:00:00Z','x':'?'}")
            .getBytes(StandardCharsets.UTF_8);
    broken[broken.length - 3] = (byte) 0xC3;
    assertThat(told(PeerSupportJson.readRequest(broken, LINE).issues()))
        .singleElement()
        .asString()
        .startsWith("json.not-json");
  }

  @Test
  void who_wants_an_exception_gets_the_issues_with_it() {
    Read<Request> read = PeerSupportJson.readRequest("{\"do\":\"due\"}", 7);
    assertThatThrownBy(read::orElseThrow)
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("line 7, /at: json.missing-member")
        .satisfies(e -> assertThat(((MalformedException) e).issues()).isEqualTo(read.issues()));
    assertThat(read.isMalformed()).isTrue();
    assertThat(read.<Integer>fold(value -> 0, List::size)).isEqualTo(1);
  }
}
