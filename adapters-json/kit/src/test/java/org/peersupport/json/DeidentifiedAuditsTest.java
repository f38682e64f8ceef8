package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.audit.Corrections;
import org.peersupport.audit.DepartureKind;
import org.peersupport.audit.LogAudit;
import org.peersupport.audit.SessionCourse;
import org.peersupport.audit.SessionReport;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.deidentification.Deidentification;
import org.peersupport.json.deidentification.PseudonymKey;
import org.peersupport.json.deidentification.RepeatableLog;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/**
 * An audit finds the same in a session before and after de-identification. Of deadlines it judges
 * by the coarse instants; everything else stays as it was.
 */
class DeidentifiedAuditsTest {
  private static final List<Protocol> PROTOCOLS =
      List.of(
          Variants.find("ama-six-elements").orElseThrow(),
          Variants.find("rise").orElseThrow(),
          ward());

  private static Protocol ward() {
    try {
      Path file = Path.of("../codec/src/test/resources/histories/scripts/ward@2.2.json");
      return PeerSupportJson.readProtocol(Files.readAllBytes(file)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Protocol> find(String reference) {
    return PROTOCOLS.stream().filter(each -> each.reference().equals(reference)).findFirst();
  }

  @Property(tries = 200)
  void an_audit_finds_the_same(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Event> history = RandomTalk.history(PROTOCOLS, "somebody", random);
    SessionReport before = audited(history);
    List<Event> written = deidentified(history, random);

    if (before.verdict() == SessionVerdict.VOIDED) {
      assertThat(written).isEmpty();
    } else {
      SessionReport after = audited(written);
      assertThat(told(after)).isEqualTo(told(before));
      assertThat(after.course().map(DeidentifiedAuditsTest::withoutTime))
          .isEqualTo(before.course().map(DeidentifiedAuditsTest::withoutTime));
      assertThat(after.course().orElseThrow().stepsBack())
          .isLessThanOrEqualTo(before.course().orElseThrow().stepsBack());
    }
  }

  private static List<Event> deidentified(List<Event> history, Random random) throws IOException {
    byte[] key = new byte[32];
    random.nextBytes(key);
    StringBuilder log = new StringBuilder();
    for (Event event : history) {
      log.append(PeerSupportJson.writeEvent(event, Reasons.WRITTEN)).append('\n');
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LogWriter writer = LogWriter.of(out, Reasons.WRITTEN)) {
      Deidentification.with(PseudonymKey.of(key), DeidentifiedAuditsTest::find)
          .k(2)
          .scan(List.of(source(log.toString())), problem -> assertThat(problem).isNull())
          .writeTo(writer);
    }
    return events(source(out.toString(UTF_8)));
  }

  private static RepeatableLog source(String text) {
    return new RepeatableLog() {
      @Override
      public String name() {
        return "log";
      }

      @Override
      public LogReader open() {
        return LogReader.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
      }
    };
  }

  private static List<Event> events(RepeatableLog log) throws IOException {
    List<Event> events = new ArrayList<>();
    try (LogReader reader = log.open()) {
      for (Optional<LogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
        events.add(((LogEntry.Recorded) next.get()).event());
      }
    }
    return events;
  }

  private static SessionReport audited(List<Event> history) {
    List<SessionReport> reports = new ArrayList<>();
    Corrections corrections = new Corrections();
    for (Event event : history) {
      if (event instanceof Event.EventCorrected correction) {
        corrections.add(correction);
      } else if (event instanceof Event.SessionVoided voided) {
        corrections.add(voided);
      }
    }
    LogAudit audit = LogAudit.start(DeidentifiedAuditsTest::find, corrections, reports::add);
    history.forEach(event -> audit.add(event, "log", event.seq()));
    audit.finish();
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private static List<Object> told(SessionReport report) {
    return List.of(
        report.verdict(),
        report.standings(),
        report.activated(),
        report.violations().stream().map(each -> each.seq() + " " + each.rule()).toList(),
        report.departures().stream()
            .filter(each -> each.kind() != DepartureKind.LATE)
            .map(each -> each.seq() + " " + each.rule() + " " + each.kind())
            .toList(),
        report.corrections(),
        report.flaws(),
        report.events(),
        report.settled());
  }

  /** Two events of the same unit are at the same instant afterwards, so nothing goes back there. */
  private static SessionCourse withoutTime(SessionCourse course) {
    return new SessionCourse(
        course.status(), course.urgent(), course.referrals(), course.reasons(), 0);
  }
}
