package org.peersupport.json.internal;

import com.fasterxml.jackson.core.io.SerializedString;
import org.peersupport.session.Event;

/** The types of event: their words, and the members that each has beside those of all. */
public enum EventType {
  SESSION_OPENED(
      "session-opened",
      Event.SessionOpened.class,
      Shape.mask(EventReader.FOLLOW_UP_OF),
      EventReader.PROTOCOL,
      EventReader.SUPPORTER,
      EventReader.PEER),
  ELEMENT_BEGUN("element-begun", Event.ElementBegun.class, EventReader.ELEMENT),
  CONCERN_RAISED("concern-raised", Event.ConcernRaised.class, EventReader.LEVEL),
  REFERRAL_OFFERED(
      "referral-offered", Event.ReferralOffered.class, EventReader.REFERRAL, EventReader.RESOURCE),
  REFERRAL_ACCEPTED("referral-accepted", Event.ReferralAccepted.class, EventReader.REFERRAL),
  REFERRAL_DECLINED("referral-declined", Event.ReferralDeclined.class, EventReader.REFERRAL),
  REFERRAL_CONNECTED("referral-connected", Event.ReferralConnected.class, EventReader.REFERRAL),
  REFERRAL_COMPLETED("referral-completed", Event.ReferralCompleted.class, EventReader.REFERRAL),
  REFERRAL_LAPSED("referral-lapsed", Event.ReferralLapsed.class, EventReader.REFERRAL),
  APPRECIATION_EXPRESSED(
      "appreciation-expressed", Event.AppreciationExpressed.class, EventReader.FACETS),
  SESSION_PAUSED("session-paused", Event.SessionPaused.class),
  SESSION_RESUMED("session-resumed", Event.SessionResumed.class),
  SUPPORTER_CHANGED("supporter-changed", Event.SupporterChanged.class, EventReader.SUPPORTER),
  SESSION_CLOSED("session-closed", Event.SessionClosed.class),
  SESSION_ENDED(
      "session-ended",
      Event.SessionEnded.class,
      Shape.mask(EventReader.REASON_AS_WORD),
      EventReader.REASON),
  EVENT_CORRECTED(
      "event-corrected",
      Event.EventCorrected.class,
      Shape.mask(EventReader.REASON, EventReader.REASON_AS_TEXT),
      EventReader.CORRECTS);

  static final Vocabulary<EventType> VOCABULARY = vocabulary();

  @SuppressWarnings("ImmutableEnumChecker") // it only remembers its own encoding
  private final SerializedString word;

  private final Class<? extends Event> event;
  private final long needed;
  private final long meant;

  EventType(String word, Class<? extends Event> event, int... needed) {
    this(word, event, 0, needed);
  }

  EventType(String word, Class<? extends Event> event, long possible, int... needed) {
    this.word = new SerializedString(word);
    this.event = event;
    this.needed = Shape.mask(needed);
    this.meant = this.needed | possible;
  }

  private static Vocabulary<EventType> vocabulary() {
    Vocabulary<EventType> words = new Vocabulary<>();
    for (EventType type : values()) {
      words.with(type.word.getValue(), type);
    }
    return words;
  }

  /** The word for it on the wire. */
  SerializedString word() {
    return word;
  }

  /** What it is read as. */
  public Class<? extends Event> event() {
    return event;
  }

  /** The members that it must have. */
  long needed() {
    return needed;
  }

  /** The members that it may have. */
  long meant() {
    return meant;
  }
}
