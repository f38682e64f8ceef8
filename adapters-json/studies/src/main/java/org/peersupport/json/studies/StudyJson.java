package org.peersupport.json.studies;

import java.util.List;
import org.peersupport.analysis.Continuation;
import org.peersupport.analysis.Difference;
import org.peersupport.analysis.Matching;
import org.peersupport.analysis.Verification;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionReport;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.Lines;
import org.peersupport.json.internal.Writing;
import org.peersupport.json.studies.internal.AnalysisWriter;
import org.peersupport.json.studies.internal.AuditWriter;
import org.peersupport.json.studies.internal.BehaviourReader;
import org.peersupport.json.studies.internal.BehaviourWriter;
import org.peersupport.json.studies.internal.ComparisonWriter;
import org.peersupport.json.studies.internal.EstimateWriter;
import org.peersupport.json.studies.internal.MatchingReader;
import org.peersupport.json.studies.internal.StudyWriter;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ComparisonSummary;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactFigures;
import org.peersupport.simulation.SimulationSummary;
import org.peersupport.simulation.estimation.EstimatedBehaviour;

/**
 * Reads and writes verifications, audits, behaviours and what simulations come to as JSON. See
 * {@link Scenarios} for scenario documents.
 *
 * <p>Reads and writes as {@link PeerSupportJson} does. Nothing is logged. No argument may be null,
 * and no result is. Stateless, so safe to use from many threads at once.
 */
public final class StudyJson {
  private StudyJson() {}

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

  /** Writes what an audit has found out about a session. */
  public static byte[] writeReportBytes(SessionReport report) {
    return Writing.bytes(json -> AuditWriter.write(json, report));
  }

  /** Writes what an audit has found out about all sessions together. */
  public static String writeSummary(AuditSummary summary, LogFindings findings) {
    return Writing.text(json -> AuditWriter.write(json, summary, findings));
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
