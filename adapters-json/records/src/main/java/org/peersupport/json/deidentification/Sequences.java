package org.peersupport.json.deidentification;

import java.util.function.ToIntFunction;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;

/**
 * Numbers that stand for what happened in a session so far, apart from who, when and ids: two
 * sessions have the same number when the same happened in them. It is a hash of 64 bits (FNV-1a);
 * that two different ones among ten million have the same is less likely than one in 100,000.
 */
final class Sequences {
  private static final long PRIME = 0x100000001b3L;

  private Sequences() {}

  /**
   * The number after one more event.
   *
   * @param ordinal which of the session's referrals an id is
   */
  static long after(long before, Event event, ToIntFunction<String> ordinal) {
    long number = with(before, event.type().eventName());
    number = with(number, detail(event, ordinal));
    for (Deviation deviation : event.deviations()) {
      number = with(number, deviation.rule());
      number = with(number, deviation.code().orElse(""));
    }
    return number;
  }

  /** What is particular about the event and stays in what is written. */
  private static String detail(Event event, ToIntFunction<String> ordinal) {
    return switch (event.type()) {
      case OPEN -> ((Event.SessionOpened) event).protocol();
      case BEGIN -> ((Event.ElementBegun) event).element();
      case CONCERN -> ((Event.ConcernRaised) event).level();
      case THANK -> String.join(" ", ((Event.AppreciationExpressed) event).appreciation().facets());
      case END -> ((Event.SessionEnded) event).reason().wireName();
      case OFFER -> ((Event.ReferralOffered) event).resource() + " " + referral(event, ordinal);
      case ACCEPT, CONNECT, COMPLETE, WITHDRAW -> referral(event, ordinal);
      case DECLINE ->
          referral(event, ordinal) + " " + ((Event.ReferralDeclined) event).reason().orElse("");
      case LAPSE ->
          referral(event, ordinal) + " " + ((Event.ReferralLapsed) event).reason().orElse("");
      case VOID -> ((Event.SessionVoided) event).reason();
      case CORRECT -> Integer.toString(((Event.EventCorrected) event).corrects());
      case PAUSE, RESUME, TRANSFER, CLOSE -> "";
    };
  }

  private static String referral(Event event, ToIntFunction<String> ordinal) {
    return Integer.toString(ordinal.applyAsInt(((Event.ReferralEvent) event).referral()));
  }

  /** The text ends with a character that no word has, so that words do not run together. */
  private static long with(long number, String text) {
    long hash = number;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ '\n') * PRIME;
  }
}
