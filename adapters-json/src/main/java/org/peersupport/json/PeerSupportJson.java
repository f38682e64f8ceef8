package org.peersupport.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.peersupport.analysis.Continuation;
import org.peersupport.analysis.Difference;
import org.peersupport.analysis.Matching;
import org.peersupport.analysis.Verification;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionReport;
import org.peersupport.json.internal.AnalysisWriter;
import org.peersupport.json.internal.AuditWriter;
import org.peersupport.json.internal.BehaviourReader;
import org.peersupport.json.internal.BehaviourWriter;
import org.peersupport.json.internal.ChangesWriter;
import org.peersupport.json.internal.CommandWriter;
import org.peersupport.json.internal.ComparisonWriter;
import org.peersupport.json.internal.EstimateWriter;
import org.peersupport.json.internal.EventReader;
import org.peersupport.json.internal.EventWriter;
import org.peersupport.json.internal.Lines;
import org.peersupport.json.internal.MatchingReader;
import org.peersupport.json.internal.OutcomeWriter;
import org.peersupport.json.internal.ProtocolText;
import org.peersupport.json.internal.ProtocolWriter;
import org.peersupport.json.internal.RequestReader;
import org.peersupport.json.internal.RuleReader;
import org.peersupport.json.internal.StudyWriter;
import org.peersupport.json.internal.TranscriptMappingReader;
import org.peersupport.json.internal.Writing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;
import org.peersupport.session.Command;
import org.peersupport.session.Event;
import org.peersupport.session.Options;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ComparisonSummary;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactFigures;
import org.peersupport.simulation.SimulationSummary;
import org.peersupport.simulation.estimation.EstimatedBehaviour;

/**
 * Reads and writes commands, outcomes, events and protocol documents as JSON.
 *
 * <p>Reading never throws for what it reads: it gives the value or every issue at once, with JSON
 * pointer and line. Unknown members are ignored; a missing, ill-typed or repeated one is an issue.
 * A leading byte order mark is passed over. What is written is one line without a line end, in
 * UTF-8, in the member order of the wire format, so that equal values give equal bytes. Instants
 * are written in UTC with milliseconds when these are not zero; what is finer is cut off. Years
 * from 0001 to 9999 can be read back.
 *
 * <p>Nothing is logged. No argument may be null, and no result is. Stateless, so safe to use from
 * many threads at once.
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

  /** Writes what a verification has found. */
  public static String writeVerification(Verification verification) {
    return Writing.text(json -> AnalysisWriter.write(json, verification));
  }

  /**
   * Reads which words of one protocol stand for which of another: an object with the members {@code
   * elements}, {@code resources}, {@code concerns} and {@code appreciation}, each optional and an
   * object of keys of the first protocol and what they are called in the second.
   */
  public static Read<Matching> readMatching(String matching) {
    return Lines.read(matching, 0, JsonLimits.LINE_BYTES, MatchingReader.MATCHING);
  }

  /**
   * Reads what the labels of an annotated corpus mean in a protocol, format {@code
   * peersupport/transcript-mapping}. Whether the protocol has what the labels stand for is not
   * looked at here, see {@link TranscriptMapping#problems}.
   *
   * @param mapping one JSON object
   */
  public static Read<TranscriptMapping> readTranscriptMapping(String mapping) {
    return Lines.read(mapping, 0, JsonLimits.LINE_BYTES, TranscriptMappingReader.MAPPING);
  }

  /** Writes how two protocols differ. */
  public static String writeDifference(Difference difference) {
    return Writing.text(json -> AnalysisWriter.write(json, difference));
  }

  /**
   * Writes whether a session may go on under another protocol.
   *
   * @param session its id
   */
  public static String writeContinuation(String session, Continuation continuation) {
    return Writing.text(json -> AnalysisWriter.write(json, session, continuation));
  }

  /** Writes what an audit has found out about a session. */
  public static byte[] writeReportBytes(SessionReport report) {
    return Writing.bytes(json -> AuditWriter.write(json, report));
  }

  /** Writes what an audit has found out about all sessions together. */
  public static String writeSummary(AuditSummary summary, LogFindings findings) {
    return Writing.text(json -> AuditWriter.write(json, summary, findings));
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
   * Writes the outcome of an accepted command.
   *
   * @param event what is recorded
   * @param after the session after it
   * @param reasons whether the reason of an override or a correction is written
   */
  public static String writeAccepted(Event event, Session after, Reasons reasons) {
    return Writing.text(json -> OutcomeWriter.accepted(json, event, after, reasons));
  }

  /**
   * Writes the outcome of a refused command, with every violated rule, its witness, and the remedy.
   *
   * @param sessionId the session that the command names
   * @param refusal why it is refused
   * @param history the session's events so far, for the witnesses; those of the conversation are
   *     enough
   */
  public static String writeRefused(String sessionId, Refusal refusal, List<Event> history) {
    return Writing.text(json -> OutcomeWriter.refused(json, sessionId, refusal, history));
  }

  /**
   * Writes the answer to the query {@code options}.
   *
   * @param sessionId the session that was asked about
   * @param options what may happen in it
   * @param history the session's events so far, for the witnesses; those of the conversation are
   *     enough
   */
  public static String writeOptions(String sessionId, Options options, List<Event> history) {
    return Writing.text(json -> OutcomeWriter.options(json, sessionId, options, history));
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
    return ProtocolText.read(utf8, reference -> Optional.empty());
  }

  /**
   * Reads a protocol document and builds the protocol, with all its checks. It may extend a
   * protocol that ships, see {@link Variants}.
   *
   * @param document one JSON object
   */
  public static Read<Protocol> readProtocol(String document) {
    return ProtocolText.read(document, reference -> Optional.empty());
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
    return ProtocolText.read(utf8, bases);
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

  /**
   * Reads a behaviour document, format {@code peersupport/behaviour}. Whether it makes sense for a
   * protocol is found out by {@link org.peersupport.simulation.ConversationChain#of}.
   *
   * @param document one JSON object
   */
  public static Read<Behaviour> readBehaviour(String document) {
    return Lines.document(document, "behaviour", BehaviourReader.BEHAVIOUR);
  }

  /** Writes a behaviour document. */
  public static String writeBehaviour(Behaviour behaviour, Layout layout) {
    return Writing.text(json -> BehaviourWriter.write(json, behaviour), layout);
  }

  /**
   * Writes what simulated sessions came to, times in seconds, figures to nine digits.
   *
   * @param seed the seed that they were drawn with
   */
  public static String writeSimulation(SimulationSummary summary, long seed, Layout layout) {
    return Writing.text(json -> StudyWriter.write(json, summary, seed), layout);
  }

  /** Writes what was worked out: the members of a simulation, without intervals. */
  public static String writeAnalysis(ExactAnalysis exact, Layout layout) {
    return Writing.text(json -> StudyWriter.write(json, exact), layout);
  }

  /**
   * Writes how variants differ, a row for each figure, times in seconds, figures to nine digits;
   * null for what is not known, and for the reduction of a variance of which nothing is left.
   *
   * @param exact what was worked out, by variant; or none
   * @param seed the seed that the sessions were drawn with
   */
  public static String writeComparison(
      ComparisonSummary summary, List<ExactFigures> exact, long seed, Layout layout) {
    return Writing.text(json -> ComparisonWriter.write(json, summary, exact, seed), layout);
  }

  /**
   * Writes what stands behind a behaviour that was estimated. Likelihoods have six digits; null
   * stands where there is none.
   */
  public static String writeEstimate(EstimatedBehaviour estimated, Layout layout) {
    return Writing.text(json -> EstimateWriter.write(json, estimated), layout);
  }
}
