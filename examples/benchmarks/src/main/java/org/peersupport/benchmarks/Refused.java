package org.peersupport.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Referral;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * A command that the rules refuse, with everything that one may want to know of it.
 *
 * @param session as it is when the command comes
 * @param command what is refused
 * @param refusal the refusal it gets
 * @param history the session's events so far
 */
record Refused(Session session, Command command, Refusal refusal, List<Event> history) {
  private static final Protocol PROTOCOL = Catalogue.amaSixElements();
  private static final Duration LATER = Duration.ofMinutes(1);

  /** Every refusal by a rule that can be met on the way through these conversations, each once. */
  static List<Refused> along(Command[][] conversations) {
    Set<Refusal> known = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Refused> all = new ArrayList<>();
    for (Command[] commands : conversations) {
      List<Event> history = new ArrayList<>();
      Session session = start(commands[0], history);
      for (int i = 1; i < commands.length; i++) {
        add(session, history, known, all);
        session = next(session, commands[i], history);
      }
    }
    return all;
  }

  /**
   * The same in sessions that have departed from a rule: somewhere on the way a resource was
   * offered before its time, with a reason.
   */
  static List<Refused> afterOverrides(Command[][] conversations) {
    Set<Refusal> known = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Refused> all = new ArrayList<>();
    for (Command[] commands : conversations) {
      List<Event> history = new ArrayList<>();
      Session session = start(commands[0], history);
      for (int i = 1; i < commands.length && session.status() == Status.OPEN; i++) {
        addOverridden(session, history, known, all);
        session = next(session, commands[i], history);
      }
    }
    return all;
  }

  private static void addOverridden(
      Session session, List<Event> history, Set<Refusal> known, List<Refused> all) {
    for (Resource resource : PROTOCOL.resources()) {
      Command offer = by(session).offer("r-early", resource.key());
      if (Sessions.decide(session, offer) instanceof Refusal refusal && isByRule(refusal)) {
        Command early = by(session).overriding("asked for it").offer("r-early", resource.key());
        if (Sessions.decide(session, early) instanceof Decision.Accepted accepted) {
          List<Event> longer = new ArrayList<>(history);
          longer.add(accepted.event());
          add(accepted.session(), longer, known, all);
        }
      }
    }
  }

  private static Session start(Command open, List<Event> history) {
    Decision.Accepted opened = Sessions.open(PROTOCOL, (Command.Open) open).orElseThrow();
    history.add(opened.event());
    return opened.session();
  }

  private static Session next(Session session, Command command, List<Event> history) {
    Decision.Accepted accepted = Sessions.decide(session, command).orElseThrow();
    history.add(accepted.event());
    return accepted.session();
  }

  private static void add(
      Session session, List<Event> history, Set<Refusal> known, List<Refused> all) {
    for (Command command : supporterActs(session)) {
      Decision decision = Sessions.decide(session, command);
      if (decision instanceof Refusal refusal && isByRule(refusal) && known.add(refusal)) {
        all.add(new Refused(session, command, refusal, List.copyOf(history)));
      }
    }
  }

  private static boolean isByRule(Refusal refusal) {
    return !refusal.code().isStructural();
  }

  private static Commands by(Session session) {
    Instant at = session.at().plus(LATER);
    return Commands.of(session.id(), session.supporter().id(), at);
  }

  private static List<Command> supporterActs(Session session) {
    Commands by = by(session);
    List<Command> acts = new ArrayList<>();
    for (Element element : PROTOCOL.elements()) {
      acts.add(by.begin(element.key()));
    }
    for (Resource resource : PROTOCOL.resources()) {
      acts.add(by.offer("r-new", resource.key()));
    }
    for (Referral referral : session.referrals()) {
      acts.add(by.connect(referral.id()));
    }
    for (String facet : PROTOCOL.appreciation()) {
      acts.add(by.thank(facet));
    }
    acts.add(by.thank("work", "sharing"));
    acts.add(by.close());
    return acts;
  }
}
