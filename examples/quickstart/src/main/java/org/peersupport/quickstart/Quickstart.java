package org.peersupport.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Obligation;
import org.peersupport.session.Peer;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * A surgeon supports a colleague from the emergency department after a hard day. The supporter
 * forgets the thanks, is told so, and mends it; the referral is followed until it is settled.
 */
public final class Quickstart {
  private final PrintStream out;
  private final Protocol protocol = Catalogue.amaSixElements();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private Session session;

  private Quickstart(PrintStream out) {
    this.out = out;
    this.session = open();
  }

  /** Tells the story on standard output. */
  public static void main(String[] args) {
    new Quickstart(System.out).tell();
  }

  private void tell() {
    record("The supporter reaches out", me().begin("reach-out"));
    record("They talk, and the supporter listens", me().begin("invite-and-listen"));
    record("The talk turns to further help", me().begin("offer-resources"));
    record("The supporter offers a resource", me().offer("r-1", "employee-assistance"));
    record("The colleague accepts it", colleague().accept("r-1"));
    record("The talk comes to its end", me().begin("close-with-thank-you"));

    // Too early. The explanation is for people, the remedy is for programs.
    List<Activity> remedy = record("The supporter closes", me().close());
    String[] facets = remedy.stream().map(Activity::qualifier).toArray(String[]::new);
    record("The supporter says thank you", me().thank(facets));
    record("The supporter closes", me().close());

    // The conversation is over, the referral is not.
    Obligation due = session.due().get(0);
    out.println("Still due: " + due.deadline() + ", by " + due.dueAt());
    now = now.plus(Duration.ofDays(1));
    record("The supporter introduces the colleague there", me().connect("r-1"));
    record("The colleague tells that it helped", colleague().complete("r-1"));
    out.println(session.isSettled() ? "Settled: nothing is left to follow" : "Not settled");
  }

  /** Opens the session. The protocol may refuse it, for instance two who may not be paired. */
  private Session open() {
    Peer supporter = Peer.of("sup-1").from("surgery");
    Peer colleague = Peer.of("peer-1").from("emergency");
    Command.Open command = me().open(protocol.id(), supporter, colleague);
    Decision.Accepted opened = Sessions.open(protocol, command).orElseThrow();
    out.println(opened.event().seq() + ". A session is opened under " + protocol.reference());
    return opened.session();
  }

  /** Records one act, unless the protocol refuses it; what would mend that is given back. */
  private List<Activity> record(String what, Command command) {
    now = now.plus(Duration.ofMinutes(5));
    Decision decision = Sessions.decide(session, command);
    if (decision instanceof Refusal refusal) {
      List<Activity> remedy = refusal.remedy().orElse(List.of());
      out.println("-  " + what + ": refused");
      out.println("   " + refusal.explanation());
      out.println("   Remedy: " + remedy);
      return remedy;
    }
    Decision.Accepted accepted = decision.orElseThrow();
    session = accepted.session(); // an application stores accepted.event() first
    out.println(accepted.event().seq() + ". " + what);
    return List.of();
  }

  private Commands me() {
    return Commands.of("s-1", "sup-1", now);
  }

  private Commands colleague() {
    return Commands.of("s-1", "peer-1", now);
  }
}
