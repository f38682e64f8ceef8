package org.peersupport.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.search.Mealy;
import org.peersupport.internal.search.WpMethod;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * Conversations that together find every wrong implementation of what a protocol enforces, within
 * stated assumptions.
 *
 * <p>What a protocol enforces is a Mealy machine. Its states are the joint states of the mandatory
 * rules that bind, the pending referrals and the status. Its inputs are {@link #inputs()}: each
 * element, each level of concern, the life of the referrals of {@link #resources()}, each thanks
 * and all thanks in one breath, {@code transfer}, {@code pause}, {@code resume}, {@code close} and
 * {@code end}. Its outputs are what an outcome says of status, settled, permitted and outstanding,
 * or the codes and rules of a refusal.
 *
 * <p><b>What is proved.</b> Let <i>n</i> be {@link #states()}, the states of the minimal machine.
 * An implementation that behaves as a machine with at most <i>n</i> + {@link #extra()} states over
 * these inputs and gives the expected outputs in every conversation of the suite gives them in
 * every conversation there is. The suite is that of the partial W-method, by which this is Theorem
 * 1 of Fujiwara et al.; with {@code extra} it is Chow's bound on the states of the implementation.
 *
 * <p><b>What is assumed</b> of the implementation: it is deterministic; a session that is opened is
 * as any other that is opened, and untouched by other sessions; it answers every command; ids,
 * participants and instants mean nothing to it but to tell things apart and what comes first; and
 * resources to which consent is given alike are treated alike, so that one of each kind, the one
 * that most rules speak of, can stand for all. A referral that was connected is completed at once.
 * Nothing here tests those assumptions: other vectors do where they can.
 *
 * <p>Sources: T. S. Chow, Testing software design modeled by finite-state machines, IEEE
 * Transactions on Software Engineering SE-4(3), 1978, 178–187; S. Fujiwara, G. von Bochmann, F.
 * Khendek, M. Amalou, A. Ghedamsi, Test selection based on finite state models, IEEE Transactions
 * on Software Engineering 17(6), 1991, 591–603.
 *
 * <p>Immutable and safe to share between threads; the same protocol gives the same suite on any
 * machine. Nothing is ever null.
 */
public final class ConformanceSuite {
  /** The instant at which each session is opened. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** The states at which exploring is given up. */
  private static final int STATES = 20_000;

  private final Protocol protocol;
  private final int extra;
  private final List<String> resources;
  private final List<String> inputs;
  private final int states;
  private final List<List<String>> conversations;

  private ConformanceSuite(
      Protocol protocol, int extra, List<String> resources, List<String> inputs, int limit) {
    this.protocol = protocol;
    this.extra = extra;
    this.resources = resources;
    this.inputs = inputs;
    Mealy machine = machine(protocol, inputs);
    this.states = machine.states();
    this.conversations = conversations(machine, limit);
  }

  /**
   * Makes the suite of a protocol.
   *
   * @param extra how many states more than the minimal machine an implementation may have, from 0
   * @param limit how many conversations are too many
   * @throws IllegalArgumentException when {@code extra} is negative
   * @throws TooManyStatesException when the machine has more than 20,000 states
   * @throws SuiteTooLargeException when there are too many conversations
   */
  public static ConformanceSuite of(Protocol protocol, int extra, int limit) {
    if (extra < 0) {
      throw new IllegalArgumentException("extra is 0 or more");
    }
    List<String> resources = representatives(protocol, protocol.resources());
    return new ConformanceSuite(protocol, extra, resources, inputs(protocol, resources), limit);
  }

  /**
   * A resource that needs consent, and one with consent by notice: of each kind the one that most
   * mandatory rules speak of, the first of several.
   */
  private static List<String> representatives(Protocol protocol, List<Resource> resources) {
    List<String> chosen = new ArrayList<>();
    for (Consent consent : List.of(Consent.REQUIRED, Consent.NOTICE)) {
      String best = "";
      long most = -1;
      for (Resource resource : resources) {
        long rules = resource.consent() == consent ? rulesAbout(protocol, resource.key()) : -1;
        if (rules > most) {
          most = rules;
          best = resource.key();
        }
      }
      if (most >= 0) {
        chosen.add(best);
      }
    }
    return List.copyOf(chosen);
  }

  private static long rulesAbout(Protocol protocol, String resource) {
    List<Activity> acts =
        Arrays.stream(ActivityKind.values())
            .filter(ActivityKind::isReferral)
            .map(kind -> new Activity(kind, resource))
            .toList();
    return protocol.expandedRules().stream()
        .filter(ExpandedRule::isMandatory)
        .filter(
            rule -> acts.stream().anyMatch(a -> a.matchesAny(rule.a()) || a.matchesAny(rule.b())))
        .count();
  }

  private static List<String> inputs(Protocol protocol, List<String> resources) {
    List<String> inputs = new ArrayList<>();
    protocol.elements().forEach(element -> inputs.add("begin:" + element.key()));
    protocol.concerns().forEach(level -> inputs.add("concern:" + level));
    for (String resource : resources) {
      for (ActivityKind kind : ActivityKind.values()) {
        if (isOfResource(kind)) {
          inputs.add(new Activity(kind, resource).text());
        }
      }
    }
    protocol.appreciation().forEach(facet -> inputs.add("thank:" + facet));
    if (protocol.appreciation().size() > 1) {
      inputs.add("thank:" + String.join("+", protocol.appreciation()));
    }
    inputs.addAll(
        List.of(
            InputCommands.TRANSFER,
            InputCommands.PAUSE,
            InputCommands.RESUME,
            InputCommands.CLOSE,
            InputCommands.END));
    return List.copyOf(inputs);
  }

  /** Whether it is an input for each resource. */
  private static boolean isOfResource(ActivityKind kind) {
    return kind.isReferral();
  }

  static Mealy machine(Protocol protocol, List<String> inputs) {
    return EnforcedMachine.explore(start(protocol), inputs, STATES).minimal();
  }

  private static Session start(Protocol protocol) {
    return Sessions.open(protocol, opening(protocol, "s-1")).orElseThrow().session();
  }

  private List<List<String>> conversations(Mealy machine, int limit) {
    List<List<String>> all = new ArrayList<>();
    try {
      for (int[] sequence : WpMethod.sequences(machine, extra, limit)) {
        all.add(Arrays.stream(sequence).mapToObj(inputs::get).toList());
      }
    } catch (TooLargeException e) {
      throw new SuiteTooLargeException(machine.states(), inputs.size(), extra, limit);
    }
    return List.copyOf(all);
  }

  /** The opening of a session by two people who may meet under the protocol. */
  private static Command.Open opening(Protocol protocol, String session) {
    Peer supporter = Peer.of("sup-1").from("surgery");
    Peer peer = Peer.of("peer-1");
    String department = protocol.pairing() == Pairing.SAME ? "surgery" : "emergency";
    return Commands.of(session, supporter.id(), START)
        .open(protocol.reference(), supporter, peer.from(department));
  }

  /** The protocol. */
  public Protocol protocol() {
    return protocol;
  }

  /** How many states more than the minimal machine an implementation may have. */
  public int extra() {
    return extra;
  }

  /** The resources that stand for all: one that needs consent, one with consent by notice. */
  public List<String> resources() {
    return resources;
  }

  /** What may be done: activities, several thanks in one breath joined by {@code +}, and words. */
  public List<String> inputs() {
    return inputs;
  }

  /** The states of the minimal machine. */
  public int states() {
    return states;
  }

  /**
   * The conversations, as inputs after the opening. Those that begin alike stand together, and none
   * is the beginning of another.
   */
  public List<List<String>> conversations() {
    return conversations;
  }

  /**
   * A shortest conversation in which a rule shows.
   *
   * @param rule the id of an expanded rule
   * @return the inputs after the opening: the last one is refused by the rule or, where it is
   *     advisory, recorded as a departure from it; empty when there are none over the resources
   *     that stand for those that the rule is about, or too many places to look at. They may be
   *     about other resources than {@link #resources()}
   */
  public Optional<List<String>> showing(ExpandedRule rule) {
    List<Resource> about = new ArrayList<>();
    for (Resource resource : protocol.resources()) {
      String qualifier = ":" + resource.key();
      if (Stream.concat(rule.a().stream(), rule.b().stream())
          .anyMatch(pattern -> pattern.endsWith(qualifier))) {
        about.add(resource);
      }
    }
    try {
      return RuleSearch.find(start(protocol), rule.id(), inputs(protocol, chosen(about)), STATES);
    } catch (TooManyStatesException e) {
      return Optional.empty();
    }
  }

  /** Those that stand for the resources that a rule is about; for all, where it is about none. */
  private List<String> chosen(List<Resource> about) {
    if (about.isEmpty()) {
      return resources;
    }
    return about.size() > 2 ? representatives(protocol, about) : about.stream().map(Resource::key).toList();
  }

  /**
   * The opening of a session in which a conversation can be acted out, by two people who may meet.
   *
   * @param session its id
   * @throws IllegalArgumentException if the id is not written as it must be
   */
  public Command.Open opening(String session) {
    return opening(protocol, session);
  }

  /** The same, accepted. */
  public Event.SessionOpened open(String session) {
    return (Event.SessionOpened) Sessions.open(protocol, opening(session)).orElseThrow().event();
  }

  /**
   * The commands that an input is in a session, one or two, and what comes of each.
   *
   * @param session one that {@link #open} has opened and only inputs have led on
   * @param input one of {@link #inputs()}; another key in it is refused as unknown
   * @throws IllegalArgumentException when the input is not written as these are
   */
  public List<ConformanceStep> act(Session session, String input) {
    Objects.requireNonNull(session, "session");
    return InputCommands.act(session, input);
  }
}
