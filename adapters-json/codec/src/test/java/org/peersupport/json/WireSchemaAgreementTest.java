package org.peersupport.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Command;
import org.peersupport.session.Event;

/**
 * The readers and the schemas of commands, events, logs and protocols. Where only the reader can
 * know, that is listed here.
 */
class WireSchemaAgreementTest {
  /** What a protocol means, which no schema can say. */
  private static final Set<String> MEANING =
      Set.of(
          "protocol.duplicate",
          "protocol.unknown",
          "protocol.contradiction",
          "protocol.cannot-close",
          "protocol.refuses-the-peer",
          "protocol.too-large",
          "protocol.contradicted-example");

  /**
   * Where a number is compared with another part of the document, a duration with a hundred years,
   * or entries are counted after the expansion, or with those of the base.
   */
  private static final String COMPARED =
      "/examples/\\d+/at|/deadlines/\\d+/within|/rules|/elements";

  private final SchemaAgreement agreement =
      new SchemaAgreement(WireReaders::issues, WireSchemaAgreementTest::isMeaning);

  private static boolean isMeaning(Issue issue) {
    return MEANING.contains(issue.code())
        || (issue.code().equals("protocol.out-of-range") && issue.pointer().matches(COMPARED));
  }

  static List<Command> commands() {
    return Samples.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void of_commands(Command command) {
    agreement.compareMutants("command", PeerSupportJson.writeCommand(command));
    agreement.holds(800);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','do':'options'}",
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'options'}",
        "{'session':'s-1','do':'state'}",
        "{'session':'s-1','at':'today','by':7,'do':'state'}",
        "{'at':'2026-03-02T09:00:00Z','do':'due'}",
        "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'due','ifSeq':7,'override':7,"
            + "'recordedAt':7,'commandId':[]}"
      })
  void of_queries(String query) {
    agreement.compareMutants("command", Json.of(query));
    agreement.holds();
  }

  static List<Event> events() {
    return Samples.events();
  }

  @ParameterizedTest
  @MethodSource("events")
  void of_events_and_lines_of_a_log(Event event) {
    String written = PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
    agreement.compareMutants("event", written);
    agreement.compareMutants("log-line", written);
    agreement.holds(1600);
  }

  @Test
  void of_the_header_of_a_log() {
    agreement.compareMutants("log-line", PeerSupportJson.logHeader());
    agreement.holds();
  }

  @Test
  void of_protocol_documents() {
    agreement.compareMutants("protocol", WireReaders.PROTOCOL);
    agreement.holds(10_000);
  }

  @Test
  void of_documents_that_extend_another() {
    agreement.compareMutants("protocol", WireReaders.VARIANT);
    agreement.holds(3000);
  }

  /** A member that this "do" or "type" does not have must not stand there, whatever it is. */
  @Test
  void of_members_that_belong_elsewhere() {
    for (JsonNode command : Misplaced.commands()) {
      agreement.compare("command", command.toString(), command);
    }
    for (JsonNode event : Misplaced.events()) {
      agreement.compare("event", event.toString(), event);
      agreement.compare("log-line", event.toString(), event);
    }
    agreement.tellsApart();
  }

  /** What the reader refuses and the schema cannot: this is all there is. */
  @Test
  void what_only_the_reader_can_know() {
    String close = "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'p','do':'close'";
    agreement.onlyTheReaderRefuses("command", close + ",'by':'p'}", "json.repeated-member");
    agreement.onlyTheReaderRefuses(
        "command", close + ",'x':{'a':1,'a':2}}", "json.repeated-member");
    agreement.onlyTheReaderRefuses("command", close + ",'ifSeq':1.0}", "json.wrong-type");
    agreement.onlyTheReaderRefuses("command", close + ",'ifSeq':1e0}", "json.wrong-type");
    agreement.onlyTheReaderRefuses(
        "command", close + ",'override':{'reason':'\\ud800'}}", "json.ill-formed");
    agreement.onlyTheReaderRefuses(
        "command", close + ",'x':" + "[".repeat(64) + "]".repeat(64) + "}", "json.too-deep");
    agreement.onlyTheReaderRefuses(
        "command", close + ",'" + "x".repeat(1001) + "':1}", "json.too-large");
    agreement.onlyTheReaderRefuses(
        "command", close + "}" + " ".repeat(1_000_000), "json.too-large");
    String smileys = "\ud83d\ude42".repeat(50_001);
    agreement.onlyTheReaderRefuses(
        "command", close + ",'override':{'reason':'" + smileys + "'}}", "json.too-large");
    agreement.onlyTheReaderRefuses(
        "command",
        close
                .replace("09:00:00Z", "09:00:00-01:00")
                .replace("2026-03-02", "9999-12-31")
                .replace("T09", "T23")
            + "}",
        "json.ill-formed");
    agreement.onlyTheReaderRefuses(
        "command",
        close.replace("'close'", "'open'")
            + ",'protocol':'p','supporter':{'id':'a'},'peer':{'id':'b'},'followUpOf':'s-1'}",
        "json.ill-formed");
    agreement.onlyTheReaderRefuses("protocol", protocol("'title':'\u2003'"), "protocol.missing");
    agreement.onlyTheReaderRefuses(
        "protocol",
        protocol("'title':'" + smileys.substring(0, 4002) + "'"),
        "protocol.out-of-range");
    agreement.onlyTheReaderRefuses(
        "protocol",
        protocol(
            "'title':'T','concerns':['a'],'rules':[{'id':'r','template':'end','a':['thank:b']}]"),
        "protocol.unknown");
  }

  private static String protocol(String more) {
    return "{'id':'p','release':'1','source':'S',"
        + "'elements':[{'key':'k','title':'T','purpose':'P','need':'optional'}],"
        + more
        + "}";
  }
}
