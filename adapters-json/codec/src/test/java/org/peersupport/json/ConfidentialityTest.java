package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.json.data.MalformedException;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;

/** What peers tell each other is theirs: nothing of a text comes back in what is said about it. */
class ConfidentialityTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModule(new PeerSupportModule());

  private final List<String> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getLoggerName() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private Level before = Level.INFO;

  @BeforeEach
  void listen() {
    Logger root = Logger.getLogger("");
    before = root.getLevel();
    root.setLevel(Level.ALL);
    root.addHandler(handler);
  }

  @AfterEach
  void nothing_is_logged_but_that_documents_are_refused() {
    Logger.getLogger("").removeHandler(handler);
    Logger.getLogger("").setLevel(before);
    assertThat(logged)
        .filteredOn(line -> line.startsWith("org.peersupport"))
        .allMatch(
            line ->
                line.matches("org\\.peersupport\\.json issues=.* A protocol document was refused")
                    || line.matches("org\\.peersupport\\.core .* A protocol was built"));
    assertThat(logged).noneMatch(line -> line.contains(SECRET));
  }

  /** Texts that are malformed around the secret, in every place where there could be one. */
  static List<String> malformed() {
    String open =
        Json.of(
            "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','recordedAt':"
                + "'2026-03-02T09:00:01Z','by':'sup-1','commandId':'c-1','do':'open',"
                + "'type':'session-opened','protocol':'p','fingerprint':'sha','supporter':"
                + "{'id':'sup-1','role':'r','department':'d'},'peer':{'id':'peer-1'},"
                + "'followUpOf':'s-0','override':{'reason':'why','code':'urgent'},'deviations':"
                + "[{'rule':'x','code':'urgent','reason':'why','lateBy':'PT1H','aheadBy':'PT6M'}],"
                + "'reasons':{'end':[{'key':'late','title':'Late'}]},'concerns':[{'key':'high',"
                + "'title':'Afraid'}],'id':'i','release':'1',"
                + "'title':'t','source':'s','elements':[{'key':'k','title':'t','purpose':'p',"
                + "'need':'required'}],'rules':[{'id':'r','template':'response','a':['begin:k'],"
                + "'b':['begin:k']}]}");
    List<String> texts = new ArrayList<>();
    for (String word :
        List.of(
            "\"2026-03-02T09:00:00Z\"",
            "\"2026-03-02T09:00:01Z\"",
            "\"c-1\"",
            "\"sha\"",
            "\"s-0\"",
            "\"urgent\"",
            "\"PT6M\"",
            "\"late\"",
            "\"Late\"",
            "\"high\"",
            "\"Afraid\"",
            "\"sup-1\"",
            "\"open\"",
            "\"session-opened\"",
            "\"peer-1\"",
            "\"r\"",
            "\"d\"",
            "\"why\"",
            "\"PT1H\"",
            "\"k\"",
            "\"required\"",
            "\"response\"",
            "\"begin:k\"",
            "1")) {
      texts.add(open.replace(word, "\"" + SECRET + " \\ud800\""));
      texts.add(open.replace(word, "\"" + SECRET + "\""));
      texts.add(open.replace(word, SECRET));
      texts.add(open.replace(word, "{\"" + SECRET + "\":1,\"" + SECRET + "\":2}"));
      texts.add(open.replace(word, "[\"" + SECRET + "\",{\"" + SECRET + "\":[tru]}]"));
      texts.add(open.replace(word, "\"" + SECRET));
    }
    for (String value : List.of("tru", "}", "[[tru", "{\"a\":{\"a\":1x", "\"", "7,}")) {
      String member = "\"" + SECRET + "\":" + value;
      texts.add("{" + member);
      texts.add(open.replace("\"role\"", member + ",\"role\""));
      texts.add(open.substring(0, open.length() - 1) + "," + member);
      texts.add(open.substring(0, open.length() - 1) + ",\"x\":1," + member);
    }
    String correct =
        Json.of(
            "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','by':'p','do':'correct',"
                + "'type':'event-corrected','corrects':1,'reason':");
    for (String reason : List.of("\"%s \\ud800\"}", "[\"%s\"]}", "%s}", "\"%s\"", "\"%s\",}")) {
      texts.add(correct + reason.formatted(SECRET));
    }
    String pause = "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','by':'p','do':'pause',";
    for (String member :
        List.of("'reason':'%s'", "'element':['%s']", "'supporter':{'%s':'%s'}", "'level':'%s")) {
      texts.add(Json.of(pause + "'type':'session-paused'," + member.replace("%s", SECRET) + "}"));
    }
    texts.add(open.replace("s-0", "s-1").replace("s-1", SECRET));
    texts.add(open + SECRET);
    texts.add(open.substring(0, open.length() - 1) + ",\"" + SECRET + "\":1,\"" + SECRET + "\":1}");
    texts.add("{\"" + SECRET + "\":" + "[".repeat(100));
    texts.add("{\"" + SECRET + "\":" + "1".repeat(2000) + ",\"at\":" + SECRET);
    texts.add(SECRET);
    texts.add("\"" + SECRET + "\"");
    return texts;
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void nothing_of_a_malformed_text_comes_back(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    check(PeerSupportJson.readRequest(text, 1));
    check(PeerSupportJson.readRequest(utf8, 1));
    check(PeerSupportJson.readEvent(text, 1));
    check(PeerSupportJson.readEvent(utf8, 1));
    check(PeerSupportJson.readProtocol(text));
    check(PeerSupportJson.readProtocol(utf8));
  }

  private static void check(Read<?> read) {
    assertThat(read.toString()).doesNotContain(SECRET);
    if (read.isMalformed()) {
      assertThat(PeerSupportJson.writeMalformed(read.issues())).doesNotContain(SECRET);
      try {
        read.orElseThrow();
      } catch (MalformedException e) {
        assertThat(trace(e)).doesNotContain(SECRET);
      }
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void nothing_of_it_comes_back_through_a_mapper_either(String text) {
    for (Class<?> type : List.of(Event.class, Command.class, Peer.class, Protocol.class)) {
      try {
        assertThat(MAPPER.readValue(text, type).toString()).doesNotContain(SECRET);
      } catch (Exception e) {
        boolean ours = String.valueOf(e.getMessage()).startsWith("malformed ");
        boolean startsWell = !text.equals(SECRET);
        assertThat(ours).isEqualTo(startsWell);
        if (ours) {
          assertThat(trace(e)).doesNotContain(SECRET);
        }
      }
    }
  }

  @Test
  void what_was_read_prints_nothing_of_its_people() {
    String open =
        Json.of(
            "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'SECRET-7f3a','do':'open',"
                + "'protocol':'p','supporter':{'id':'SECRET-7f3a','role':'SECRET-7f3a','department':"
                + "'SECRET-7f3a'},'peer':{'id':'p'},'override':{'reason':'SECRET-7f3a'}}");
    Read<Request> request = PeerSupportJson.readRequest(open, 1);
    assertThat(request.isMalformed()).isFalse();
    assertThat(request.toString()).doesNotContain(SECRET);
    String event =
        Json.of(
            "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','by':'SECRET-7f3a','type':"
                + "'session-paused','deviations':[{'rule':'r','reason':'SECRET-7f3a'}]}");
    Read<Event> read = PeerSupportJson.readEvent(event, 1);
    assertThat(read.isMalformed()).isFalse();
    assertThat(read.toString()).doesNotContain(SECRET);
    assertThat(read.orElseThrow().deviations().toString()).doesNotContain(SECRET);
  }

  @Test
  void a_refusal_repeats_nothing_of_what_was_said() {
    SessionDesk desk = new SessionDesk(Variants::find, event -> {});
    DeskLines.talk("s-1").forEach(line -> desk.answer(line, 1));
    String override = ",'override':{'reason':'SECRET-7f3a','code':'SECRET-7f3a'}";
    for (String act :
        List.of(
            "'do':'begin','element':'SECRET-7f3a'",
            "'do':'begin','element':'reach-out'" + override,
            "'do':'begin','element':'reach-out','override':{'reason':'SECRET-7f3a'}",
            "'do':'concern','level':'SECRET-7f3a'",
            "'do':'offer','referral':'SECRET-7f3a','resource':'SECRET-7f3a'",
            "'do':'accept','referral':'SECRET-7f3a'",
            "'do':'decline','referral':'r-1','reason':'SECRET-7f3a'",
            "'do':'lapse','referral':'r-1','reason':'SECRET-7f3a'",
            "'do':'thank','facets':['SECRET-7f3a']",
            "'do':'transfer','supporter':{'id':'peer-1','department':'SECRET-7f3a'}",
            "'do':'end','reason':'SECRET-7f3a'",
            "'do':'void','reason':'SECRET-7f3a'",
            "'do':'correct','seq':99,'reason':'SECRET-7f3a'",
            "'do':'close'" + override)) {
      String answer = desk.answer(DeskLines.line("s-1", act), 1).line();
      assertThat(answer).as(act).contains("\"refused\"").doesNotContain(SECRET);
    }
  }

  @Test
  void ids_of_commands_are_not_printed_and_codes_of_overrides_are_no_secret() {
    Command command =
        Commands.of("s-1", "sup-1", Samples.AT)
            .commandId(SECRET)
            .recordedAt(Samples.LATER)
            .overriding("asked-for", SECRET)
            .pause();
    String written = PeerSupportJson.writeCommand(command);
    Read<Request> read = PeerSupportJson.readRequest(written, 1);

    assertThat(written).contains(SECRET, "asked-for");
    assertThat(read.orElseThrow()).isEqualTo(new Request.Act(command));
    assertThat(read + " " + command.terms() + " " + command.terms().metadata())
        .doesNotContain(SECRET);
    Event deviating =
        PeerSupportJson.readEvent(
                Json.of(
                    "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','by':'p','type':"
                        + "'session-paused','deviations':[{'rule':'r','code':'asked-for',"
                        + "'reason':'SECRET-7f3a'}]}"),
                1)
            .orElseThrow();
    assertThat(PeerSupportJson.writeEvent(deviating, Reasons.LEFT_OUT))
        .contains("asked-for")
        .doesNotContain(SECRET);
  }

  @Test
  void the_reason_of_a_correction_is_written_only_when_asked_for_by_name() throws Exception {
    String json =
        Json.of(
            "{'session':'s-1','seq':3,'at':'2026-03-02T09:00:00Z','by':'p','type':"
                + "'event-corrected','corrects':2,'reason':'SECRET-7f3a'}");
    Event event = PeerSupportJson.readEvent(json, 1).orElseThrow();
    assertThat(event.toString()).doesNotContain(SECRET);
    assertThat(PeerSupportJson.writeEvent(event, Reasons.LEFT_OUT))
        .isEqualTo(json.replace(",\"reason\":\"SECRET-7f3a\"", ""));
    assertThat(PeerSupportJson.writeEvent(event, Reasons.WRITTEN)).isEqualTo(json);
    assertThat(MAPPER.writeValueAsString(event)).doesNotContain(SECRET);
    ObjectMapper named = new ObjectMapper().registerModule(new PeerSupportModule(Reasons.WRITTEN));
    assertThat(named.writeValueAsString(event)).isEqualTo(json);
  }

  @Test
  void the_reasons_of_overrides_are_written_only_when_asked_for_by_name() throws Exception {
    String json =
        Json.of(
            "{'session':'s-1','seq':1,'at':'2026-03-02T09:00:00Z','by':'p','type':"
                + "'session-paused','deviations':[{'rule':'r','reason':'SECRET-7f3a'}]}");
    Event event = PeerSupportJson.readEvent(json, 1).orElseThrow();
    assertThat(PeerSupportJson.writeEvent(event, Reasons.LEFT_OUT)).doesNotContain(SECRET);
    assertThat(PeerSupportJson.writeEvent(event, Reasons.WRITTEN)).isEqualTo(json);
    assertThat(MAPPER.writeValueAsString(event)).doesNotContain(SECRET);
    ObjectMapper named = new ObjectMapper().registerModule(new PeerSupportModule(Reasons.WRITTEN));
    assertThat(named.writeValueAsString(event)).isEqualTo(json);
  }
}
