package org.peersupport.json.deidentification;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;

/**
 * The words of one protocol. Only these stay in what is written: where the wire format lets any
 * text stand, such as the key of an element, somebody may have written a name. Immutable.
 */
final class Words {
  private static final String ENDING = " that the session's protocol does not have.";

  private final String reference;
  private final Set<String> elements = new HashSet<>();
  private final Set<String> resources = new HashSet<>();
  private final Set<String> levels;
  private final Set<String> facets;
  private final Set<String> rules = new HashSet<>();
  private final Map<String, Duration> deadlines = new HashMap<>();
  private final Pairing pairing;

  /**
   * @param reference what sessions call the protocol
   */
  Words(Protocol protocol, String reference) {
    this.reference = reference;
    for (Element element : protocol.elements()) {
      elements.add(element.key());
    }
    for (Resource resource : protocol.resources()) {
      resources.add(resource.key());
    }
    levels = Set.copyOf(protocol.concerns());
    facets = Set.copyOf(protocol.appreciation());
    for (ExpandedRule rule : protocol.expandedRules()) {
      rules.add(rule.id());
    }
    for (Deadline deadline : protocol.deadlines()) {
      deadlines.put(deadline.id(), deadline.within());
    }
    pairing = protocol.pairing();
  }

  /** What sessions call the protocol. */
  String reference() {
    return reference;
  }

  Pairing pairing() {
    return pairing;
  }

  /** How long the deadline of this id gives; empty when there is none. */
  Optional<Duration> within(String deadline) {
    return Optional.ofNullable(deadlines.get(deadline));
  }

  /** What word of the event is none of these, in a sentence that does not repeat it. */
  Optional<String> foreign(Event event) {
    Optional<String> unknown =
        switch (event.type()) {
          case BEGIN ->
              unless(
                  elements.contains(((Event.ElementBegun) event).element()),
                  "/element: The event begins an element");
          case OFFER ->
              unless(
                  resources.contains(((Event.ReferralOffered) event).resource()),
                  "/resource: The event offers a resource");
          case CONCERN ->
              unless(
                  levels.contains(((Event.ConcernRaised) event).level()),
                  "/level: The event raises a concern of a level");
          case THANK ->
              unless(
                  facets.containsAll(((Event.AppreciationExpressed) event).appreciation().facets()),
                  "/facets: The event gives thanks for something");
          case OPEN,
              ACCEPT,
              DECLINE,
              CONNECT,
              COMPLETE,
              LAPSE,
              PAUSE,
              RESUME,
              TRANSFER,
              CLOSE,
              END,
              CORRECT ->
              Optional.empty();
        };
    return unknown
        .or(
            () ->
                unless(
                    event.deviations().stream().allMatch(this::isKnown),
                    "/deviations: The event departs from a rule or deadline"))
        .map(start -> start + ENDING);
  }

  private static Optional<String> unless(boolean known, String what) {
    return known ? Optional.empty() : Optional.of(what);
  }

  private boolean isKnown(Deviation deviation) {
    return deviation.lateBy().isPresent()
        ? deadlines.containsKey(deviation.rule())
        : rules.contains(deviation.rule()) || deadlines.containsKey(deviation.rule());
  }
}
