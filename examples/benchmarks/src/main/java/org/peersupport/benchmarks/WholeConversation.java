package org.peersupport.benchmarks;

import java.time.Duration;
import java.time.Instant;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;

/**
 * The conversation that everything is measured with: all six elements, two offers of which one is
 * accepted, connected and completed, thanks, and a close. {@value #STEPS} commands, all accepted.
 */
final class WholeConversation {
  /** How many commands it has, all of them accepted. */
  static final int STEPS = 15;

  private static final Instant OPENED = Instant.parse("2026-03-02T09:01:00Z");
  private static final Instant COMPLETED = Instant.parse("2026-03-04T11:14:00Z");

  private WholeConversation() {}

  static Command[] commands() {
    Command[] commands = {
      by("sup-1", 0)
          .open(
              "ama-six-elements",
              Peer.of("sup-1").from("surgery"),
              Peer.of("peer-1").from("emergency")),
      by("sup-1", 1).begin("reach-out"),
      by("sup-1", 2).begin("invite-and-listen"),
      by("sup-1", 3).begin("reflect-and-reframe"),
      by("sup-1", 4).begin("make-sense-and-cope"),
      by("sup-1", 5).begin("offer-resources"),
      by("sup-1", 6).offer("r-1", "information-sheet"),
      by("peer-1", 7).accept("r-1"),
      by("sup-1", 8).connect("r-1"),
      by("sup-1", 9).offer("r-2", "employee-assistance"),
      by("peer-1", 10).decline("r-2"),
      by("sup-1", 11).begin("close-with-thank-you"),
      by("sup-1", 12).thank("work", "sharing"),
      by("sup-1", 13).close(),
      Commands.of("s-1", "sup-1", COMPLETED).complete("r-1")
    };
    return commands;
  }

  private static Commands by(String participant, int minute) {
    return Commands.of("s-1", participant, OPENED.plus(Duration.ofMinutes(minute)));
  }
}
