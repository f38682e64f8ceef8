package org.peersupport.benchmarks;

import java.time.Instant;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** The least that this library can be used for: a session is opened and goes one step. */
public final class FirstSession {
  private FirstSession() {}

  /** Opens a session under the default protocol, begins it, and says how it stands. */
  public static void main(String[] args) {
    Protocol protocol = Catalogue.amaSixElements();
    Commands by = Commands.of("s-1", "sup-1", Instant.EPOCH);
    Command.Open open = by.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
    Session session = Sessions.open(protocol, open).orElseThrow().session();
    session = Sessions.decide(session, by.begin("reach-out")).orElseThrow().session();
    System.out.println(session.status().wireName());
  }
}
