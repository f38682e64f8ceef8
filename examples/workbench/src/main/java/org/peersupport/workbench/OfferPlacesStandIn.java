package org.peersupport.workbench;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.peersupport.analysis.OfferPlaces;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * STANDS IN for {@code OfferPlaces.of(Protocol)} until core has it: looks where offers are
 * permitted along conversations of elements and concerns alone.
 */
final class OfferPlacesStandIn {
  private static final Commands ME = Commands.of("s", "a", Instant.EPOCH);

  private final Protocol protocol;
  private final Set<String> first = new HashSet<>();
  private final Map<String, Set<String>> during = new LinkedHashMap<>();

  private OfferPlacesStandIn(Protocol protocol) {
    this.protocol = protocol;
  }

  private record Place(String last, Session session) {
    List<Object> key() {
      return List.of(last, new TreeSet<>(session.permitted()), session.outstanding());
    }
  }

  static OfferPlaces of(Protocol protocol) {
    OfferPlacesStandIn explored = new OfferPlacesStandIn(protocol);
    explored.explore();
    Map<String, List<String>> during = new LinkedHashMap<>();
    explored.during.forEach((element, keys) -> during.put(element, explored.sorted(keys)));
    return new OfferPlaces(explored.sorted(explored.first), during);
  }

  private List<String> sorted(Set<String> keys) {
    return protocol.resources().stream().map(Resource::key).filter(keys::contains).toList();
  }

  private void explore() {
    for (Element element : protocol.elements()) {
      if (!element.isContinuous()) {
        during.put(element.key(), new HashSet<>());
      }
    }
    String department = "ward";
    Peer me = Peer.of("a").from(department);
    Peer peer = Peer.of("b").from(protocol.pairing() == Pairing.SAME ? department : "other");
    Session start =
        Sessions.start(
            protocol, Sessions.open(protocol, ME.open(protocol.id(), me, peer)).orElseThrow());
    Deque<Place> todo = new ArrayDeque<>(List.of(new Place("", start)));
    Set<Object> seen = new HashSet<>();
    while (!todo.isEmpty() && seen.size() < 20_000) {
      Place place = todo.poll();
      for (String act : new ArrayList<>(place.session().permitted())) {
        String what = act.substring(act.indexOf(':') + 1);
        if (act.startsWith("offer:")) {
          (place.last().isEmpty() ? first : during.get(place.last())).add(what);
        } else if (act.startsWith("begin:") || act.startsWith("concern:")) {
          boolean begins = act.startsWith("begin:");
          Command command = begins ? ME.begin(what) : ME.raiseConcern(what);
          Session next =
              Sessions.evolve(
                  place.session(), Sessions.decide(place.session(), command).orElseThrow());
          String last = begins && during.containsKey(what) ? what : place.last();
          Place reached = new Place(last, next);
          if (seen.add(reached.key())) {
            todo.add(reached);
          }
        }
      }
    }
  }
}
