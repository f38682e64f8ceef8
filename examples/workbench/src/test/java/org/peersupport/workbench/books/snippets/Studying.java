package org.peersupport.workbench.books.snippets;

import org.peersupport.protocol.Catalogue;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.PlainBehaviour;
import org.peersupport.simulation.Simulation;

final class Studying {
  private Studying() {}

  static void run() {
    // book:start
    var protocol = Catalogue.amaSixElements();
    var chain = ConversationChain.of(protocol, PlainBehaviour.of(protocol));
    var drawn = Simulation.of(chain, 42).run(100_000).closed();
    System.out.printf("drawn: %.4f to %.4f%n", drawn.low(), drawn.high());
    System.out.printf("exact: %.4f%n", ExactAnalysis.of(chain).closed());
    // book:end
  }
}
