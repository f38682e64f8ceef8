package org.peersupport.json;

import java.util.List;
import org.peersupport.session.Event;

/** One event of each type, for the tests of other packages. */
public final class EventSamples {
  private EventSamples() {}

  /** The events. */
  public static List<Event> events() {
    return Samples.events();
  }
}
