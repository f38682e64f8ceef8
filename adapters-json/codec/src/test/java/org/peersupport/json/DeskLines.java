package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Event;

/** Lines that are sent to a desk, and logs that it is restored from. */
final class DeskLines {
  private static final Path SCRIPT =
      Path.of("src/test/resources/histories/scripts/six-elements.ndjson");

  private DeskLines() {}

  /** Something that the supporter asks for. */
  static String line(String session, String what) {
    return by("sup-1", session, what);
  }

  /** Something that a person asks for. */
  static String by(String person, String session, String what) {
    return Json.of(
        "{'session':'"
            + session
            + "','at':'2026-03-02T09:00:00Z','by':'"
            + person
            + "',"
            + what
            + "}");
  }

  static String open(String session) {
    return open(session, "ama-six-elements");
  }

  static String open(String session, String protocol) {
    return line(
        session,
        "'do':'open','protocol':'"
            + protocol
            + "','supporter':{'id':'sup-1'},'peer':{'id':'peer-1'}");
  }

  static String begin(String element) {
    return begin("s-1", element);
  }

  static String begin(String session, String element) {
    return line(session, "'do':'begin','element':'" + element + "'");
  }

  /** A conversation that leaves a referral to connect: seven commands. */
  static List<String> talk(String session) {
    return List.of(
        open(session),
        begin(session, "reach-out"),
        begin(session, "invite-and-listen"),
        begin(session, "offer-resources"),
        line(session, "'do':'offer','referral':'r-1','resource':'employee-assistance'"),
        line(session, "'do':'accept','referral':'r-1'"),
        begin(session, "close-with-thank-you"));
  }

  static String options(String session) {
    return Json.of("{'session':'" + session + "','at':'2026-03-02T09:00:00Z','do':'options'}");
  }

  static String state(String session) {
    return Json.of("{'session':'" + session + "','do':'state'}");
  }

  /** Forty-three commands to five sessions. */
  static List<String> script() throws IOException {
    return Files.readAllLines(SCRIPT);
  }

  static LogReader log(List<Event> events) {
    StringBuilder log = new StringBuilder(PeerSupportJson.logHeader());
    events.forEach(each -> log.append('\n').append(written(each)));
    return log(log.toString());
  }

  static LogReader log(String text) {
    return LogReader.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  static String written(Event event) {
    return PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
  }
}
