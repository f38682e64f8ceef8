package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Protocol;

/**
 * A complete conformance suite for a protocol, as lines of JSON: what a program under test is sent,
 * and what must come back.
 *
 * <pre>{@code
 * VectorSuite.of(protocol, 0, 50_000).write(line -> out.println(line));
 * }</pre>
 *
 * <p>Each line is one step, {@code {"vector":…,"send":{…},"expect":{…}}}; lines that follow one
 * another with the same {@code vector} are one vector. The first line of a vector also has {@code
 * covers}, the rules and clauses that it is about, and {@code needs}, the optional capabilities
 * without which it says nothing. The first line of all has {@code suite}, what the suite is of and
 * what it takes for granted. What {@code expect} does not name may be anything; {@code null} means
 * that the member must be absent.
 *
 * <p>Each vector has sessions of its own, so all can be played in one process, one after another.
 * The query {@code due} is about all sessions, so the one vector that asks it comes first.
 *
 * <p>Most vectors are the conversations of {@link ConformanceSuite}, which says what they prove.
 * The others are about what its machine leaves out: who, when and what is named, referrals of every
 * resource, deadlines, overrides, advice, corrections, queries, and how lines are written. What
 * they expect is what this library answers.
 *
 * <p>Immutable and safe to share between threads; the same protocol gives the same bytes. No
 * argument may be null, and no result is.
 */
public final class VectorSuite {
  /** The release of the kit: of the form of its files and of how it judges. */
  public static final String KIT = "1.0.0";

  /** The version of the lines. */
  public static final int VERSION = 1;

  private static final List<String> ABSTRACTION =
      List.of(
          "One resource that needs consent and one with consent by notice, where the protocol has"
              + " them, stand for all of their kind; every other one is taken once through its life.",
          "In the vectors of the machine a referral that is connected is completed at once, and acts"
              + " of a referral mean the pending one of its resource.",
          "Outputs of the machine are status, settled, permitted and outstanding of an accepted"
              + " command, and codes and rules of a refused one; everything else is compared in the"
              + " other vectors.",
          "The program under test is taken to be deterministic, to answer every line, to begin every"
              + " session alike and to keep sessions apart, and to have at most as many states more"
              + " than the machine as \"extra\" says.",
          "Ids, participants and instants are taken to matter only by being the same or not, and by"
              + " which comes first.",
          "A line is a JSON object: repeated members and trailing text are not among what is sent.");

  private final ConformanceSuite machine;
  private final List<Vector> first;

  private VectorSuite(ConformanceSuite machine) {
    this.machine = machine;
    VectorNumbering numbering = new VectorNumbering(machine.protocol());
    QueryVectors.addDue(numbering);
    OpeningVectors.add(numbering);
    ReadingVectors.add(numbering);
    NamingVectors.add(numbering);
    ActorVectors.add(numbering);
    StatusVectors.add(numbering);
    UrgentVectors.add(numbering);
    TimeVectors.add(numbering);
    FutureVectors.add(numbering);
    ReferralVectors.add(numbering);
    ReasonVectors.add(numbering);
    ThanksVectors.add(numbering);
    QueryVectors.addState(numbering);
    QueryVectors.addOptions(numbering);
    OrderVectors.add(numbering);
    OverrideVectors.add(numbering);
    RuleVectors.add(numbering, machine);
    CorrectionVectors.add(numbering);
    RepeatVectors.add(numbering);
    VoidVectors.add(numbering);
    this.first = numbering.vectors();
  }

  /**
   * Makes the suite of a protocol.
   *
   * @param extra how many states more than the enforced machine a program under test may have
   * @param limit how many conversations of the machine are too many
   * @throws IllegalArgumentException when {@code extra} is negative
   * @throws org.peersupport.analysis.TooManyStatesException when the machine is too large
   * @throws org.peersupport.analysis.SuiteTooLargeException when there are too many conversations
   */
  public static VectorSuite of(Protocol protocol, int extra, int limit) {
    return new VectorSuite(ConformanceSuite.of(protocol, extra, limit));
  }

  /** The machine that most vectors are about. */
  public ConformanceSuite machine() {
    return machine;
  }

  /** How many vectors there are. */
  public int vectors() {
    return first.size() + machine.conversations().size();
  }

  /** Writes the lines, one after the other, without their ends. */
  public void write(Consumer<String> lines) {
    boolean[] isFirst = {true};
    each(
        vector -> {
          for (int at = 0; at < vector.steps().size(); at++) {
            lines.accept(line(vector, at, isFirst[0]));
            isFirst[0] = false;
          }
        });
  }

  /** Passes on one vector after the other. */
  void each(Consumer<Vector> into) {
    first.forEach(into);
    new MachineVectors(machine).each(into);
  }

  private String line(Vector vector, int at, boolean isFirst) {
    ObjectNode head = ReferenceSubject.object().put("vector", vector.name());
    if (at == 0) {
      ObjectNode covers = head.putObject("covers");
      strings(covers.putArray("rules"), vector.rules());
      strings(covers.putArray("clauses"), vector.clauses());
      if (!vector.needs().isEmpty()) {
        strings(head.putArray("needs"), vector.needs());
      }
    }
    if (isFirst) {
      head.set("suite", suite());
    }
    String text = head.toString();
    Vector.VectorStep step = vector.steps().get(at);
    return text.substring(0, text.length() - 1)
        + ",\"send\":"
        + step.send()
        + ",\"expect\":"
        + step.expect()
        + "}";
  }

  private ObjectNode suite() {
    ObjectNode suite = ReferenceSubject.object();
    suite.put("format", "peersupport/vectors").put("version", VERSION).put("kit", KIT);
    suite.put("protocol", machine.protocol().reference());
    suite.put("protocolSha256", sha256(machine.protocol()));
    suite.put("method", "Wp").put("extra", machine.extra()).put("states", machine.states());
    suite.put("inputs", machine.inputs().size()).put("vectors", vectors());
    strings(suite.putArray("abstraction"), ABSTRACTION);
    return suite;
  }

  private static void strings(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  /**
   * The SHA-256, in lower-case hexadecimal, of a protocol's document with its expanded rules, in
   * one line without its end: the bytes that {@link
   * PeerSupportJson#writeProtocolExpanded(Protocol)} gives, which are those of the command {@code
   * show}.
   */
  public static String sha256(Protocol protocol) {
    try {
      byte[] document = PeerSupportJson.writeProtocolExpanded(protocol).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
