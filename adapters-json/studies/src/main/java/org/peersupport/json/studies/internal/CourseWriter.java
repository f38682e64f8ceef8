package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.ProtocolSummary;
import org.peersupport.audit.SessionCourse;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.audit.UrgentSession;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.TitledKey;

/**
 * Writes how sessions came out beside their rules: who still waits, how they ended, what became of
 * referrals, and which reasons were given.
 */
final class CourseWriter {
  /** The verdicts of sessions that were judged by their protocol. */
  static final List<SessionVerdict> JUDGED =
      List.of(SessionVerdict.CONFORMANT, SessionVerdict.DEVIATING, SessionVerdict.INCOMPLETE);

  private static final String OVERRIDE = "override";

  private CourseWriter() {}

  /** Writes the members of one session. */
  static void write(JsonGenerator json, SessionCourse course) throws IOException {
    json.writeStringField("status", course.status().wireName());
    if (!course.urgent().isEmpty()) {
      strings(json, "urgent", course.urgent());
    }
    if (!course.reasons().isEmpty()) {
      json.writeObjectFieldStart("reasons");
      for (Map.Entry<String, Integer> each : course.reasons().entrySet()) {
        json.writeNumberField(each.getKey(), each.getValue());
      }
      json.writeEndObject();
    }
    if (course.stepsBack() > 0) {
      json.writeNumberField("stepsBack", course.stepsBack());
    }
  }

  /** Writes the sessions in which someone in need still waits; nothing where there is none. */
  static void urgent(JsonGenerator json, AuditSummary summary) throws IOException {
    if (summary.urgent() == 0) {
      return;
    }
    json.writeObjectFieldStart("urgent");
    json.writeNumberField("sessions", summary.urgent());
    json.writeArrayFieldStart("named");
    for (UrgentSession each : summary.urgentSessions()) {
      json.writeStartObject();
      json.writeStringField("session", each.session());
      json.writeStringField("status", each.status().wireName());
      strings(json, "rules", each.rules());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes which sessions were entered in error; nothing where there is none. */
  static void voided(JsonGenerator json, AuditSummary summary) throws IOException {
    if (!summary.voidedSessions().isEmpty()) {
      strings(json, "voided", summary.voidedSessions());
    }
  }

  /** Writes how the sessions stand that were judged, and how those came out. */
  static void statuses(
      JsonGenerator json,
      ToLongFunction<Status> sessions,
      ToLongBiFunction<Status, SessionVerdict> verdicts)
      throws IOException {
    json.writeObjectFieldStart("statuses");
    for (Status status : Status.values()) {
      if (status != Status.VOIDED) {
        json.writeObjectFieldStart(status.wireName());
        json.writeNumberField("sessions", sessions.applyAsLong(status));
        for (SessionVerdict verdict : JUDGED) {
          json.writeNumberField(verdict.wireName(), verdicts.applyAsLong(status, verdict));
        }
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  /** Writes what became of referrals, by resource. */
  static void referrals(JsonGenerator json, ProtocolSummary summary) throws IOException {
    json.writeObjectFieldStart("referrals");
    for (Resource resource : summary.protocol().resources()) {
      json.writeObjectFieldStart(resource.key());
      for (ActivityKind kind : ActivityKind.values()) {
        if (kind.isReferral()) {
          String activity = kind.wireName() + ":" + resource.key();
          json.writeNumberField(StudyWriter.happened(kind), of(summary.referrals(), activity));
        }
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Writes how often each reason was given that the protocol knows, by what it is given for. */
  static void reasons(JsonGenerator json, ProtocolSummary summary) throws IOException {
    Protocol protocol = summary.protocol();
    json.writeObjectFieldStart("reasons");
    List<String> ends = protocol.endReasons().stream().map(TitledKey::key).toList();
    reasons(json, ActType.END.commandName(), ends, summary);
    for (ActType act : List.of(ActType.DECLINE, ActType.LAPSE)) {
      reasons(json, act.commandName(), keys(protocol.reasons().of(act)), summary);
    }
    reasons(json, OVERRIDE, keys(protocol.reasons().override()), summary);
    json.writeEndObject();
  }

  private static List<String> keys(List<TitledKey> reasons) {
    return reasons.stream().map(TitledKey::key).toList();
  }

  private static void reasons(
      JsonGenerator json, String of, List<String> keys, ProtocolSummary summary)
      throws IOException {
    json.writeObjectFieldStart(of);
    for (String key : keys) {
      json.writeNumberField(key, of(summary.reasons(), of + ":" + key));
    }
    json.writeEndObject();
  }

  private static long of(Map<String, Long> counts, String what) {
    return Objects.requireNonNull(counts.getOrDefault(what, 0L));
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
