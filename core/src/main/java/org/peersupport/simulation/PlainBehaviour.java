package org.peersupport.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/**
 * A behaviour for any protocol, to begin with: from element to element in their order, now and then
 * back or away, most offers accepted. The weights are round numbers and rest on no study; {@code
 * estimate} gets better ones from recorded conversations.
 */
final class PlainBehaviour {
  private static final Lognormal TALK = Lognormal.of(Duration.ofMinutes(8), 0.5);
  private static final Lognormal WORD = Lognormal.of(Duration.ofMinutes(1), 0.3);

  private final Protocol protocol;
  private final List<String> begins;

  private PlainBehaviour(Protocol protocol) {
    this.protocol = protocol;
    this.begins = protocol.elements().stream().map(each -> "begin:" + each.key()).toList();
  }

  static Behaviour of(Protocol protocol) {
    return new PlainBehaviour(protocol).make();
  }

  private Behaviour make() {
    Behaviour behaviour = Behaviour.of(Behaviour.PLAIN, row(begins.get(0), 1));
    for (int e = 0; e < begins.size(); e++) {
      Element element = protocol.elements().get(e);
      behaviour = behaviour.after(begins.get(e), afterElement(e)).lasting(begins.get(e), TALK);
      if (element.isContinuous()) {
        behaviour = behaviour.lasting(begins.get(e), WORD);
      }
    }
    for (Resource resource : protocol.resources()) {
      behaviour = withReferral(behaviour, resource.key());
    }
    for (String level : protocol.concerns()) {
      behaviour =
          behaviour.after("concern:" + level, afterConcern()).lasting("concern:" + level, WORD);
    }
    for (int f = 0; f < protocol.appreciation().size(); f++) {
      String thank = "thank:" + protocol.appreciation().get(f);
      behaviour = behaviour.after(thank, afterThanks(f)).lasting(thank, WORD);
    }
    return behaviour.otherwise(closing());
  }

  private static SortedMap<String, Double> row(String choice, double weight) {
    SortedMap<String, Double> row = new TreeMap<>();
    row.put(choice, weight);
    return row;
  }

  /** The next element mostly, an offer often, seldom the one before, a concern or an end. */
  private SortedMap<String, Double> afterElement(int e) {
    SortedMap<String, Double> row = new TreeMap<>();
    row.put(e + 1 < begins.size() ? begins.get(e + 1) : "close", 60.0);
    if (e > 0) {
      row.put(begins.get(e - 1), 5.0);
    }
    offers(row, 20.0);
    thanks(row, e + 1 < begins.size() ? 2.0 : 40.0);
    protocol.concerns().forEach(level -> row.put("concern:" + level, 0.5));
    row.put(e == 0 ? "end:declined" : "end:interrupted", 2.0);
    return row;
  }

  private void offers(SortedMap<String, Double> row, double weight) {
    double each = weight / Math.max(1, protocol.resources().size());
    protocol.resources().forEach(resource -> row.put("offer:" + resource.key(), each));
  }

  private void thanks(SortedMap<String, Double> row, double weight) {
    double each = weight / Math.max(1, protocol.appreciation().size());
    protocol.appreciation().forEach(facet -> row.put("thank:" + facet, each));
  }

  private Behaviour withReferral(Behaviour behaviour, String resource) {
    SortedMap<String, Double> offered = row("accept:" + resource, 60);
    offered.put("decline:" + resource, 38.0);
    offered.put("end:stopped", 2.0);
    SortedMap<String, Double> accepted = closing();
    accepted.put("connect:" + resource, 50.0);
    SortedMap<String, Double> connected = closing();
    connected.put("complete:" + resource, 20.0);
    return behaviour
        .after("offer:" + resource, offered)
        .after("accept:" + resource, accepted)
        .after("decline:" + resource, closing())
        .after("connect:" + resource, connected)
        .lasting("offer:" + resource, WORD)
        .lasting("connect:" + resource, WORD);
  }

  private SortedMap<String, Double> afterConcern() {
    SortedMap<String, Double> row = closing();
    offers(row, 60);
    return row;
  }

  /** On to the closing: the last elements, thanks and the close. */
  private SortedMap<String, Double> closing() {
    SortedMap<String, Double> row = row("close", 20);
    row.put(begins.get(begins.size() - 1), 30.0);
    row.put(begins.get(begins.size() / 2), 5.0);
    offers(row, 5);
    thanks(row, 20);
    row.put("end:interrupted", 1.0);
    return row;
  }

  private SortedMap<String, Double> afterThanks(int facet) {
    SortedMap<String, Double> row = closing();
    row.put("close", 60.0);
    if (facet + 1 < protocol.appreciation().size()) {
      row.put("thank:" + protocol.appreciation().get(facet + 1), 60.0);
    }
    return row;
  }
}
