package org.peersupport.json.deidentification;

import java.util.HashMap;
import java.util.Map;
import org.peersupport.session.Peer;

/** Keeps equal values once, because the same people and ids come in many sessions. */
final class Shared {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<Peer, Peer> people = new HashMap<>();

  String one(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  /** Someone as the first reading knows them, without what they work as. */
  Peer one(Peer peer) {
    Peer plain = Peer.of(one(peer.id()));
    Peer person = peer.department().map(name -> plain.from(one(name))).orElse(plain);
    Peer known = people.putIfAbsent(person, person);
    return known == null ? person : known;
  }
}
