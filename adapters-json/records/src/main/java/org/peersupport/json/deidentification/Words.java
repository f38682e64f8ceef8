package org.peersupport.json.deidentification;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.VoidReason;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;

/**
 * The words of one protocol. Only these stay in what is written: where the wire format lets any
 * text stand, such as the key of an element, somebody may have written a name. Immutable.
 */
final class Words {
  private static final String REASON = "/reason: The event gives a reason";
  private static final String ENDING = " that the session's protocol does not have.";
  private static final String OTHER_PROTOCOL =
      "/fingerprint: The session follows a protocol of this name that demanded something else; give"
          + " the document of that time.";

  private final String reference;
  private final String fingerprint;
  private final Set<String> elements = new HashSet<>();
  private final Set<String> resources = new HashSet<>();
  private final Set<String> levels;
  private final Set<String> facets;
  private final Set<String> rules = new HashSet<>();
  private final Map<String, Duration> deadlines = new HashMap<>();
  private final Pairing pairing;
  private final ReasonLists reasons;
  private final Set<String> ends = new HashSet<>();
  private final Set<String> overrides = new HashSet<>();

  /**
   * @param reference what sessions call the protocol
   */
  Words(Protocol protocol, String reference) {
    this.reference = reference;
    this.fingerprint = protocol.fingerprint();
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
    reasons = protocol.reasons();
    protocol.endReasons().forEach(reason -> ends.add(reason.key()));
    reasons.override().forEach(reason -> overrides.add(reason.key()));
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
          case DECLINE ->
              unless(isReason(ActType.DECLINE, ((Event.ReferralDeclined) event).reason()), REASON);
          case LAPSE ->
              unless(isReason(ActType.LAPSE, ((Event.ReferralLapsed) event).reason()), REASON);
          case END ->
              unless(ends.contains(((Event.SessionEnded) event).reason().wireName()), REASON);
          case VOID -> unless(VoidReason.isKnown(((Event.SessionVoided) event).reason()), REASON);
          case OPEN, ACCEPT, CONNECT, COMPLETE, WITHDRAW, PAUSE, RESUME, TRANSFER, CLOSE, CORRECT ->
              Optional.empty();
        };
    if (event instanceof Event.SessionOpened opened
        && opened.fingerprint().isPresent()
        && !opened.fingerprint().get().equals(fingerprint)) {
      return Optional.of(OTHER_PROTOCOL);
    }
    return unknown
        .or(
            () ->
                unless(
                    event.deviations().stream().allMatch(this::isKnown),
                    "/deviations: The event departs from a rule or deadline"))
        .map(start -> start + ENDING);
  }

  private boolean isReason(ActType act, Optional<String> reason) {
    return reason.isEmpty()
        || reasons.of(act).stream().anyMatch(known -> known.key().equals(reason.get()));
  }

  private static Optional<String> unless(boolean known, String what) {
    return known ? Optional.empty() : Optional.of(what);
  }

  private boolean isKnown(Deviation deviation) {
    if (deviation.isOfClock()) {
      return deviation.rule().equals(Deviation.IN_FUTURE);
    }
    if (deviation.code().isPresent() && !overrides.contains(deviation.code().get())) {
      return false;
    }
    return deviation.lateBy().isPresent()
        ? deadlines.containsKey(deviation.rule())
        : rules.contains(deviation.rule()) || deadlines.containsKey(deviation.rule());
  }
}
