package org.peersupport.workbench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.peersupport.json.LogWriter;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.session.Event;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ConversationHistory;
import org.peersupport.simulation.Conversations;
import org.peersupport.simulation.DrawnConversation;

/** Single conversations of a simulation, as a log or in words. */
final class SimulatedTalks {
  private final Protocol protocol;
  private final Conversations conversations;
  private final long seed;

  SimulatedTalks(ConversationChain chain, long seed) {
    this.protocol = chain.protocol();
    this.conversations = Conversations.of(chain);
    this.seed = seed;
  }

  /** A conversation goes on for longer than years have four digits. */
  static final class TooLateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLateException(long number) {
      super(
          "session "
              + number
              + " goes on after the year 9999, and no log can hold that; take an earlier --start,"
              + " fewer sessions or shorter durations");
    }
  }

  /**
   * Writes the first conversations to a log, each opened a minute after the one before.
   *
   * @param stopped whether to give up; looked at before each conversation
   * @return whether all were written
   * @throws TooLateException if an event comes after the last instant that a log can hold
   */
  boolean write(long count, Instant start, LogWriter log, BooleanSupplier stopped)
      throws IOException {
    for (long number = 0; number < count; number++) {
      if (stopped.getAsBoolean()) {
        return false;
      }
      Instant opened = start.plus(Duration.ofMinutes(number));
      List<Event> events =
          ConversationHistory.of(
              protocol, conversations.draw(seed, number), "sim-" + number, opened);
      if (events.get(events.size() - 1).at().isAfter(SimulatedLog.LAST)) {
        throw new TooLateException(number);
      }
      for (Event event : events) {
        log.write(event);
      }
    }
    return true;
  }

  /**
   * Tells the first conversations in words.
   *
   * @param stopped whether to give up; looked at before each conversation
   */
  void tell(long count, Console console, BooleanSupplier stopped) {
    for (long number = 0; number < count && !stopped.getAsBoolean(); number++) {
      DrawnConversation talk = conversations.draw(seed, number);
      console.tell("Conversation " + number + ", " + minutes(talk.millis()) + ":");
      for (int i = 0; i < talk.activities().size(); i++) {
        long took = talk.times().get(i);
        String time = took == 0 ? "" : " (" + minutes(took) + ")";
        console.tell("  " + words(talk.activities().get(i)) + time);
      }
      console.tell("  " + ending(talk.ending()) + attempts(talk.refused()));
    }
  }

  private static String minutes(long millis) {
    long minutes = Math.round(millis / 60_000.0);
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }

  private String words(String activity) {
    int colon = activity.indexOf(':');
    String key = activity.substring(colon + 1);
    return switch (activity.substring(0, colon)) {
      case "begin" -> element(key);
      case "concern" -> "A concern is raised: " + key;
      case "offer" -> "The supporter offers " + resource(key);
      case "accept" -> "The peer accepts " + resource(key);
      case "decline" -> "The peer declines " + resource(key);
      case "connect" -> "The supporter hands over to " + resource(key);
      case "complete" -> "The referral to " + resource(key) + " is completed";
      case "lapse" -> "The referral to " + resource(key) + " lapses";
      default -> "The supporter says thank you: " + key;
    };
  }

  private String element(String key) {
    return protocol.elements().stream()
        .filter(each -> each.key().equals(key))
        .map(Element::title)
        .findFirst()
        .orElse(key);
  }

  private String resource(String key) {
    return protocol.resource(key).map(Resource::title).orElse(key);
  }

  private static String ending(String ending) {
    if (ending.equals("close")) {
      return "It is closed";
    }
    return ending.isEmpty()
        ? "It is cut off"
        : "It ends early: " + ending.substring(ending.indexOf(':') + 1);
  }

  private static String attempts(long refused) {
    return switch ((int) Math.min(2, refused)) {
      case 0 -> ".";
      case 1 -> "; the protocol refused one attempt.";
      default -> "; the protocol refused " + refused + " attempts.";
    };
  }
}
