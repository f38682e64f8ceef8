package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;

/**
 * One vector in the making: what is sent is answered on a {@link ReferenceSubject}, and what is
 * compared of the answers is written down. Acts are told as texts: an activity, several thanks in
 * one breath joined by {@code +}, {@code open}, {@code transfer:<id>}, {@code pause}, {@code
 * resume}, {@code close}, {@code end:<reason>}, {@code correct:<seq>}, {@code void:<reason>}. An
 * act of a referral means the resource's pending one, or else its latest. Each act comes a minute
 * after the session's last event. Not safe to share between threads.
 */
final class VectorBuilder {
  static final String SUPPORTER = "sup-1";
  static final String PEER = "peer-1";
  static final String STRANGER = "coordinator-1";
  static final String NOBODY_KNOWS = "r-0";
  static final String REASON = "reason-of-a-test";

  private static final int FARTHEST = 60;

  private final Protocol protocol;
  private final ReferenceSubject subject;
  private final String name;
  private final String first;
  private final Set<String> rules = new TreeSet<>();
  private final Set<String> clauses = new TreeSet<>();
  private final Set<String> needs = new TreeSet<>();
  private final List<Vector.VectorStep> steps = new ArrayList<>();
  private String session;
  private ObjectNode last = ReferenceSubject.object();
  private String at = "";

  /**
   * @param name the vector's, unique in its suite
   * @param session the id of its session; further ones of the vector begin with it
   */
  VectorBuilder(Protocol protocol, String name, String session) {
    this.protocol = protocol;
    this.subject = new ReferenceSubject(protocol);
    this.name = name;
    this.first = session;
    this.session = session;
  }

  VectorBuilder covers(String... ids) {
    clauses.addAll(List.of(ids));
    return this;
  }

  VectorBuilder needs(String... capabilities) {
    needs.addAll(List.of(capabilities));
    return this;
  }

  VectorBuilder about(String rule) {
    rules.add(rule);
    return this;
  }

  /** Turns to another session of this vector; the empty suffix is the first one. */
  VectorBuilder in(String suffix) {
    session = first + suffix;
    return this;
  }

  /** The clauses that it covers so far. */
  Set<String> covered() {
    return Set.copyOf(clauses);
  }

  String session() {
    return session;
  }

  Vector vector() {
    return new Vector(name, List.copyOf(rules), List.copyOf(clauses), List.copyOf(needs), steps);
  }

  // --- what is sent

  /** The line for an act of the current supporter. */
  ObjectNode act(String text) {
    Session here = subject.session(session);
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String about = text.substring(colon + 1);
    ObjectNode line = ReferenceSubject.object();
    line.put("session", session);
    line.put("at", next(here).toString());
    line.put("by", here == null ? SUPPORTER : here.supporter().id());
    line.put("do", kind);
    // A query, such as due, is no act and has no members of one.
    ActType.ofCommand(kind).ifPresent(type -> members(line, type, here, about));
    return line;
  }

  private void members(ObjectNode line, ActType type, @Nullable Session here, String about) {
    switch (type) {
      case OPEN -> opening(line);
      case BEGIN -> line.put("element", about);
      case CONCERN -> line.put("level", about);
      case OFFER -> line.put("referral", newReferral(here)).put("resource", about);
      case ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE ->
          line.put("referral", referral(here, about));
      case THANK -> List.of(about.split("\\+", -1)).forEach(line.withArray("facets")::add);
      case TRANSFER -> line.set("supporter", person(about, department()));
      case END, VOID -> line.put("reason", about);
      case CORRECT -> line.put("seq", Integer.parseInt(about)).put("reason", REASON);
      case PAUSE, RESUME, CLOSE -> {
        // nothing more to say
      }
    }
  }

  private static Instant next(@Nullable Session here) {
    return here == null ? ConformanceSuite.START : here.at().plus(Duration.ofMinutes(1));
  }

  private void opening(ObjectNode line) {
    line.put("protocol", protocol.reference());
    line.set("supporter", person(SUPPORTER, department()));
    String peers = protocol.pairing() == Pairing.SAME ? department() : "emergency";
    line.set("peer", person(PEER, peers));
  }

  static String department() {
    return "surgery";
  }

  static ObjectNode person(String id, String department) {
    return ReferenceSubject.object().put("id", id).put("department", department);
  }

  private static String newReferral(@Nullable Session here) {
    return "r-" + (here == null ? 1 : here.referrals().size() + 1);
  }

  private static String referral(@Nullable Session here, String resource) {
    String latest = NOBODY_KNOWS;
    for (Referral referral : here == null ? List.<Referral>of() : here.referrals()) {
      if (referral.resource().equals(resource)) {
        if (referral.state().isPending()) {
          return referral.id();
        }
        latest = referral.id();
      }
    }
    return latest;
  }

  /** The line for an act, changed. */
  ObjectNode act(String text, Consumer<ObjectNode> change) {
    ObjectNode line = act(text);
    change.accept(line);
    return line;
  }

  // --- what comes back

  /** Sends a line and compares what the expectation says. */
  VectorBuilder send(ObjectNode line, Expectation expectation) {
    last = subject.answer(line);
    if (line.path("at").isTextual()) {
      at = line.get("at").textValue();
    }
    if (expectation != Expectation.OUTCOME) {
      note(last);
    }
    steps.add(new Vector.VectorStep(line.toString(), expectation.of(last).toString()));
    return this;
  }

  /** What an answer is about, for what the vector covers. */
  private void note(ObjectNode answer) {
    new CoveredClauses(protocol, rules, clauses).of(answer);
  }

  /** Sends an act and compares everything. */
  VectorBuilder check(String act) {
    return send(act(act), Expectation.FULL);
  }

  /** The same for an act that is changed. */
  VectorBuilder check(String act, Consumer<ObjectNode> change) {
    return send(act(act, change), Expectation.FULL);
  }

  /** The same for somebody else's word. */
  VectorBuilder checkBy(String who, String act) {
    return check(act, by(who));
  }

  /** Opens the session, to get on. */
  VectorBuilder open() {
    return lead("open");
  }

  /** Acts that lead to what is under test, and are accepted. */
  VectorBuilder lead(String... acts) {
    for (String act : acts) {
      send(act(act), Expectation.OUTCOME);
      if (!isAccepted(last)) {
        throw new IllegalStateException(name + " does not get past " + act + ": " + last);
      }
    }
    return this;
  }

  /** Inputs of the enforced machine that lead to what is under test. */
  VectorBuilder leadInputs(List<String> inputs) {
    for (String input : inputs) {
      lead(acts(input));
    }
    return this;
  }

  /** The machine completes what it connects, and its words for end and transfer say less. */
  private static String[] acts(String input) {
    if (input.startsWith("connect:")) {
      return new String[] {input, "complete:" + input.substring(input.indexOf(':') + 1)};
    }
    return new String[] {
      switch (input) {
        case "end" -> "end:stopped";
        case "transfer" -> "transfer:sup-2";
        default -> input;
      }
    };
  }

  /** A change that adds an override. */
  static Consumer<ObjectNode> overriding(String reason) {
    return line -> line.set("override", ReferenceSubject.object().put("reason", reason));
  }

  /** When the last line says that it happened. */
  Instant lastAt() {
    return Instant.parse(at);
  }

  /** A change that says when the act happened. */
  static Consumer<ObjectNode> at(Instant instant) {
    return line -> line.put("at", instant.toString());
  }

  /** A change that says when the act happened, and when it was told. */
  static Consumer<ObjectNode> told(Instant at, Instant recordedAt) {
    return at(at).andThen(line -> line.put("recordedAt", recordedAt.toString()));
  }

  /** A change that says who records the act. */
  static Consumer<ObjectNode> by(String who) {
    return line -> line.put("by", who);
  }

  /** A change that names the command, so that it can be sent again. */
  static Consumer<ObjectNode> named(String commandId) {
    return line -> line.put("commandId", commandId);
  }

  /** The place of the session's last event. */
  int seq() {
    Session here = subject.session(session);
    return here == null ? 0 : here.seq();
  }

  /** Whether the last answer says that someone may be in danger. */
  boolean isUrgent() {
    return last.has("urgent");
  }

  /** Whether the last line was accepted. */
  boolean wasAccepted() {
    return isAccepted(last);
  }

  private static boolean isAccepted(ObjectNode answer) {
    return answer.path("outcome").textValue().equals("accepted");
  }

  /** The remedy of the last line; empty where there is none. */
  List<String> remedy() {
    return remedy(last);
  }

  private static List<String> remedy(ObjectNode answer) {
    List<String> remedy = new ArrayList<>();
    answer.path("remedy").forEach(each -> remedy.add(each.textValue()));
    return remedy;
  }

  /** Whether the act would be accepted now. */
  boolean permits(String act) {
    return isAccepted(subject.preview(act(act)));
  }

  /**
   * Leads to where the act is accepted, by way of the remedies.
   *
   * @return whether there is a way
   */
  boolean reaches(String act) {
    int colon = act.indexOf(':');
    if (colon > 0 && !prepares(type(act.substring(0, colon)), act.substring(colon + 1))) {
      return false;
    }
    for (int steps = 0; steps < FARTHEST; steps++) {
      ObjectNode preview = subject.preview(act(act));
      if (isAccepted(preview)) {
        return true;
      }
      List<String> remedy = remedy(preview);
      if (remedy.isEmpty() || !permits(remedy.get(0))) {
        return false;
      }
      lead(remedy.get(0));
    }
    return false;
  }

  /**
   * Leads to where nothing but the rule stands between the session and its close.
   *
   * @return whether it got there
   */
  boolean lacksOnly(String rule) {
    for (String step : remedy(subject.preview(act("close")))) {
      ObjectNode preview = subject.preview(act(step));
      if (isAccepted(preview) && names(preview.path("outstanding"), rule)) {
        lead(step);
      }
    }
    JsonNode violations = subject.preview(act("close")).path("violations");
    return violations.size() == 1 && rule.equals(violations.at("/0/rule").textValue());
  }

  private static boolean names(JsonNode texts, String text) {
    for (JsonNode each : texts) {
      if (text.equals(each.textValue())) {
        return true;
      }
    }
    return false;
  }

  /** What the life of a referral needs before an act. */
  private boolean prepares(ActType act, String resource) {
    return switch (act) {
      case ACCEPT, DECLINE, LAPSE ->
          stands(resource, ReferralState.OFFERED) || leads("offer:" + resource);
      case CONNECT ->
          stands(resource, ReferralState.ACCEPTED)
              || (prepares(ActType.ACCEPT, resource)
                  && (consentOf(resource) == Consent.NOTICE || leads("accept:" + resource)));
      case COMPLETE -> stands(resource, ReferralState.CONNECTED) || leads("connect:" + resource);
      case WITHDRAW ->
          stands(resource, ReferralState.ACCEPTED)
              || stands(resource, ReferralState.CONNECTED)
              || leads("accept:" + resource);
      case OPEN, BEGIN, CONCERN, OFFER, THANK, PAUSE, RESUME, TRANSFER, CLOSE, END, CORRECT, VOID ->
          true;
    };
  }

  private static ActType type(String word) {
    return ActType.ofCommand(word).orElseThrow();
  }

  private boolean leads(String act) {
    if (!reaches(act)) {
      return false;
    }
    lead(act);
    return true;
  }

  private Consent consentOf(String resource) {
    return protocol.resource(resource).orElseThrow().consent();
  }

  private boolean stands(String resource, ReferralState state) {
    Session here = subject.session(session);
    return here != null
        && here.referrals().stream()
            .anyMatch(each -> each.resource().equals(resource) && each.state() == state);
  }

  /** Leads to a close, and compares what it says; nothing where there is no way to one. */
  VectorBuilder closes() {
    if (reaches("close")) {
      check("close");
    }
    return this;
  }
}
