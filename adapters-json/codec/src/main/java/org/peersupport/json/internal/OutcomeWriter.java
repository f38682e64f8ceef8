package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.peersupport.session.Referral;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Urgency;
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
  private static final SerializedString REPEATED = new SerializedString("repeated");
  private static final SerializedString URGENT = new SerializedString("urgent");
  private static final SerializedString REFERRALS = new SerializedString("referrals");
  private static final SerializedString STATE = new SerializedString("state");
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

  /**
   * Writes what comes of an accepted command.
   *
   * @param repeated whether it was recorded before
   */
  public static void accepted(
      JsonGenerator json,
      Event event,
      Session now,
      boolean repeated,
      Reasons reasons,
      Locale locale)
      throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, now.id());
    Names.string(json, OUTCOME, Outcome.ACCEPTED.wireName());
    if (repeated) {
      json.writeFieldName(REPEATED);
      json.writeBoolean(true);
    }
    standing(json, now, locale);
    json.writeFieldName(EVENTS);
    json.writeStartArray();
    EventWriter.write(json, event, reasons);
    json.writeEndArray();
    status(json, now);
    next(json, now);
    json.writeEndObject();
  }

  /** The last seq, and what someone may be in danger without. */
  private static void standing(JsonGenerator json, Session now, Locale locale) throws IOException {
    json.writeFieldName(Names.SEQ);
    json.writeNumber(now.seq());
    Optional<Urgency> urgency = now.urgency();
    if (urgency.isPresent()) {
      json.writeFieldName(URGENT);
      json.writeStartObject();
      Names.strings(json, RULES, urgency.get().rules());
      activities(json, REMEDY, urgency.get().remedy());
      Names.string(json, EXPLANATION, urgency.get().explanation(locale));
      json.writeEndObject();
    }
  }

  private static void status(JsonGenerator json, Session now) throws IOException {
    Names.string(json, STATUS, now.status().wireName());
    json.writeFieldName(SETTLED);
    json.writeBoolean(now.isSettled());
  }

  private static void next(JsonGenerator json, Session now) throws IOException {
    Names.strings(json, PERMITTED, now.permitted());
    Names.strings(json, OUTSTANDING, now.outstanding());
    obligations(json, now.due(), null);
  }

  private static void activities(
      JsonGenerator json, SerializedString name, List<Activity> activities) throws IOException {
    json.writeFieldName(name);
    json.writeStartArray();
    for (Activity activity : activities) {
      json.writeString(activity.text());
    }
    json.writeEndArray();
  }

  /** Writes where a session stands. */
  public static void state(JsonGenerator json, Session now, Locale locale) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, now.id());
    Names.string(json, OUTCOME, Outcome.STATE.wireName());
    standing(json, now, locale);
    Names.instant(json, Names.AT, now.at());
    Names.string(json, Names.PROTOCOL, now.protocol().reference());
    status(json, now);
    EventWriter.peer(json, Names.SUPPORTER, now.supporter());
    EventWriter.peer(json, Names.PEER, now.peer());
    if (now.element().isPresent()) {
      Names.string(json, Names.ELEMENT, now.element().get());
    }
    json.writeFieldName(REFERRALS);
    json.writeStartArray();
    for (Referral referral : now.referrals()) {
      json.writeStartObject();
      Names.string(json, Names.REFERRAL, referral.id());
      Names.string(json, Names.RESOURCE, referral.resource());
      Names.string(json, STATE, referral.state().wireName());
      json.writeEndObject();
    }
    json.writeEndArray();
    next(json, now);
    json.writeEndObject();
  }

  /** Writes what comes of a refused command where there is no session to speak of. */
  public static void refused(JsonGenerator json, String session, Refusal refusal, Locale locale)
      throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, session);
    Names.string(json, OUTCOME, Outcome.REFUSED.wireName());
    refusal(json, refusal, List.of(), locale);
    Names.string(json, EXPLANATION, refusal.explanation(locale));
    json.writeEndObject();
  }

  /** Writes what comes of a refused command in a session. */
  public static void refused(
      JsonGenerator json, Session now, Refusal refusal, List<Event> history, Locale locale)
      throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, now.id());
    Names.string(json, OUTCOME, Outcome.REFUSED.wireName());
    standing(json, now, locale);
    refusal(json, refusal, history, locale);
    Names.string(json, EXPLANATION, refusal.explanation(locale, now.urgency()));
    json.writeEndObject();
  }

  private static void refusal(
      JsonGenerator json, Refusal refusal, List<Event> history, Locale locale) throws IOException {
    json.writeFieldName(VIOLATIONS);
    json.writeStartArray();
    for (Violation violation : refusal.violations(locale)) {
      json.writeStartObject();
      Names.string(json, Names.CODE, violation.code().wireName());
      if (violation.rule().isPresent()) {
        Names.string(json, Names.RULE, violation.rule().get());
      }
      if (violation.code() == RefusalCode.RULE_CONFLICT) {
        Names.strings(json, RULES, violation.rules());
      }
      if (!violation.because().isEmpty()) {
        Names.string(json, BECAUSE, violation.because());
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
      activities(json, REMEDY, remedy.get());
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
      JsonGenerator json, Session now, Options options, List<Event> history, Locale locale)
      throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, now.id());
    Names.string(json, OUTCOME, Outcome.OPTIONS.wireName());
    standing(json, now, locale);
    Names.string(json, STATUS, options.status().wireName());
    json.writeFieldName(OPTIONS);
    json.writeStartArray();
    for (Options.Option option : options.options()) {
      json.writeStartObject();
      Names.string(json, ACTIVITY, option.activity());
      Names.string(json, Names.DO, option.act().commandName());
      if (option.referral().isPresent()) {
        Names.string(json, Names.REFERRAL, option.referral().get());
      }
      json.writeFieldName(PERMITTED);
      json.writeBoolean(option.isPermitted());
      if (option.refusal().isPresent()) {
        refusal(json, option.refusal().get(), history, locale);
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
      Names.string(json, Names.SUPPORTER, item.supporter());
      if (item instanceof DueItem.OfRule rule) {
        Names.string(json, Names.RULE, rule.rule());
      } else if (item instanceof DueItem.OfDeadline deadline) {
        obligation(json, deadline.obligation());
        json.writeFieldName(OVERDUE);
        json.writeBoolean(deadline.overdue());
      }
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
      Names.string(json, Names.CODE, issue.code());
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
