package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.Corrections;
import org.peersupport.audit.LogAudit;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionReport;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.VoidReason;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** What an audit tells beside the rules: who still waits, how sessions ended, reasons, clocks. */
class AuditJsonTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final Protocol OURS =
      PeerSupportJson.readProtocol(
              Json.of(
                  """
                  {'format':'peersupport/protocol','version':1,'id':'ours','release':'1',
                   'extends':'ama-six-elements@1.0.0','title':'Ours','source':'Made here',
                   'reasons':{'end':[{'key':'shift-ended','title':'The shift ended'}],
                              'decline':[{'key':'not-now','title':'Not now'}],
                              'lapse':[{'key':'no-capacity','title':'Nobody had time'}],
                              'override':[{'key':'asked-for','title':'They asked for it'}]}}
                  """))
          .orElseThrow();

  /** A session that is told command by command, each a minute after the one before. */
  private static final class Told {
    private final String id;
    private final List<Event> events = new ArrayList<>();
    private Session session;
    private Instant at = AT;

    Told(String id) {
      this.id = id;
      Command.Open open =
          Commands.of(id, "sup-1", at).open(OURS.id(), Peer.of("sup-1"), Peer.of("peer-1"));
      take(Sessions.open(OURS, open).orElseThrow());
    }

    private void take(Decision.Accepted accepted) {
      session = accepted.session();
      events.add(accepted.event());
      at = at.plusSeconds(60);
    }

    Told by(String participant, Function<Commands, Command> command) {
      Command asked = command.apply(Commands.of(id, participant, at));
      take(Sessions.decide(session, asked, events).orElseThrow());
      return this;
    }

    Told supporter(Function<Commands, Command> command) {
      return by("sup-1", command);
    }

    Told peer(Function<Commands, Command> command) {
      return by("peer-1", command);
    }
  }

  /** Someone may be in danger, and the conversation broke off. */
  private static Told waiting() {
    return new Told("waiting")
        .supporter(by -> by.begin("reach-out"))
        .supporter(by -> by.raiseConcern("imminent"))
        .supporter(by -> by.end(new EndReason("shift-ended")));
  }

  private static Told wrongPerson() {
    return new Told("wrong-person")
        .supporter(by -> by.begin("reach-out"))
        .supporter(by -> by.voidSession(VoidReason.WRONG_PERSON));
  }

  /** A yes that is taken back, a reason for each no, a clock that is ahead, a note written late. */
  private static Told whole() {
    return new Told("whole")
        .supporter(by -> by.overriding("asked-for", "No words.").offer("r-1", "chaplaincy"))
        .peer(by -> by.accept("r-1"))
        .supporter(by -> by.begin("reach-out"))
        .supporter(by -> by.begin("invite-and-listen"))
        .supporter(by -> by.begin("offer-resources"))
        .supporter(by -> by.offer("r-2", "peer-follow-up"))
        .peer(by -> by.decline("r-2", "not-now"))
        .supporter(by -> by.offer("r-3", "employee-assistance"))
        .peer(by -> by.accept("r-3"))
        .supporter(by -> by.begin("close-with-thank-you"))
        .supporter(by -> by.thank("work", "sharing"))
        .supporter(Commands::close)
        .by("clinic-1", by -> by.lapse("r-3", "no-capacity"))
        .peer(by -> by.at(AT.plusSeconds(90)).withdraw("r-1"))
        .by("clinic-1", by -> by.recordedAt(AT.plusSeconds(600)).raiseConcern("elevated"));
  }

  private record Audited(List<SessionReport> reports, AuditSummary summary, LogFindings findings) {
    static Audited of(Told... sessions) {
      Corrections corrections = new Corrections();
      AuditSummary summary = new AuditSummary();
      List<SessionReport> reports = new ArrayList<>();
      List<Event> events = new ArrayList<>();
      for (Told told : sessions) {
        events.addAll(told.events);
      }
      for (Event event : events) {
        if (event instanceof Event.EventCorrected correction) {
          corrections.add(correction);
        } else if (event instanceof Event.SessionVoided voided) {
          corrections.add(voided);
        }
      }
      LogAudit audit =
          LogAudit.start(
              reference -> Optional.of(OURS).filter(each -> each.reference().equals(reference)),
              corrections,
              report -> {
                reports.add(report);
                summary.add(report);
              });
      int line = 0;
      for (Event event : events) {
        audit.add(event, "log", ++line);
      }
      return new Audited(reports, summary, audit.finish());
    }

    String report(String session) {
      SessionReport report =
          reports.stream().filter(each -> each.session().equals(session)).findFirst().orElseThrow();
      return new String(StudyJson.writeReportBytes(report), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_session_in_which_someone_still_waits_says_for_what() {
    String report = Audited.of(waiting()).report("waiting");

    Golden.check("audits/waiting.json", report);
    assertThat(Validator.errors("audit", report)).isEmpty();
  }

  @Test
  void a_session_that_was_entered_in_error_says_no_more() {
    String report = Audited.of(wrongPerson()).report("wrong-person");

    Golden.check("audits/voided.json", report);
    assertThat(Validator.errors("audit", report)).isEmpty();
  }

  @Test
  void reasons_and_steps_back_in_time_are_counted() {
    String report = Audited.of(whole()).report("whole");

    Golden.check("audits/whole.json", report);
    assertThat(Validator.errors("audit", report)).isEmpty();
  }

  @Test
  void the_summary_begins_with_those_who_still_wait_and_names_what_counts_nowhere() {
    Audited audited = Audited.of(waiting(), wrongPerson(), whole());

    String summary = StudyJson.writeSummary(audited.summary(), audited.findings());

    Golden.check("audits/summary.json", summary);
    assertThat(Validator.errors("audit", summary)).isEmpty();
    assertThat(summary)
        .startsWith("{\"summary\":{\"urgent\":{\"sessions\":1,")
        .doesNotContain("No words");
  }

  @Test
  void where_nobody_waits_and_nothing_was_voided_nothing_is_said_of_it() {
    Audited audited = Audited.of(whole());

    String summary = StudyJson.writeSummary(audited.summary(), audited.findings());

    assertThat(Validator.errors("audit", summary)).isEmpty();
    assertThat(summary).startsWith("{\"summary\":{\"events\":").doesNotContain("\"voided\":[");
  }
}
