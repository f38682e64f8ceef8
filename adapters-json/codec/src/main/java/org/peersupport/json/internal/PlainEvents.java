package org.peersupport.json.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

/**
 * Reads events in the very form in which this library writes them, which is what most lines of a
 * log are: members in their order, no white space, nothing but plain ASCII, and of deviations only
 * such as name a rule and nothing else. Of any other line it says nothing, and {@link EventReader}
 * reads it. What it does read, it reads as that one would.
 *
 * <p>An audit of millions of events is mostly reading, and this takes a fraction of the time. Not
 * safe to share between threads.
 */
public final class PlainEvents {
  private static final byte[] SESSION = ascii("{\"session\":\"");
  private static final byte[] SEQ = ascii(",\"seq\":");
  private static final byte[] AT = ascii(",\"at\":\"");
  private static final byte[] RECORDED_AT = ascii(",\"recordedAt\":\"");
  private static final byte[] BY = ascii(",\"by\":\"");
  private static final byte[] COMMAND_ID = ascii(",\"commandId\":\"");
  private static final byte[] TYPE = ascii(",\"type\":\"");
  private static final byte[] PROTOCOL = ascii(",\"protocol\":\"");
  private static final byte[] FINGERPRINT = ascii(",\"fingerprint\":\"");
  private static final byte[] SUPPORTER = ascii(",\"supporter\":{\"id\":\"");
  private static final byte[] PEER = ascii(",\"peer\":{\"id\":\"");
  private static final byte[] ROLE = ascii(",\"role\":\"");
  private static final byte[] DEPARTMENT = ascii(",\"department\":\"");
  private static final byte[] ELEMENT = ascii(",\"element\":\"");
  private static final byte[] LEVEL = ascii(",\"level\":\"");
  private static final byte[] REFERRAL = ascii(",\"referral\":\"");
  private static final byte[] RESOURCE = ascii(",\"resource\":\"");
  private static final byte[] FACETS = ascii(",\"facets\":[\"");
  private static final byte[] REASON = ascii(",\"reason\":\"");
  private static final byte[] DEVIATIONS = ascii(",\"deviations\":[{\"rule\":\"");
  private static final byte[] NEXT_RULE = ascii("},{\"rule\":\"");
  private static final byte[] LAST_RULE = ascii("}]");

  private static final int MOST_DIGITS = 9;
  private static final int MOST_FACETS = 8;
  private static final int MOST_DEVIATIONS = 8;
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_TEXT = 200;

  private static final Map<String, ActType> TYPES = types();

  /** For keys and the like, of which there are few; ids are too many to be looked up cheaply. */
  private final Interner words = new Interner(10);

  private byte[] bytes = {};
  private Metadata told = Metadata.NONE;
  private int at;
  private int end;

  /** Whether something stands there that was begun and not understood, in a member or a token. */
  private boolean strange;

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static Map<String, ActType> types() {
    Map<String, ActType> types = new HashMap<>();
    for (ActType type : ActType.values()) {
      types.put(type.eventName(), type);
    }
    return types;
  }

  /** The event that the bytes from one place up to another are; null if they are not so plain. */
  public @Nullable Event read(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    strange = false;
    String session = passes(SESSION) ? id() : null;
    int seq = session != null && passes(SEQ) ? number() : 0;
    Instant instant = seq > 0 && passes(AT) ? instant() : null;
    Instant recordedAt = instant != null && passes(RECORDED_AT) ? instant() : null;
    String by = instant != null && passes(BY) ? id() : null;
    String commandId = by != null && passes(COMMAND_ID) ? id() : null;
    told = metadata(recordedAt, commandId);
    String word = by != null && passes(TYPE) ? word() : null;
    ActType type = word == null ? null : TYPES.get(word);
    if (session == null || instant == null || by == null || type == null) {
      return null;
    }
    Event event = event(type, session, seq, instant, by);
    return strange ? null : event;
  }

  private @Nullable Event event(ActType type, String session, int seq, Instant instant, String by) {
    return switch (type) {
      case OPEN -> opened(session, seq, instant, by);
      case BEGIN -> {
        String element = passes(ELEMENT) ? word() : null;
        List<Deviation> deviations = element == null ? null : end();
        yield element == null || deviations == null
            ? null
            : new Event.ElementBegun(session, seq, instant, by, told, element, deviations);
      }
      case CONCERN -> {
        String level = passes(LEVEL) ? word() : null;
        List<Deviation> deviations = level == null ? null : end();
        yield level == null || deviations == null
            ? null
            : new Event.ConcernRaised(session, seq, instant, by, told, level, deviations);
      }
      case THANK -> thanks(session, seq, instant, by);
      case PAUSE ->
          isOver() ? new Event.SessionPaused(session, seq, instant, by, told, List.of()) : null;
      case RESUME ->
          isOver() ? new Event.SessionResumed(session, seq, instant, by, told, List.of()) : null;
      case CLOSE -> {
        List<Deviation> deviations = end();
        yield deviations == null
            ? null
            : new Event.SessionClosed(session, seq, instant, by, told, deviations);
      }
      case END -> ended(session, seq, instant, by);
      case TRANSFER -> changed(session, seq, instant, by);
      case OFFER -> offered(session, seq, instant, by);
      case ACCEPT -> ofReferral(Event.ReferralAccepted::new, session, seq, instant, by);
      case DECLINE -> endingReferral(Event.ReferralDeclined::new, session, seq, instant, by);
      case WITHDRAW -> ofReferral(Event.ReferralWithdrawn::new, session, seq, instant, by);
      case CONNECT -> ofReferral(Event.ReferralConnected::new, session, seq, instant, by);
      case COMPLETE -> ofReferral(Event.ReferralCompleted::new, session, seq, instant, by);
      case LAPSE -> endingReferral(Event.ReferralLapsed::new, session, seq, instant, by);
      case CORRECT, VOID -> null;
    };
  }

  private static Metadata metadata(@Nullable Instant recordedAt, @Nullable String commandId) {
    return recordedAt == null && commandId == null
        ? Metadata.NONE
        : new Metadata(Optional.ofNullable(recordedAt), Optional.ofNullable(commandId));
  }

  private @Nullable Event opened(String session, int seq, Instant instant, String by) {
    String protocol = passes(PROTOCOL) ? text() : null;
    String fingerprint = protocol != null && passes(FINGERPRINT) ? fingerprint() : null;
    Peer supporter = protocol != null && passes(SUPPORTER) ? peer() : null;
    Peer peer = supporter != null && passes(PEER) ? peer() : null;
    return protocol != null && supporter != null && peer != null && isOver()
        ? new Event.SessionOpened(
            session,
            seq,
            instant,
            by,
            told,
            protocol,
            Optional.ofNullable(fingerprint),
            supporter,
            peer,
            Optional.empty(),
            List.of())
        : null;
  }

  private @Nullable Event changed(String session, int seq, Instant instant, String by) {
    Peer supporter = passes(SUPPORTER) ? peer() : null;
    return supporter != null && isOver()
        ? new Event.SupporterChanged(session, seq, instant, by, told, supporter, List.of())
        : null;
  }

  /** Somebody, after the quotation mark that begins the id. */
  private @Nullable Peer peer() {
    String id = id();
    if (id == null) {
      return null;
    }
    Peer peer = Peer.of(id);
    if (passes(ROLE)) {
      String role = text();
      peer = role == null ? null : peer.as(role);
    }
    if (peer != null && passes(DEPARTMENT)) {
      String department = text();
      peer = department == null ? null : peer.from(department);
    }
    return peer != null && passes((byte) '}') ? peer : null;
  }

  private @Nullable Event thanks(String session, int seq, Instant instant, String by) {
    List<String> facets = new ArrayList<>(2);
    if (!passes(FACETS)) {
      return null;
    }
    boolean more = true;
    while (more) {
      String facet = facets.size() < MOST_FACETS ? word() : null;
      if (facet == null) {
        return null;
      }
      facets.add(facet);
      more = passes((byte) ',');
      if (more && !passes((byte) '"')) {
        return null;
      }
    }
    List<Deviation> deviations = passes((byte) ']') ? end() : null;
    return deviations == null
        ? null
        : new Event.AppreciationExpressed(
            session, seq, instant, by, told, Appreciation.of(facets), deviations);
  }

  private @Nullable Event ended(String session, int seq, Instant instant, String by) {
    String word = passes(REASON) ? word() : null;
    EndReason reason = word == null ? null : new EndReason(word);
    return reason == null || !isOver()
        ? null
        : new Event.SessionEnded(session, seq, instant, by, told, reason, List.of());
  }

  private @Nullable Event offered(String session, int seq, Instant instant, String by) {
    String referral = passes(REFERRAL) ? id() : null;
    String resource = referral != null && passes(RESOURCE) ? word() : null;
    List<Deviation> deviations = resource == null ? null : end();
    return referral == null || resource == null || deviations == null
        ? null
        : new Event.ReferralOffered(
            session, seq, instant, by, told, referral, resource, deviations);
  }

  /** The constructor of an event of a referral that was offered before. */
  private interface ReferralConstructor {
    Event make(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata told,
        String referral,
        List<Deviation> deviations);
  }

  /** The same of an event that may give a reason. */
  private interface EndingConstructor {
    Event make(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata told,
        String referral,
        Optional<String> reason,
        List<Deviation> deviations);
  }

  private @Nullable Event endingReferral(
      EndingConstructor event, String session, int seq, Instant instant, String by) {
    String referral = passes(REFERRAL) ? id() : null;
    String reason = referral != null && passes(REASON) ? word() : null;
    List<Deviation> deviations = referral == null ? null : end();
    return referral == null || deviations == null
        ? null
        : event.make(
            session, seq, instant, by, told, referral, Optional.ofNullable(reason), deviations);
  }

  private @Nullable Event ofReferral(
      ReferralConstructor event, String session, int seq, Instant instant, String by) {
    String referral = passes(REFERRAL) ? id() : null;
    List<Deviation> deviations = referral == null ? null : end();
    return referral == null || deviations == null
        ? null
        : event.make(session, seq, instant, by, told, referral, deviations);
  }

  // --- tokens: one that is begun and not understood makes the whole line strange

  private boolean passes(byte[] expected) {
    if (end - at < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    at += expected.length;
    return true;
  }

  private boolean passes(byte expected) {
    if (at < end && bytes[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether the object and the line end here. */
  private boolean isOver() {
    return at == end - 1 && bytes[at] == '}';
  }

  /** The deviations, if there are any, with which the line ends; null if it does not end so. */
  private @Nullable List<Deviation> end() {
    if (isOver()) {
      return List.of();
    }
    if (!passes(DEVIATIONS)) {
      return null;
    }
    List<Deviation> deviations = new ArrayList<>(2);
    do {
      String rule = word();
      if (rule == null) {
        return null;
      }
      deviations.add(Deviation.from(rule));
    } while (deviations.size() < MOST_DEVIATIONS && passes(NEXT_RULE));
    return passes(LAST_RULE) && isOver() ? deviations : null;
  }

  private int number() {
    int number = 0;
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < MOST_DIGITS) {
      number = number * 10 + bytes[at] - '0';
      at++;
    }
    boolean isPlain = at > from && bytes[from] != '0';
    return isPlain && at < end && bytes[at] == ',' ? number : 0;
  }

  private @Nullable Instant instant() {
    int from = at;
    while (at < end && bytes[at] != '"' && at - from <= Instants.LONGEST) {
      at++;
    }
    Instant instant = Instants.parse(bytes, from, at - from);
    return orStrange(instant != null && passes((byte) '"') ? instant : null);
  }

  /** An opaque id, and the quotation mark after it. */
  private @Nullable String id() {
    int from = at;
    for (; at < end; at++) {
      byte b = bytes[at];
      boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z');
      if (!plain && (at == from || (b != '-' && b != '.' && b != '_'))) {
        break;
      }
    }
    int to = at;
    return orStrange(
        to > from && to - from <= LONGEST_ID && passes((byte) '"')
            ? new String(bytes, from, to - from, ISO_8859_1)
            : null);
  }

  /** A word in kebab case, or the id of a rule, and the quotation mark after it. */
  private @Nullable String word() {
    int from = at;
    int hash = 0;
    for (; at < end; at++) {
      byte b = bytes[at];
      if (!((b >= 'a' && b <= 'z') || b == '-' || b == '.' || (b >= '0' && b <= '9'))) {
        break;
      }
      hash = 31 * hash + b;
    }
    int to = at;
    return orStrange(
        to > from && to - from <= LONGEST_TEXT && passes((byte) '"')
            ? words.of(bytes, from, to, hash)
            : null);
  }

  /** A text without anything that JSON escapes, and the quotation mark after it. */
  private @Nullable String text() {
    int from = at;
    int hash = 0;
    for (; at < end; at++) {
      byte b = bytes[at];
      if (b < ' ' || b == '"' || b == '\\' || b == 0x7F) {
        break;
      }
      hash = 31 * hash + b;
    }
    int to = at;
    return orStrange(
        to - from <= LONGEST_TEXT && passes((byte) '"') ? words.of(bytes, from, to, hash) : null);
  }

  private @Nullable String fingerprint() {
    String text = text();
    return orStrange(text != null && Texts.isFingerprint(text) ? text : null);
  }

  private <T> @Nullable T orStrange(@Nullable T understood) {
    strange |= understood == null;
    return understood;
  }
}
