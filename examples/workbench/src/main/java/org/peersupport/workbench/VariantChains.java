package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.PlainBehaviour;

/** Behaviours under several protocols, which need not know the same activities. */
final class VariantChains {
  private final List<Protocol> protocols;
  private final String named;
  private final Console console;

  private VariantChains(List<Protocol> protocols, String named, Console console) {
    this.protocols = protocols;
    this.named = named;
    this.console = console;
  }

  /**
   * Each protocol with its behaviour: as many as there are protocols, or one for all of them.
   *
   * @throws BadInputException if there is no such behaviour, or it cannot be used
   */
  static List<ConversationChain> of(
      List<Protocol> protocols, List<String> behaviours, Console console) {
    if (behaviours.size() == 1) {
      return of(protocols, behaviours.get(0), console);
    }
    if (behaviours.size() != protocols.size()) {
      throw new BadInputException(
          "--behaviour: one for all protocols is expected, or one for each of the "
              + protocols.size()
              + " in their order, not "
              + behaviours.size());
    }
    List<ConversationChain> chains = new ArrayList<>();
    for (int v = 0; v < protocols.size(); v++) {
      chains.add(NamedBehaviour.chain(protocols.get(v), behaviours.get(v)));
      NamedBehaviour.tellLimits(chains.get(v), behaviours.get(v), console);
    }
    return chains;
  }

  /**
   * One behaviour under each protocol. Activities that only other variants have are left out of it,
   * and the plain behaviour is that of each protocol where the first one's would not do; either is
   * told.
   */
  private static List<ConversationChain> of(
      List<Protocol> protocols, String named, Console console) {
    VariantChains variants = new VariantChains(protocols, named, console);
    List<ConversationChain> chains =
        named.equals(PlainBehaviour.ID) ? variants.plain() : variants.shared();
    chains.forEach(chain -> NamedBehaviour.tellLimits(chain, named, console));
    return chains;
  }

  private static Set<String> activities(Protocol protocol) {
    return protocol.activities().stream().map(Activity::text).collect(Collectors.toSet());
  }

  private List<ConversationChain> plain() {
    Protocol first = protocols.get(0);
    Set<String> known = activities(first);
    List<ConversationChain> chains = new ArrayList<>();
    for (Protocol protocol : protocols) {
      boolean alike = activities(protocol).equals(known);
      if (!alike) {
        console.tell(
            protocol.reference()
                + ": has other activities than "
                + first.reference()
                + ", so its own plain behaviour is used; differences come from both");
      }
      chains.add(
          NamedBehaviour.chain(protocol, PlainBehaviour.of(alike ? first : protocol), named));
    }
    return chains;
  }

  private List<ConversationChain> shared() {
    Behaviour behaviour = NamedBehaviour.find(named).apply(protocols.get(0));
    Set<String> all = new TreeSet<>();
    protocols.forEach(protocol -> all.addAll(activities(protocol)));
    Set<String> meant = new TreeSet<>(behaviour.start().keySet());
    meant.addAll(behaviour.after().keySet());
    behaviour.after().values().forEach(row -> meant.addAll(row.keySet()));
    meant.addAll(behaviour.otherwise().keySet());
    List<ConversationChain> chains = new ArrayList<>();
    for (Protocol protocol : protocols) {
      Set<String> elsewhere = new TreeSet<>(all);
      elsewhere.removeAll(activities(protocol));
      Set<String> leftOut = new TreeSet<>(elsewhere);
      leftOut.retainAll(meant);
      if (!leftOut.isEmpty()) {
        console.tell(
            protocol.reference()
                + ": has no "
                + String.join(", ", leftOut)
                + "; what else may come then is drawn more often");
      }
      Behaviour left = behaviour.without(elsewhere);
      if (left.start().isEmpty() && !behaviour.start().isEmpty()) {
        throw new BadInputException(
            named
                + ": /start: "
                + protocol.reference()
                + " has none of the activities that a conversation starts with ("
                + String.join(", ", behaviour.start().keySet())
                + "); give one that it has some weight");
      }
      chains.add(NamedBehaviour.chain(protocol, left, named));
    }
    return chains;
  }
}
