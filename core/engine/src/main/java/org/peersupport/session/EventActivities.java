package org.peersupport.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;

/** The activities that an event is to the rules. */
final class EventActivities {
  private EventActivities() {}

  /**
   * The activities of an event, in the order said.
   *
   * @param resources the resource of a referral by the id of the referral; empty for an unknown one
   */
  static List<Activity> of(Event event, Function<String, Optional<String>> resources) {
    return switch (event.type()) {
      case BEGIN ->
          List.of(new Activity(ActivityKind.BEGIN, ((Event.ElementBegun) event).element()));
      case CONCERN ->
          List.of(new Activity(ActivityKind.CONCERN, ((Event.ConcernRaised) event).level()));
      case OFFER ->
          List.of(new Activity(ActivityKind.OFFER, ((Event.ReferralOffered) event).resource()));
      case ACCEPT -> ofReferral(ActivityKind.ACCEPT, event, resources);
      case DECLINE -> ofReferral(ActivityKind.DECLINE, event, resources);
      case CONNECT -> ofReferral(ActivityKind.CONNECT, event, resources);
      case COMPLETE -> ofReferral(ActivityKind.COMPLETE, event, resources);
      case WITHDRAW -> ofReferral(ActivityKind.WITHDRAW, event, resources);
      case LAPSE -> ofReferral(ActivityKind.LAPSE, event, resources);
      case THANK ->
          ((Event.AppreciationExpressed) event)
              .appreciation().facets().stream()
                  .map(facet -> new Activity(ActivityKind.THANK, facet))
                  .toList();
      case OPEN, PAUSE, RESUME, TRANSFER, CLOSE, END, CORRECT, VOID -> List.of();
    };
  }

  private static List<Activity> ofReferral(
      ActivityKind kind, Event event, Function<String, Optional<String>> resources) {
    Optional<String> resource = resources.apply(((Event.ReferralEvent) event).referral());
    return resource.isPresent() ? List.of(new Activity(kind, resource.get())) : List.of();
  }
}
