package org.peersupport.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.peersupport.json.data.DueItem;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.data.Request;
import org.peersupport.json.internal.ChangesWriter;
import org.peersupport.json.internal.CommandWriter;
import org.peersupport.json.internal.EventReader;
import org.peersupport.json.internal.EventWriter;
import org.peersupport.json.internal.Lines;
import org.peersupport.json.internal.OutcomeWriter;
import org.peersupport.json.internal.ProtocolDocuments;
import org.peersupport.json.internal.ProtocolWriter;
import org.peersupport.json.internal.RequestReader;
import org.peersupport.json.internal.RuleReader;
import org.peersupport.json.internal.Writing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Options;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;

/**
 * Reads and writes commands, outcomes, events and protocol documents as JSON.
 *
 * <p>Reading never throws for what it reads: it gives the value or every issue at once, with JSON
 * pointer and line. A missing, ill-typed or repeated member is an issue, and so is one that belongs
 * to another command or event. Members that nothing knows are passed over in commands and events;
 * in protocol documents they are issues, unless they begin with {@code x-}. A leading byte order
 * mark is passed over. What is written is one line without a line end, in UTF-8, in the member
 * order of the wire format, so that equal values give equal bytes. Instants are written in UTC with
 * milliseconds when these are not zero; what is finer is cut off. Years from 0001 to 9999 can be
 * read back.
 *
 * <p>A protocol document that is refused is logged at debug, with codes and pointers; nothing else
 * is logged. No argument may be null, and no result is. Stateless, so safe to use from many threads
 * at once.
 */
public final class PeerSupportJson {
  /** The version of logs that this release writes and reads. */
  public static final int LOG_VERSION = Lines.LOG_VERSION;

  private PeerSupportJson() {}

  /**
   * Reads a command or a query.
   *
   * @param line one JSON object
   * @param lineNumber its line, from 1, for the issues
   */
  public static Read<Request> readRequest(String line, int lineNumber) {
    return Lines.read(line, lineNumber, JsonLimits.LINE_BYTES, RequestReader.REQUEST);
  }

  /**
   * Reads a command or a query.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   * @param lineNumber its line, from 1, for the issues
   */
  public static Read<Request> readRequest(byte[] utf8, int lineNumber) {
    return Lines.read(utf8, lineNumber, JsonLimits.LINE_BYTES, RequestReader.REQUEST);
  }

  /**
   * Writes a command, with the reason of its override if it has one: who asks for an override must
   * say why.
   */
  public static String writeCommand(Command command) {
    return Writing.text(json -> CommandWriter.write(json, command));
  }

  /**
   * Reads an event.
   *
   * @param line one JSON object
   * @param lineNumber its line, from 1, for the issues
   */
  public static Read<Event> readEvent(String line, int lineNumber) {
    return Lines.read(line, lineNumber, JsonLimits.EVENT_BYTES, EventReader.EVENT);
  }

  /**
   * Reads an event.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   * @param lineNumber its line, from 1, for the issues
   */
  public static Read<Event> readEvent(byte[] utf8, int lineNumber) {
    return Lines.read(utf8, lineNumber, JsonLimits.EVENT_BYTES, EventReader.EVENT);
  }

  /**
   * Writes an event.
   *
   * @param reasons whether the reasons of overrides and corrections are written
   */
  public static String writeEvent(Event event, Reasons reasons) {
    return Writing.text(json -> EventWriter.write(json, event, reasons));
  }

  /**
   * Writes an event in UTF-8.
   *
   * @param reasons whether the reasons of overrides and corrections are written
   */
  public static byte[] writeEventBytes(Event event, Reasons reasons) {
    return Writing.bytes(json -> EventWriter.write(json, event, reasons));
  }

  /**
   * The {@code id@release} that a protocol document says it extends; empty when it extends none, or
   * is none.
   *
   * @param document in UTF-8; not kept
   */
  public static Optional<String> extended(byte[] document) {
    return Lines.extended(document);
  }

  /**
   * Reads one rule, as it stands in a protocol document.
   *
   * @param rule one JSON object; whether its patterns fit a protocol shows when it is used with one
   */
  public static Read<Rule> readRule(String rule) {
    return Lines.read(rule, 1, JsonLimits.LINE_BYTES, RuleReader.RULE);
  }

  /**
   * Reads a line of a log that is no header: an event, or what is wrong with it and whose it is.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   * @param lineNumber its line, from 1, for the issues
   */
  public static LogEntry readLogEntry(byte[] utf8, int lineNumber) {
    Read<Event> read = readEvent(utf8, lineNumber);
    return read.isMalformed()
        ? new LogEntry.Broken(lineNumber, Lines.session(utf8), read.issues())
        : new LogEntry.Recorded(lineNumber, read.orElseThrow());
  }

  /** The line that a log may start with. */
  public static String logHeader() {
    return Lines.LOG_HEADER;
  }

  /**
   * The version of the log of which this line is the header, however it is spaced; empty when it is
   * no header. This release writes and reads version {@value #LOG_VERSION}.
   */
  public static OptionalInt logVersion(String line) {
    return Lines.logVersion(line);
  }

  /**
   * Writes the outcome of an accepted command, its sentences in English.
   *
   * @param decision what was decided: {@link Decision.Accepted} or {@link Decision.Repeated}
   * @param reasons whether the reason of an override or a correction is written
   * @throws IllegalArgumentException for a refusal
   */
  public static String writeAccepted(Decision decision, Reasons reasons) {
    return writeAccepted(decision, reasons, Locale.ROOT);
  }

  /** The same with the sentences in the language of the locale, where there is one. */
  public static String writeAccepted(Decision decision, Reasons reasons, Locale locale) {
    if (decision instanceof Decision.Accepted accepted) {
      return writeAccepted(accepted.event(), accepted.session(), false, reasons, locale);
    } else if (decision instanceof Decision.Repeated repeated) {
      return writeAccepted(repeated.event(), repeated.session(), true, reasons, locale);
    }
    throw new IllegalArgumentException("a refusal is written with writeRefused");
  }

  private static String writeAccepted(
      Event event, Session now, boolean repeated, Reasons reasons, Locale locale) {
    return Writing.text(
        json -> OutcomeWriter.accepted(json, event, now, repeated, reasons, locale));
  }

  /**
   * Writes the outcome of a command to a session that is not there.
   *
   * @param sessionId the session that the command names
   * @param refusal why it is refused
   */
  public static String writeRefused(String sessionId, Refusal refusal) {
    return writeRefused(sessionId, refusal, Locale.ROOT);
  }

  /** The same with the sentences in the language of the locale, where there is one. */
  public static String writeRefused(String sessionId, Refusal refusal, Locale locale) {
    return Writing.text(json -> OutcomeWriter.refused(json, sessionId, refusal, locale));
  }

  /**
   * Writes the outcome of a refused command, with every violated rule, its witness, and the remedy.
   *
   * @param session the session as it stands
   * @param refusal why the command is refused
   * @param history the session's events so far, for the witnesses; those of the conversation are
   *     enough
   */
  public static String writeRefused(Session session, Refusal refusal, List<Event> history) {
    return writeRefused(session, refusal, history, Locale.ROOT);
  }

  /** The same with the sentences in the language of the locale, where there is one. */
  public static String writeRefused(
      Session session, Refusal refusal, List<Event> history, Locale locale) {
    return Writing.text(json -> OutcomeWriter.refused(json, session, refusal, history, locale));
  }

  /**
   * Writes the answer to the query {@code options}.
   *
   * @param session the session that was asked about
   * @param options what may happen in it
   * @param history the session's events so far, for the witnesses; those of the conversation are
   *     enough
   */
  public static String writeOptions(Session session, Options options, List<Event> history) {
    return writeOptions(session, options, history, Locale.ROOT);
  }

  /** The same with the sentences in the language of the locale, where there is one. */
  public static String writeOptions(
      Session session, Options options, List<Event> history, Locale locale) {
    return Writing.text(json -> OutcomeWriter.options(json, session, options, history, locale));
  }

  /** Writes the answer to the query {@code state}. */
  public static String writeState(Session session) {
    return writeState(session, Locale.ROOT);
  }

  /** The same with the sentences in the language of the locale, where there is one. */
  public static String writeState(Session session, Locale locale) {
    return Writing.text(json -> OutcomeWriter.state(json, session, locale));
  }

  /** Writes the answer to the query {@code due}, in the order given. */
  public static String writeDue(List<DueItem> due) {
    return Writing.text(json -> OutcomeWriter.due(json, due));
  }

  /** Writes the answer to a text that could not be read. */
  public static String writeMalformed(List<Issue> issues) {
    return Writing.text(json -> OutcomeWriter.malformed(json, issues));
  }

  /**
   * Reads a protocol document and builds the protocol, with all its checks. It may extend a
   * protocol that ships, see {@link Variants}.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   */
  public static Read<Protocol> readProtocol(byte[] utf8) {
    return ProtocolDocuments.read(utf8);
  }

  /**
   * Reads a protocol document and builds the protocol, with all its checks. It may extend a
   * protocol that ships, see {@link Variants}.
   *
   * @param document one JSON object
   */
  public static Read<Protocol> readProtocol(String document) {
    return ProtocolDocuments.read(document);
  }

  /**
   * Reads a protocol document, which may extend others, and builds the protocol, with all its
   * checks. A base that is missing, is not in order, or extends the document itself is an issue at
   * {@code /extends}; so is what is inherited and does not fit any more.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   * @param bases gives the document of an {@code id@release} that does not ship, in UTF-8
   */
  public static Read<Protocol> readProtocol(byte[] utf8, Function<String, Optional<byte[]>> bases) {
    return ProtocolDocuments.read(utf8, bases);
  }

  /**
   * Writes a protocol as a document that extends another one, in one line: only what differs from
   * the base, and the examples, which are not inherited. Where entries that both have stand in
   * another order, those of the base keep theirs, elements excepted.
   *
   * @param base what the document extends
   */
  public static String writeProtocolChanges(Protocol protocol, Protocol base) {
    return writeProtocolChanges(protocol, base, Layout.LINE);
  }

  /** The same, laid out otherwise. */
  public static String writeProtocolChanges(Protocol protocol, Protocol base, Layout layout) {
    return Writing.text(json -> ChangesWriter.document(json, protocol, base), layout);
  }

  /** Writes a protocol document in one line, everything that has a default spelled out. */
  public static String writeProtocol(Protocol protocol) {
    return writeProtocol(protocol, Layout.LINE);
  }

  /** Writes a protocol document, everything that has a default spelled out. */
  public static String writeProtocol(Protocol protocol, Layout layout) {
    return Writing.text(json -> ProtocolWriter.document(json, protocol), layout);
  }

  /** The same in one line, with the rules as they bind a session under {@code expanded}. */
  public static String writeProtocolExpanded(Protocol protocol) {
    return writeProtocolExpanded(protocol, Layout.LINE);
  }

  /** The same, with the rules as they bind a session under {@code expanded}. */
  public static String writeProtocolExpanded(Protocol protocol, Layout layout) {
    return Writing.text(json -> ProtocolWriter.expanded(json, protocol), layout);
  }
}
