package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.AuditViolation;
import org.peersupport.audit.CorrectedEvent;
import org.peersupport.audit.DeadlineCount;
import org.peersupport.audit.Departure;
import org.peersupport.audit.DepartureKind;
import org.peersupport.audit.Flaw;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.ProtocolSummary;
import org.peersupport.audit.RuleCount;
import org.peersupport.audit.RuleStanding;
import org.peersupport.audit.SessionReport;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/** Writes what audits have found out. */
public final class AuditWriter {
  private static final int DIGITS = 6;

  private AuditWriter() {}

  /** Writes what was found out about a session. */
  public static void write(JsonGenerator json, SessionReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("session", report.session());
    if (report.protocol().isPresent()) {
      json.writeStringField("protocol", report.protocol().get().reference());
    } else {
      json.writeNullField("protocol");
    }
    json.writeStringField("verdict", report.verdict().wireName());
    json.writeObjectFieldStart("rules");
    if (report.protocol().isPresent()) {
      rules(json, report.protocol().get(), report.standings());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("violations");
    for (AuditViolation violation : report.violations()) {
      write(json, violation);
    }
    json.writeEndArray();
    if (report.course().isPresent()) {
      CourseWriter.write(json, report.course().get());
    }
    if (!report.departures().isEmpty()) {
      json.writeArrayFieldStart("departures");
      for (Departure departure : report.departures()) {
        write(json, departure);
      }
      json.writeEndArray();
    }
    if (!report.corrections().isEmpty()) {
      json.writeArrayFieldStart("corrections");
      for (CorrectedEvent corrected : report.corrections()) {
        json.writeStartObject();
        json.writeNumberField("seq", corrected.seq());
        json.writeNumberField("corrects", corrected.corrects());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    flaws(json, report.flaws());
    json.writeEndObject();
  }

  private static void rules(JsonGenerator json, Protocol protocol, List<RuleStanding> standings)
      throws IOException {
    List<ExpandedRule> rules = protocol.expandedRules();
    // A session that was entered in error stands to no rule.
    for (int r = 0; r < standings.size(); r++) {
      json.writeStringField(rules.get(r).id(), standings.get(r).wireName());
    }
  }

  private static void write(JsonGenerator json, AuditViolation violation) throws IOException {
    json.writeStartObject();
    json.writeNumberField("seq", violation.seq());
    if (violation.rule().isPresent()) {
      json.writeStringField("rule", violation.rule().get());
    }
    if (!violation.rules().isEmpty()) {
      json.writeArrayFieldStart("rules");
      for (String rule : violation.rules()) {
        json.writeString(rule);
      }
      json.writeEndArray();
    }
    json.writeStringField("code", violation.code().wireName());
    json.writeStringField("explanation", violation.explanation());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Departure departure) throws IOException {
    json.writeStartObject();
    json.writeNumberField("seq", departure.seq());
    json.writeStringField("rule", departure.rule());
    json.writeStringField("kind", departure.kind().wireName());
    json.writeBooleanField("recorded", departure.recorded());
    if (departure.lateBy().isPresent()) {
      json.writeStringField("lateBy", departure.lateBy().get().toString());
    }
    json.writeEndObject();
  }

  private static void flaws(JsonGenerator json, List<Flaw> flaws) throws IOException {
    if (flaws.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("flaws");
    for (Flaw flaw : flaws) {
      write(json, flaw);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Flaw flaw) throws IOException {
    json.writeStartObject();
    json.writeStringField("log", flaw.log());
    json.writeNumberField("line", flaw.line());
    if (flaw.seq().isPresent()) {
      json.writeNumberField("seq", flaw.seq().getAsInt());
    }
    json.writeStringField("code", flaw.code());
    json.writeStringField("explanation", flaw.explanation());
    json.writeEndObject();
  }

  /** Writes the summary of an audit. */
  public static void write(JsonGenerator json, AuditSummary summary, LogFindings findings)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("summary");
    CourseWriter.urgent(json, summary);
    json.writeNumberField("events", findings.events());
    json.writeNumberField("sessions", summary.sessions());
    json.writeNumberField("corrections", summary.corrections());
    json.writeObjectFieldStart("verdicts");
    for (SessionVerdict verdict : SessionVerdict.values()) {
      json.writeNumberField(verdict.wireName(), summary.sessions(verdict));
    }
    json.writeEndObject();
    CourseWriter.statuses(json, summary::sessions, summary::sessions);
    CourseWriter.voided(json, summary);
    json.writeArrayFieldStart("protocols");
    for (ProtocolSummary protocol : summary.protocols()) {
      write(json, protocol);
    }
    json.writeEndArray();
    if (!findings.unknown().isEmpty()) {
      json.writeArrayFieldStart("unknown");
      for (String activity : findings.unknown()) {
        json.writeString(activity);
      }
      json.writeEndArray();
    }
    if (findings.lostLines() > 0) {
      json.writeNumberField("lostLines", findings.lostLines());
      flaws(json, findings.lost());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ProtocolSummary summary) throws IOException {
    json.writeStartObject();
    json.writeStringField("protocol", summary.protocol().reference());
    json.writeNumberField("sessions", summary.sessions());
    json.writeObjectFieldStart("verdicts");
    for (SessionVerdict verdict : CourseWriter.JUDGED) {
      json.writeNumberField(verdict.wireName(), summary.sessions(verdict));
    }
    json.writeEndObject();
    CourseWriter.statuses(json, summary::sessions, summary::sessions);
    json.writeNumberField("urgent", summary.urgent());
    json.writeNumberField("violations", summary.violations());
    json.writeObjectFieldStart("departures");
    for (DepartureKind kind : DepartureKind.values()) {
      json.writeNumberField(kind.wireName(), summary.departures(kind));
    }
    json.writeEndObject();
    rules(json, "rules", summary.protocol(), summary.rules());
    rules(json, "rulesOfClosed", summary.protocol(), summary.rulesOfClosed());
    json.writeObjectFieldStart("deadlines");
    List<Deadline> deadlines = summary.protocol().deadlines();
    for (int d = 0; d < deadlines.size(); d++) {
      json.writeFieldName(deadlines.get(d).id());
      write(json, summary.deadlines().get(d));
    }
    json.writeEndObject();
    CourseWriter.referrals(json, summary);
    CourseWriter.reasons(json, summary);
    json.writeNumberField("stepsBack", summary.stepsBack());
    json.writeEndObject();
  }

  private static void rules(
      JsonGenerator json, String name, Protocol protocol, List<RuleCount> counts)
      throws IOException {
    List<ExpandedRule> rules = protocol.expandedRules();
    json.writeObjectFieldStart(name);
    for (int r = 0; r < rules.size(); r++) {
      json.writeFieldName(rules.get(r).id());
      write(json, counts.get(r));
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, RuleCount count) throws IOException {
    json.writeStartObject();
    json.writeNumberField("activated", count.activated());
    json.writeNumberField("satisfied", count.satisfied());
    json.writeNumberField("violated", count.violated());
    json.writeNumberField("departed", count.departed());
    json.writeNumberField("pending", count.pending());
    share(json, "support", count.support());
    share(json, "confidence", count.confidence());
    share(json, "coverage", count.coverage());
    json.writeEndObject();
  }

  private static void share(JsonGenerator json, String name, OptionalDouble share)
      throws IOException {
    if (share.isEmpty()) {
      json.writeNullField(name);
    } else {
      BigDecimal rounded =
          BigDecimal.valueOf(share.getAsDouble())
              .setScale(DIGITS, RoundingMode.HALF_EVEN)
              .stripTrailingZeros();
      json.writeFieldName(name);
      json.writeNumber(rounded.toPlainString());
    }
  }

  private static void write(JsonGenerator json, DeadlineCount count) throws IOException {
    json.writeStartObject();
    json.writeNumberField("met", count.met());
    json.writeNumberField("late", count.late());
    json.writeNumberField("open", count.open());
    json.writeEndObject();
  }
}
