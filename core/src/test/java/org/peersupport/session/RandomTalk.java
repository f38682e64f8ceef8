package org.peersupport.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Party;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.VoidReason;

/**
 * A conversation drawn at random: mostly what is permitted, often what is not, sometimes with an
 * override, by the wrong person, before what was recorded already, or in the future.
 */
final class RandomTalk {
  /** One command, and the session before it. */
  record Try(Session before, int told, Command command, Decision decision) {
    /** The event that was recorded; null when the command was refused. */
    @Nullable Event event() {
      return decision.accepted().map(Decision.Accepted::event).orElse(null);
    }
  }

  private final Random random;
  private final Talk talk;
  private final boolean correcting;
  private final List<Try> tries = new ArrayList<>();

  private RandomTalk(Protocol protocol, Random random, boolean correcting) {
    this.random = random;
    this.correcting = correcting;
    this.talk = Talk.under(protocol);
  }

  static RandomTalk of(Protocol protocol, Random random, int length) {
    return of(protocol, random, length, false);
  }

  /** The same, in which events are corrected and sessions voided too. */
  static RandomTalk correcting(Protocol protocol, Random random, int length) {
    return of(protocol, random, length, true);
  }

  private static RandomTalk of(Protocol protocol, Random random, int length, boolean correcting) {
    RandomTalk talk = new RandomTalk(protocol, random, correcting);
    for (int i = 0; i < length; i++) {
      talk.tryOne();
    }
    return talk;
  }

  /** Everything that was tried, in order. */
  List<Try> tries() {
    return tries;
  }

  Session session() {
    return talk.session();
  }

  List<Event> history() {
    return talk.history();
  }

  private void tryOne() {
    talk.after(Duration.ofMinutes(List.of(0, 1, 7, 300).get(random.nextInt(4))));
    Session before = talk.session();
    Command command = correcting && chance(20) ? correction() : command();
    Decision decision = Sessions.decide(before, command, talk.history());
    tries.add(new Try(before, talk.history().size(), command, decision));
    if (decision.isAccepted()) {
      talk.record(command);
    }
  }

  private Command command() {
    String act = act();
    Commands from = from();
    Session session = talk.session();
    if (act.startsWith("end")) {
      return from.end(EndReason.STOPPED);
    }
    String[] facets = session.protocol().appreciation().toArray(new String[0]);
    if (act.startsWith("thank") && chance(40)) {
      return chance(50)
          ? from.thank(facets)
          : from.thank(facets[facets.length - 1], facets[0], facets[0]);
    }
    if (act.startsWith("transfer")) {
      return from.transfer(Peer.of(chance(50) ? "sup-2" : "sup-1").from("surgery"));
    }
    if (act.matches("(accept|decline|connect|complete|withdraw|lapse):.*")
        && !session.referrals().isEmpty()) {
      List<Referral> referrals = session.referrals();
      String id = referrals.get(random.nextInt(referrals.size())).id();
      return switch (act.substring(0, act.indexOf(':'))) {
        case "accept" -> from.accept(id);
        case "decline" -> from.decline(id);
        case "connect" -> from.connect(id);
        case "complete" -> from.complete(id);
        case "withdraw" -> from.withdraw(id);
        default -> from.lapse(id);
      };
    }
    return talk.command(from, act);
  }

  /** Mostly of a late event, because early ones carry others; sometimes of all of them. */
  private Command correction() {
    if (chance(5)) {
      return from().voidSession(VoidReason.TEST);
    }
    int seqs = talk.session().seq();
    int back = chance(70) ? random.nextInt(3) : random.nextInt(seqs + 1) - 1;
    return from().correct(Math.max(1, seqs - back), "entered in error");
  }

  private String act() {
    List<String> wished = wished();
    String act = wished.get(random.nextInt(wished.size()));
    boolean rare = act.startsWith("end") || act.startsWith("pause") || act.startsWith("transfer");
    return rare && chance(80) ? act() : act;
  }

  private List<String> wished() {
    List<String> wished = new ArrayList<>(talk.session().permitted());
    if (wished.isEmpty() || chance(50)) {
      wished.clear();
      wished.addAll(List.of("close", "pause", "resume", "transfer:sup-1"));
      for (Activity activity : talk.session().protocol().activities()) {
        if (activity.kind().party() == Party.SUPPORTER || chance(20)) {
          wished.add(activity.text());
        }
      }
    }
    return wished;
  }

  private Commands from() {
    Commands from = chance(93) ? talk.supporter() : chance(50) ? talk.peer() : talk.by("sup-9");
    if (chance(25)) {
      from = from.overriding(chance(80) ? "because" : " ");
    }
    if (chance(3)) {
      from = from.ifSeq(talk.session().seq() - random.nextInt(2));
    }
    return told(from);
  }

  /** Some are told by a clock of their own, and some of these lie in the future. */
  private Commands told(Commands from) {
    Instant now = talk.now();
    if (chance(8)) {
      Commands told = from.recordedAt(now).commandId("c-" + tries.size());
      return told.at(now.plusSeconds(60L * random.nextInt(10)));
    }
    return chance(3) ? from.at(talk.session().at().minusSeconds(180)) : from;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
