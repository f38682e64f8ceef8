package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.protocol.ActMember;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

/** Reads events. */
public final class EventReader {
  /** An event, whatever its type. */
  public static final ValueReader<Event> EVENT = source -> new EventReader().read(source);

  private static final int SESSION = 0;
  private static final int SEQ = 1;
  private static final int AT = 2;
  private static final int RECORDED_AT = 3;
  private static final int BY = 4;
  private static final int COMMAND_ID = 5;
  private static final int TYPE = 6;
  private static final int PROTOCOL = 7;
  private static final int FINGERPRINT = 8;
  private static final int SUPPORTER = 9;
  private static final int PEER = 10;
  private static final int FOLLOW_UP_OF = 11;
  private static final int ELEMENT = 12;
  private static final int LEVEL = 13;
  private static final int REFERRAL = 14;
  private static final int RESOURCE = 15;
  private static final int FACETS = 16;
  private static final int CORRECTS = 17;
  private static final int REASON = 18;
  private static final int REASON_AS_KEY = 19;
  private static final int REASON_AS_TEXT = 20;
  private static final int DEVIATIONS = 21;

  private static final Shape SHAPE =
      Shape.of(
          "session",
          "seq",
          "at",
          "recordedAt",
          "by",
          "commandId",
          "type",
          "protocol",
          "fingerprint",
          "supporter",
          "peer",
          "followUpOf",
          "element",
          "level",
          "referral",
          "resource",
          "facets",
          "corrects",
          "reason",
          Shape.SAME,
          Shape.SAME,
          "deviations");

  private static final long COMMON = Shape.mask(SESSION, SEQ, AT, BY, TYPE);
  private static final long OPTIONAL = Shape.mask(RECORDED_AT, COMMAND_ID, DEVIATIONS);

  /** What belongs to some types only, and is misplaced elsewhere. */
  private static final long OF_TYPES =
      Shape.mask(
          PROTOCOL,
          FINGERPRINT,
          SUPPORTER,
          PEER,
          FOLLOW_UP_OF,
          ELEMENT,
          LEVEL,
          REFERRAL,
          RESOURCE,
          FACETS,
          CORRECTS,
          REASON);

  private static final Vocabulary<ActType> TYPES = new Vocabulary<>();

  static {
    for (ActType type : ActType.values()) {
      TYPES.with(type.eventName(), type);
    }
  }

  private static final MemberMasks MASKS =
      new MemberMasks(EventReader::places, ActMember::isOptionalInEvents);

  private @Nullable String session;
  private int seq;
  private @Nullable Instant at;
  private @Nullable Instant recordedAt;
  private @Nullable String by;
  private @Nullable String commandId;
  private @Nullable ActType type;
  private @Nullable String protocol;
  private @Nullable String fingerprint;
  private @Nullable Peer supporter;
  private @Nullable Peer peer;
  private @Nullable String followUpOf;
  private @Nullable String element;
  private @Nullable String level;
  private @Nullable String referral;
  private @Nullable String resource;
  private @Nullable List<String> facets;
  private int corrects;
  private @Nullable String reason;
  private @Nullable String said;
  private List<Deviation> deviations = List.of();

  private EventReader() {}

  /** The member first, then in which way it is taken, where there are two. */
  private static long[] places(ActMember member) {
    return switch (member) {
      case PROTOCOL -> MemberMasks.at(PROTOCOL);
      case FINGERPRINT -> MemberMasks.at(FINGERPRINT);
      case SUPPORTER -> MemberMasks.at(SUPPORTER);
      case PEER -> MemberMasks.at(PEER);
      case FOLLOW_UP_OF -> MemberMasks.at(FOLLOW_UP_OF);
      case ELEMENT -> MemberMasks.at(ELEMENT);
      case LEVEL -> MemberMasks.at(LEVEL);
      case REFERRAL -> MemberMasks.at(REFERRAL);
      case RESOURCE -> MemberMasks.at(RESOURCE);
      case FACETS -> MemberMasks.at(FACETS);
      case END_REASON, OUTCOME_REASON, VOID_REASON -> MemberMasks.at(REASON, REASON_AS_KEY);
      case CORRECTED -> MemberMasks.at(CORRECTS);
      case CORRECTION_REASON -> MemberMasks.at(REASON, REASON_AS_TEXT);
    };
  }

  private @Nullable Event read(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    for (int member = members.next(); member >= 0; member = members.next()) {
      take(member, members);
    }
    ActType known = type;
    long needed = known == null ? 0 : MASKS.needed(known);
    long meant = known == null ? 0 : MASKS.meant(known);
    long misplaced = known == null ? 0 : OF_TYPES & ~meant;
    boolean inOrder = members.end(COMMON | needed, COMMON | OPTIONAL | meant, misplaced);
    return inOrder && known != null ? event(known) : null;
  }

  private void take(int member, Members members) throws IOException {
    switch (member) {
      case SESSION -> session = members.id();
      case SEQ -> seq = members.seq();
      case AT -> at = members.instant();
      case RECORDED_AT -> recordedAt = members.instant();
      case BY -> by = members.id();
      case COMMAND_ID -> commandId = members.id();
      case TYPE -> type = members.word(TYPES);
      case PROTOCOL -> protocol = members.string();
      case FINGERPRINT -> fingerprint = members.fingerprint();
      case SUPPORTER -> supporter = members.value(Parts.PEER);
      case PEER -> peer = members.value(Parts.PEER);
      case FOLLOW_UP_OF -> followUpOf = members.id();
      case ELEMENT -> element = members.string();
      case LEVEL -> level = members.string();
      case REFERRAL -> referral = members.id();
      case RESOURCE -> resource = members.string();
      case FACETS -> facets = members.someStrings();
      case CORRECTS -> corrects = members.seq();
      case REASON -> reason(members);
      case DEVIATIONS -> deviations = members.each(Parts.DEVIATION, JsonLimits.ENTRIES_IN_ALL);
      default -> members.skip();
    }
  }

  /** Most reasons are keys of the protocol; why an event was in error is a text. */
  private void reason(Members members) throws IOException {
    String text = members.anyString();
    if (text != null) {
      members.as(REASON_AS_KEY);
      reason = members.sound(text);
      members.as(REASON_AS_TEXT);
      said = members.sound(text);
    }
  }

  private Event event(ActType known) {
    String id = requireNonNull(session);
    Instant instant = requireNonNull(at);
    String who = requireNonNull(by);
    Metadata told =
        recordedAt == null && commandId == null
            ? Metadata.NONE
            : new Metadata(Optional.ofNullable(recordedAt), Optional.ofNullable(commandId));
    return switch (known) {
      case OPEN ->
          new Event.SessionOpened(
              id,
              seq,
              instant,
              who,
              told,
              requireNonNull(protocol),
              Optional.ofNullable(fingerprint),
              requireNonNull(supporter),
              requireNonNull(peer),
              Optional.ofNullable(followUpOf),
              deviations);
      case BEGIN ->
          new Event.ElementBegun(id, seq, instant, who, told, requireNonNull(element), deviations);
      case CONCERN ->
          new Event.ConcernRaised(id, seq, instant, who, told, requireNonNull(level), deviations);
      case OFFER ->
          new Event.ReferralOffered(
              id, seq, instant, who, told, referral(), requireNonNull(resource), deviations);
      case ACCEPT ->
          new Event.ReferralAccepted(id, seq, instant, who, told, referral(), deviations);
      case DECLINE ->
          new Event.ReferralDeclined(
              id, seq, instant, who, told, referral(), Optional.ofNullable(reason), deviations);
      case CONNECT ->
          new Event.ReferralConnected(id, seq, instant, who, told, referral(), deviations);
      case COMPLETE ->
          new Event.ReferralCompleted(id, seq, instant, who, told, referral(), deviations);
      case WITHDRAW ->
          new Event.ReferralWithdrawn(id, seq, instant, who, told, referral(), deviations);
      case LAPSE ->
          new Event.ReferralLapsed(
              id, seq, instant, who, told, referral(), Optional.ofNullable(reason), deviations);
      case THANK ->
          new Event.AppreciationExpressed(
              id, seq, instant, who, told, Appreciation.of(requireNonNull(facets)), deviations);
      case PAUSE -> new Event.SessionPaused(id, seq, instant, who, told, deviations);
      case RESUME -> new Event.SessionResumed(id, seq, instant, who, told, deviations);
      case TRANSFER ->
          new Event.SupporterChanged(
              id, seq, instant, who, told, requireNonNull(supporter), deviations);
      case CLOSE -> new Event.SessionClosed(id, seq, instant, who, told, deviations);
      case END ->
          new Event.SessionEnded(
              id, seq, instant, who, told, new EndReason(requireNonNull(reason)), deviations);
      case VOID ->
          new Event.SessionVoided(id, seq, instant, who, told, requireNonNull(reason), deviations);
      case CORRECT ->
          new Event.EventCorrected(
              id,
              seq,
              instant,
              who,
              told,
              corrects,
              Optional.ofNullable(said).map(ConfidentialText::of),
              deviations);
    };
  }

  private String referral() {
    return requireNonNull(referral);
  }
}
