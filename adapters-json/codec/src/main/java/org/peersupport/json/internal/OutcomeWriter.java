package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.DueItem;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Outcome;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Event;
import org.peersupport.session.Obligation;
import org.peersupport.session.Options;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Violation;

/** Writes what comes of commands and queries. */
public final class OutcomeWriter {
  private static final SerializedString OUTCOME = new SerializedString("outcome");
  private static final SerializedString EVENTS = new SerializedString("events");
  private static final SerializedString STATUS = new SerializedString("status");
  private static final SerializedString SETTLED = new SerializedString("settled");
  private static final SerializedString PERMITTED = new SerializedString("permitted");
  private static final SerializedString OUTSTANDING = new SerializedString("outstanding");
  private static final SerializedString DUE = new SerializedString("due");
  private static final SerializedString DEADLINE = new SerializedString("deadline");
  private static final SerializedString SINCE = new SerializedString("since");
  private static final SerializedString DUE_AT = new SerializedString("dueAt");
  private static final SerializedString OVERDUE = new SerializedString("overdue");
  private static final SerializedString VIOLATIONS = new SerializedString("violations");
  private static final SerializedString CODE = new SerializedString("code");
  private static final SerializedString BECAUSE = new SerializedString("because");
  private static final SerializedString RULES = new SerializedString("rules");
  private static final SerializedString EXPLANATION = new SerializedString("explanation");
  private static final SerializedString WITNESS = new SerializedString("witness");
  private static final SerializedString REMEDY = new SerializedString("remedy");
  private static final SerializedString OPTIONS = new SerializedString("options");
  private static final SerializedString ACTIVITY = new SerializedString("activity");
  private static final SerializedString VERDICT = new SerializedString("verdict");
  private static final SerializedString ISSUES = new SerializedString("issues");
  private static final SerializedString POINTER = new SerializedString("pointer");
  private static final SerializedString LINE = new SerializedString("line");

  private OutcomeWriter() {}

  /** Writes what comes of an accepted command. */
  public static void accepted(JsonGenerator json, Event event, Session after, Reasons reasons)
      throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, after.id());
    Names.string(json, OUTCOME, Outcome.ACCEPTED.wireName());
    json.writeFieldName(EVENTS);
    json.writeStartArray();
    EventWriter.write(json, event, reasons);
    json.writeEndArray();
    Names.string(json, STATUS, after.status().wireName());
    json.writeFieldName(SETTLED);
    json.writeBoolean(after.isSettled());
    Names.strings(json, PERMITTED, after.permitted());
    Names.strings(json, OUTSTANDING, after.outstanding());
    obligations(json, after.due(), null);
    json.writeEndObject();
  }

  /** Writes what comes of a refused command. */
  public static void refused(
      JsonGenerator json, String session, Refusal refusal, List<Event> history) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, session);
    Names.string(json, OUTCOME, Outcome.REFUSED.wireName());
    refusal(json, refusal, history);
    json.writeEndObject();
  }

  private static void refusal(JsonGenerator json, Refusal refusal, List<Event> history)
      throws IOException {
    json.writeFieldName(VIOLATIONS);
    json.writeStartArray();
    for (Violation violation : refusal.violations()) {
      json.writeStartObject();
      Names.string(json, CODE, violation.code().wireName());
      if (violation.rule().isPresent()) {
        Names.string(json, Names.RULE, violation.rule().get());
      }
      if (!violation.because().isEmpty()) {
        Names.string(json, BECAUSE, violation.because());
      }
      if (violation.code() == RefusalCode.RULE_CONFLICT) {
        Names.strings(json, RULES, violation.rules());
      }
      Names.string(json, EXPLANATION, violation.explanation());
      if (violation.code() == RefusalCode.RULE_VIOLATED && violation.rule().isPresent()) {
        witness(json, refusal.witness(violation.rule().get(), history));
      }
      if (violation.code() == RefusalCode.CORRECTION_IMPOSSIBLE) {
        witness(json, refusal.inTheWay().stream().boxed().toList());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    Optional<List<Activity>> remedy = refusal.remedy();
    if (remedy.isPresent()) {
      json.writeFieldName(REMEDY);
      json.writeStartArray();
      for (Activity activity : remedy.get()) {
        json.writeString(activity.text());
      }
      json.writeEndArray();
    }
  }

  private static void witness(JsonGenerator json, List<Integer> witness) throws IOException {
    json.writeFieldName(WITNESS);
    json.writeStartArray();
    for (int seq : witness) {
      json.writeNumber(seq);
    }
    json.writeEndArray();
  }

  /** Writes the answer to the query what may happen in a session. */
  public static void options(
      JsonGenerator json, String session, Options options, List<Event> history) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, session);
    Names.string(json, OUTCOME, Outcome.OPTIONS.wireName());
    Names.string(json, STATUS, options.status().wireName());
    json.writeFieldName(OPTIONS);
    json.writeStartArray();
    for (Options.Option option : options.options()) {
      json.writeStartObject();
      Names.string(json, ACTIVITY, option.activity());
      json.writeFieldName(PERMITTED);
      json.writeBoolean(option.isPermitted());
      if (option.refusal().isPresent()) {
        refusal(json, option.refusal().get(), history);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName(RULES);
    json.writeStartArray();
    for (Options.RuleVerdict rule : options.rules()) {
      json.writeStartObject();
      Names.string(json, Names.ID, rule.id());
      Names.string(json, VERDICT, rule.verdict().wireName());
      json.writeEndObject();
    }
    json.writeEndArray();
    obligations(json, options.due(), options.now());
    json.writeEndObject();
  }

  private static void obligations(JsonGenerator json, List<Obligation> due, @Nullable Instant now)
      throws IOException {
    json.writeFieldName(DUE);
    json.writeStartArray();
    for (Obligation each : due) {
      json.writeStartObject();
      obligation(json, each);
      if (now != null) {
        json.writeFieldName(OVERDUE);
        json.writeBoolean(each.isOverdue(now));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void obligation(JsonGenerator json, Obligation each) throws IOException {
    Names.string(json, DEADLINE, each.deadline());
    if (each.referral().isPresent()) {
      Names.string(json, Names.REFERRAL, each.referral().get());
    }
    Names.instant(json, SINCE, each.since());
    Names.instant(json, DUE_AT, each.dueAt());
  }

  /** Writes the answer to the query what is due in all sessions. */
  public static void due(JsonGenerator json, List<DueItem> due) throws IOException {
    json.writeStartObject();
    Names.string(json, OUTCOME, Outcome.DUE.wireName());
    json.writeFieldName(DUE);
    json.writeStartArray();
    for (DueItem item : due) {
      json.writeStartObject();
      Names.string(json, Names.SESSION, item.session());
      obligation(json, item.obligation());
      json.writeFieldName(OVERDUE);
      json.writeBoolean(item.overdue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the answer to a text that could not be read. */
  public static void malformed(JsonGenerator json, List<Issue> issues) throws IOException {
    json.writeStartObject();
    Names.string(json, OUTCOME, Outcome.MALFORMED.wireName());
    json.writeFieldName(ISSUES);
    json.writeStartArray();
    for (Issue issue : issues) {
      json.writeStartObject();
      Names.string(json, CODE, issue.code());
      Names.string(json, POINTER, issue.pointer());
      json.writeFieldName(LINE);
      json.writeNumber(issue.line());
      Names.string(json, EXPLANATION, issue.explanation());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
