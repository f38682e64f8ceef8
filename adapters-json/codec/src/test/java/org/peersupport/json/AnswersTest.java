package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.json.DeskLines.begin;
import static org.peersupport.json.DeskLines.by;
import static org.peersupport.json.DeskLines.line;
import static org.peersupport.json.DeskLines.open;
import static org.peersupport.json.DeskLines.options;
import static org.peersupport.json.DeskLines.script;
import static org.peersupport.json.DeskLines.state;
import static org.peersupport.json.DeskLines.talk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Answer;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Options;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** The answers of a desk, member by member, as the wire format says. */
class AnswersTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final Locale STRANGE = Locale.forLanguageTag("xx");
  private static final Refusal UNKNOWN = Refusal.of(RefusalCode.SESSION_UNKNOWN);

  /** The members of each kind of object, in the order of the wire format. */
  private static final Map<String, List<String>> ORDER =
      Map.of(
          "",
          words(
              "session outcome repeated seq urgent events at protocol status settled supporter peer"
                  + " element referrals violations remedy explanation options rules permitted"
                  + " outstanding due issues"),
          "urgent",
          words("rules remedy explanation"),
          "events",
          words(
              "session seq at recordedAt by commandId type protocol fingerprint supporter peer"
                  + " followUpOf element level referral resource facets corrects reason"
                  + " deviations"),
          "deviations",
          words("rule code reason lateBy aheadBy"),
          "violations",
          words("code rule rules because explanation witness"),
          "options",
          words("activity do referral permitted violations remedy"),
          "referrals",
          words("referral resource state"),
          "due",
          words("session supporter rule deadline referral since dueAt overdue"),
          "rules",
          words("id verdict"),
          "issues",
          words("code pointer line explanation"));

  private final List<Event> events = new ArrayList<>();
  private final SessionDesk desk = new SessionDesk(Variants::find, events::add);

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  private JsonNode answer(String line) {
    try {
      return PLAIN.readTree(desk.answer(line, 1).line());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  // --- order

  @Test
  void members_stand_in_the_order_of_the_wire_format() throws IOException {
    List<String> lines = new ArrayList<>(script());
    lines.addAll(6, List.of(options("s-1"), state("s-1"), begin("s-1", "close-with-thank-you")));
    lines.add(30, options("s-3"));
    lines.addAll(
        List.of(
            state("s-3"),
            state("s-9"),
            options("s-4"),
            line("s-4", "'do':'begin','element':'reach-out','ifSeq':3"),
            line("s-5", "'do':'begin','element':'reach-out'"),
            Json.of("{'at':'2026-03-08T09:00:00Z','do':'due'}"),
            Json.of("{'do':'due','level':3}"),
            "[]"));
    for (String line : lines) {
      String answer = desk.answer(line, 1).line();
      inOrder("", PLAIN.readTree(answer));
      assertThat(Validator.errors("outcome", answer)).as(answer).isEmpty();
    }
  }

  private static void inOrder(String kind, JsonNode object) {
    List<String> order = ORDER.get(kind);
    if (order == null) {
      return;
    }
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    assertThat(order).as("members of %s", kind).containsAll(names);
    List<String> sorted = new ArrayList<>(order);
    sorted.retainAll(names);
    assertThat(names).as("members of %s", kind).isEqualTo(sorted);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      for (JsonNode each : member.getValue().isArray() ? member.getValue() : List.<JsonNode>of()) {
        if (each.isObject()) {
          inOrder(member.getKey(), each);
        }
      }
      if (member.getKey().equals("urgent")) {
        inOrder("urgent", member.getValue());
      }
    }
  }

  // --- repeats

  @Test
  void a_command_that_is_sent_again_is_recorded_once() {
    desk.answer(open("s-1"), 1);
    String begin = line("s-1", "'commandId':'c-1','do':'begin','element':'reach-out'");
    JsonNode first = answer(begin);
    answer(begin("invite-and-listen"));
    String later = begin.replace("T09:00", "T10:30").replace("c-1\"", "c-1\",\"ifSeq\":99");

    JsonNode again = answer(later);

    assertThat(again.get("outcome").asText()).isEqualTo("accepted");
    assertThat(again.get("repeated").asBoolean()).isTrue();
    assertThat(again.get("events")).isEqualTo(first.get("events"));
    assertThat(again.get("seq").asInt()).isEqualTo(3);
    assertThat(first.has("repeated")).isFalse();
    assertThat(events).hasSize(3);
  }

  @Test
  void the_id_of_another_command_is_refused() {
    desk.answer(open("s-1"), 1);
    String end = line("s-1", "'commandId':'c-1','do':'end','reason':'stopped'");
    desk.answer(end, 1);

    for (String other :
        List.of(
            end.replace("stopped", "safety"),
            end.replace("sup-1", "peer-1"),
            line("s-1", "'commandId':'c-1','do':'close'"))) {
      JsonNode refused = answer(other);
      assertThat(refused.get("violations").get(0).get("code").asText())
          .isEqualTo("command.id-reused");
      assertThat(refused.get("seq").asInt()).isEqualTo(2);
    }
    desk.answer(open("s-2"), 1);
    assertThat(answer(end.replace("s-1", "s-2")).get("outcome").asText()).isEqualTo("accepted");
  }

  @Test
  void what_was_refused_is_decided_anew() {
    desk.answer(open("s-1"), 1);
    String begin = line("s-1", "'commandId':'c-1','do':'begin','element':'invite-and-listen'");
    assertThat(answer(begin).get("outcome").asText()).isEqualTo("refused");
    desk.answer(begin("reach-out"), 1);

    assertThat(answer(begin).get("outcome").asText()).isEqualTo("accepted");
  }

  @Test
  void an_opening_is_the_same_whichever_release_it_names() {
    String open = open("s-1").replace("\"do\"", "\"commandId\":\"c-1\",\"do\"");
    desk.answer(open, 1);

    assertThat(answer(open).get("repeated").asBoolean()).isTrue();
    assertThat(answer(open.replace("elements\"", "elements@1.0.0\"")).get("repeated").asBoolean())
        .isTrue();
    assertThat(answer(open.replace("elements\"", "elements@2.0.0\"")).toString())
        .contains("command.id-reused");
  }

  // --- state and urgency

  @Test
  void the_state_tells_where_a_session_stands() {
    talk("s-1").forEach(line -> desk.answer(line, 1));
    desk.answer(by("peer-1", "s-1", "'do':'concern','level':'imminent'"), 1);

    JsonNode state = answer(state("s-1"));

    assertThat(state.get("outcome").asText()).isEqualTo("state");
    assertThat(state.get("seq").asInt()).isEqualTo(8);
    assertThat(state.get("at").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(state.get("protocol").asText()).isEqualTo("ama-six-elements@1.0.0");
    assertThat(state.get("element").asText()).isEqualTo("close-with-thank-you");
    assertThat(state.get("supporter").get("id").asText()).isEqualTo("sup-1");
    assertThat(state.get("referrals").toString())
        .isEqualTo(
            Json.of("[{'referral':'r-1','resource':'employee-assistance','state':'accepted'}]"));
    assertThat(texts(state.get("urgent").get("rules"))).containsExactly("imminent-concern-met");
    assertThat(events).hasSize(8);
    desk.answer(open("s-2"), 1);
    assertThat(answer(state("s-2")).has("element")).isFalse();
    assertThat(answer(state("s-2")).has("urgent")).isFalse();
  }

  @Test
  void every_answer_says_first_that_someone_may_be_in_danger() {
    talk("s-1").forEach(line -> desk.answer(line, 1));
    List<String> asked =
        List.of(
            by("peer-1", "s-1", "'do':'concern','level':'imminent'"),
            options("s-1"),
            state("s-1"),
            line("s-1", "'do':'close'"));
    for (String line : asked) {
      JsonNode answer = answer(line);
      String sentence = answer.get("urgent").get("explanation").asText();
      assertThat(texts(answer.get("urgent").get("remedy")))
          .containsExactly("offer:emergency-care", "connect:emergency-care");
      if (answer.has("explanation")) {
        assertThat(answer.get("explanation").asText()).startsWith(sentence).isNotEqualTo(sentence);
      }
    }
    desk.answer(line("s-1", "'do':'offer','referral':'r-9','resource':'emergency-care'"), 1);

    assertThat(answer(line("s-1", "'do':'connect','referral':'r-9'")).has("urgent")).isFalse();
  }

  // --- options

  @Test
  void the_options_are_those_of_whoever_asks() {
    talk("s-1").forEach(line -> desk.answer(line, 1));

    assertThat(option("", "thank:work").get("permitted").asBoolean()).isTrue();
    assertThat(option("'by':'sup-1',", "thank:work").get("permitted").asBoolean()).isTrue();
    assertThat(option("'by':'peer-1',", "thank:work").toString()).contains("actor.not-allowed");
    assertThat(option("'by':'peer-1',", "end").get("permitted").asBoolean()).isTrue();
    assertThat(option("'by':'lead-1',", "end").toString()).contains("actor.not-in-session");
    assertThat(option("'by':'lead-1',", "concern:imminent").get("permitted").asBoolean()).isTrue();
    JsonNode connect = option("", "connect:employee-assistance");
    assertThat(connect.get("do").asText()).isEqualTo("connect");
    assertThat(connect.get("referral").asText()).isEqualTo("r-1");
    assertThat(option("", "resume").get("do").asText()).isEqualTo("resume");
    assertThat(option("", "thank:work").has("referral")).isFalse();
  }

  private JsonNode option(String who, String activity) {
    String asked =
        Json.of("{'session':'s-1','at':'2026-03-02T09:00:00Z'," + who + "'do':'options'}");
    for (JsonNode option : answer(asked).get("options")) {
      if (option.get("activity").asText().equals(activity)) {
        return option;
      }
    }
    throw new IllegalArgumentException(activity);
  }

  @Test
  void an_act_of_a_referral_stands_once_for_each_that_it_fits() {
    talk("s-1").forEach(line -> desk.answer(line, 1));
    desk.answer(line("s-1", "'do':'connect','referral':'r-1'"), 1);
    desk.answer(line("s-1", "'do':'offer','referral':'r-2','resource':'employee-assistance'"), 1);
    List<String> entries = new ArrayList<>();
    for (JsonNode option : answer(options("s-1")).get("options")) {
      if (option.get("activity").asText().endsWith(":employee-assistance")
          && option.has("referral")) {
        entries.add(
            option.get("do").asText()
                + " "
                + option.get("referral").asText()
                + " "
                + option.get("permitted").asBoolean());
      }
    }

    assertThat(entries)
        .containsExactly(
            "accept r-2 true",
            "complete r-1 true",
            "connect r-2 false",
            "decline r-2 true",
            "lapse r-1 true",
            "lapse r-2 true",
            "withdraw r-1 true");
  }

  // --- due

  @Test
  void what_is_due_can_be_asked_of_one_session() {
    talk("s-1").forEach(line -> desk.answer(line, 1));
    talk("s-2").forEach(line -> desk.answer(line, 1));
    String asked = "{'session':'s-2','at':'2026-03-06T09:00:00Z','do':'due'}";

    JsonNode due = answer(Json.of(asked)).get("due");

    assertThat(due.toString())
        .isEqualTo(
            Json.of(
                "[{'session':'s-2','supporter':'sup-1','deadline':'connect-in-time',"
                    + "'referral':'r-1','since':'2026-03-02T09:00:00Z',"
                    + "'dueAt':'2026-03-05T09:00:00Z','overdue':true}]"));
    assertThat(answer(Json.of(asked.replace("s-2", "s-3"))).toString()).contains("session.unknown");
    assertThat(answer(Json.of("{'at':'2026-03-06T09:00:00Z','do':'due'}")).get("due")).hasSize(2);
  }

  @Test
  void what_someone_may_be_in_danger_without_after_the_end_is_due_first() {
    talk("s-1").forEach(line -> desk.answer(line, 1));
    for (String session : List.of("s-3", "s-2")) {
      desk.answer(open(session), 1);
      desk.answer(by("peer-1", session, "'do':'end','reason':'stopped'"), 1);
      desk.answer(by("lead-1", session, "'do':'concern','level':'imminent'"), 1);
    }
    String asked = Json.of("{'at':'2026-03-02T09:00:00Z','do':'due'}");
    List<String> told = new ArrayList<>();
    for (JsonNode item : answer(asked).get("due")) {
      told.add(
          item.get("session").asText()
              + " "
              + item.path("rule").asText(item.path("deadline").asText()));
    }

    assertThat(told)
        .containsExactly(
            "s-2 imminent-concern-met",
            "s-3 imminent-concern-met",
            "s-2 imminent-concern-in-time",
            "s-3 imminent-concern-in-time",
            "s-1 connect-in-time");
    assertThat(answer(asked).get("due").get(0).toString())
        .isEqualTo(Json.of("{'session':'s-2','supporter':'sup-1','rule':'imminent-concern-met'}"));
  }

  // --- entered in error

  @Test
  void a_session_that_was_entered_in_error_counts_nowhere() {
    talk("s-1").forEach(line -> desk.answer(line, 1));

    JsonNode voided = answer(line("s-1", "'do':'void','reason':'wrong-person'"));

    assertThat(voided.get("status").asText()).isEqualTo("voided");
    assertThat(voided.get("settled").asBoolean()).isTrue();
    for (String member : List.of("permitted", "outstanding", "due")) {
      assertThat(voided.get(member)).isEmpty();
    }
    assertThat(answer(Json.of("{'at':'2026-03-08T09:00:00Z','do':'due'}")).get("due")).isEmpty();
    assertThat(answer(by("peer-1", "s-1", "'do':'concern','level':'imminent'")).toString())
        .contains("session.voided");
    JsonNode back = answer(line("s-1", "'do':'correct','seq':8,'reason':'it was the right one'"));
    assertThat(back.get("status").asText()).isEqualTo("open");
    assertThat(back.get("due")).hasSize(1);
  }

  @Test
  void only_who_has_a_part_in_it_may_void_a_session_and_for_a_known_reason() {
    desk.answer(open("s-1"), 1);

    assertThat(answer(by("lead-1", "s-1", "'do':'void','reason':'test'")).toString())
        .contains("actor.not-in-session");
    assertThat(answer(by("peer-1", "s-1", "'do':'void','reason':'test'")).toString())
        .contains("actor.not-allowed");
    assertThat(answer(line("s-1", "'do':'void','reason':'boring'")).toString())
        .contains("reason.unknown");
    assertThat(events).hasSize(1);
  }

  // --- language

  @Test
  void sentences_are_in_the_language_of_the_desk_and_nothing_else_is() throws IOException {
    SessionDesk other = new SessionDesk(Variants::find, event -> {}, STRANGE);
    List<String> lines = new ArrayList<>(script());
    lines.add(12, options("s-1"));
    lines.addAll(List.of(options("s-4"), state("s-3"), begin("s-3", "reach-out"), state("s-9")));
    StringBuilder said = new StringBuilder();
    for (String line : lines) {
      Answer english = desk.answer(line, 1);
      Answer strange = other.answer(line, 1);
      assertThat(withoutSentences(strange)).isEqualTo(withoutSentences(english));
      said.append(strange.line());
    }
    assertThat(said.toString())
        .contains("\"Xo way back.", "\"Xanger! ", "\"Xinished.", "\"Xo séssion.");
    assertThat(other.answer("{}", 1)).isEqualTo(desk.answer("{}", 1));
  }

  @Test
  void every_writer_takes_a_language() {
    talk("s-1").forEach(line -> desk.answer(line, 1));
    desk.answer(by("peer-1", "s-1", "'do':'concern','level':'imminent'"), 1);
    Session session = desk.session("s-1").orElseThrow();
    Commands peer = Commands.of("s-1", "peer-1", session.at());
    Decision concern = Sessions.decide(session, peer.raiseConcern("imminent"));
    Options options = Sessions.options(session, session.at());

    assertThat(PeerSupportJson.writeAccepted(concern, Reasons.WRITTEN, STRANGE))
        .contains("Xanger!");
    assertThat(PeerSupportJson.writeState(session, STRANGE)).contains("Xanger!");
    assertThat(PeerSupportJson.writeOptions(session, options, events, STRANGE))
        .contains("Xanger!", "Xo way back.");
    assertThat(PeerSupportJson.writeRefused(session, UNKNOWN, events, STRANGE))
        .contains("\"explanation\":\"Xanger! ", "Xo séssion.");
    assertThat(PeerSupportJson.writeRefused("s-9", UNKNOWN, STRANGE)).contains("Xo séssion.");
    assertThat(PeerSupportJson.writeState(session))
        .isEqualTo(PeerSupportJson.writeState(session, Locale.ROOT))
        .contains("Someone may be in danger.");
  }

  private static String withoutSentences(Answer answer) {
    return answer.line().replaceAll("\"explanation\":\"(?:[^\"\\\\]|\\\\.)*\"", "");
  }
}
