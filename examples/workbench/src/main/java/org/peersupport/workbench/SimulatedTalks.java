package org.peersupport.workbench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.peersupport.analysis.PlainText;
import org.peersupport.analysis.Statement;
import org.peersupport.analysis.Topic;
import org.peersupport.json.LogWriter;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.session.Event;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ConversationHistory;
import org.peersupport.simulation.Conversations;
import org.peersupport.simulation.DrawnConversation;
import org.peersupport.simulation.RefusedAttempt;
import org.peersupport.simulation.TransitionTable;

/** Single conversations of a simulation, as a log or in words. */
final class SimulatedTalks {
  /** The last instant that a log can hold. */
  static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

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
      if (events.get(events.size() - 1).at().isAfter(LAST)) {
        throw new TooLateException(number);
      }
      for (Event event : events) {
        log.write(event);
      }
    }
    return true;
  }

  /**
   * Tells the first conversations in words, with what was refused in its place, and then once what
   * the rules say that refused something.
   *
   * @param stopped whether to give up; looked at before each conversation
   */
  void tell(long count, Console console, BooleanSupplier stopped) {
    Set<String> refusing = new LinkedHashSet<>();
    for (long number = 0; number < count && !stopped.getAsBoolean(); number++) {
      DrawnConversation talk = conversations.draw(seed, number);
      console.tell("Conversation " + number + ", " + minutes(talk.millis()) + ":");
      tell(talk, console);
      talk.refusals().forEach(each -> refusing.addAll(each.reason().rules()));
    }
    if (!refusing.isEmpty()) {
      console.tell("What the rules say that refused something:");
      PlainText plain = PlainText.of(protocol);
      refusing.forEach(rule -> console.tell("  " + rule + ": " + sentence(plain, rule)));
    }
  }

  private void tell(DrawnConversation talk, Console console) {
    int told = 0;
    for (int i = 0; i < talk.activities().size(); i++) {
      told = tellRefusals(talk.refusals(), told, i, console);
      long took = talk.times().get(i);
      String time = took == 0 ? "" : " (" + minutes(took) + ")";
      console.tell("  " + words(talk.activities().get(i)) + time);
    }
    tellRefusals(talk.refusals(), told, talk.activities().size(), console);
    console.tell("  " + ending(talk.ending()) + attempts(talk.refused()));
  }

  /** Tells those that came after so many activities; how many are told by then. */
  private int tellRefusals(
      List<RefusedAttempt> refusals, int told, int activities, Console console) {
    int next = told;
    while (next < refusals.size() && refusals.get(next).after() == activities) {
      RefusedAttempt refusal = refusals.get(next++);
      console.tell("  Refused: " + words(refusal.choice()) + " (" + reason(refusal.reason()) + ")");
    }
    return next;
  }

  private static String reason(TransitionTable.Reason reason) {
    String rules = String.join(", ", reason.rules());
    return switch (reason.code()) {
      case RULE_VIOLATED -> rules;
      case RULE_CONFLICT -> "no way to close would be left, because of " + rules;
      case REFERRAL_PENDING -> "an offer of it is still under way";
      case REFERRAL_NO_CONSENT -> "the peer has not said yes to it";
      case REFERRAL_WRONG_STATE -> "no referral to it is ready for that";
      default -> reason.code().wireName();
    };
  }

  /** What a rule asks for, as 'show --text' tells it. */
  private static String sentence(PlainText plain, String rule) {
    return Stream.of(Topic.ORDER, Topic.RULES)
        .flatMap(topic -> plain.about(topic).stream())
        .filter(statement -> statement.ids().contains(rule))
        .map(Statement::text)
        .findFirst()
        .orElse("");
  }

  private static String minutes(long millis) {
    long minutes = Math.round(millis / 60_000.0);
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }

  private String words(String activity) {
    int colon = activity.indexOf(':');
    String key = activity.substring(colon + 1);
    String word = colon < 0 ? activity : activity.substring(0, colon);
    return switch (ActType.ofCommand(word).orElseThrow()) {
      case CLOSE -> "Closing it";
      case BEGIN -> element(key);
      case CONCERN -> "A concern is raised: " + key;
      case OFFER -> "The supporter offers " + resource(key);
      case ACCEPT -> "The peer accepts " + resource(key);
      case DECLINE -> "The peer declines " + resource(key);
      case CONNECT -> "The supporter hands over to " + resource(key);
      case COMPLETE -> "The referral to " + resource(key) + " is completed";
      case WITHDRAW -> "The peer takes back the yes to " + resource(key);
      case LAPSE -> "The referral to " + resource(key) + " lapses";
      case THANK -> "The supporter says thank you: " + key;
      case OPEN, PAUSE, RESUME, TRANSFER, END, CORRECT, VOID -> word;
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
