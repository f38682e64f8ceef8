package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.ActType;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;

/** Writes events. */
public final class EventWriter {
  private static final Map<ActType, SerializedString> TYPES = new EnumMap<>(ActType.class);

  static {
    for (ActType type : ActType.values()) {
      TYPES.put(type, new SerializedString(type.eventName()));
    }
  }

  private EventWriter() {}

  /** Writes an event. */
  public static void write(JsonGenerator json, Event event, Reasons reasons) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, event.session());
    json.writeFieldName(Names.SEQ);
    json.writeNumber(event.seq());
    Names.told(json, event.at(), event.by(), event.metadata());
    json.writeFieldName(Names.TYPE);
    json.writeString(Objects.requireNonNull(TYPES.get(event.type())));
    members(json, event, reasons);
    List<Deviation> deviations = event.deviations();
    if (!deviations.isEmpty()) {
      write(json, deviations, reasons);
    }
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, Event event, Reasons reasons) throws IOException {
    switch (event.type()) {
      case OPEN -> opened(json, (Event.SessionOpened) event);
      case BEGIN -> Names.string(json, Names.ELEMENT, ((Event.ElementBegun) event).element());
      case CONCERN -> Names.string(json, Names.LEVEL, ((Event.ConcernRaised) event).level());
      case OFFER -> {
        Event.ReferralOffered e = (Event.ReferralOffered) event;
        Names.string(json, Names.REFERRAL, e.referral());
        Names.string(json, Names.RESOURCE, e.resource());
      }
      case DECLINE ->
          outcome(json, (Event.ReferralDeclined) event, ((Event.ReferralDeclined) event).reason());
      case LAPSE ->
          outcome(json, (Event.ReferralLapsed) event, ((Event.ReferralLapsed) event).reason());
      case ACCEPT, CONNECT, COMPLETE, WITHDRAW ->
          Names.string(json, Names.REFERRAL, ((Event.ReferralEvent) event).referral());
      case THANK ->
          Names.strings(
              json, Names.FACETS, ((Event.AppreciationExpressed) event).appreciation().facets());
      case TRANSFER -> peer(json, Names.SUPPORTER, ((Event.SupporterChanged) event).supporter());
      case END ->
          Names.string(json, Names.REASON, ((Event.SessionEnded) event).reason().wireName());
      case VOID -> Names.string(json, Names.REASON, ((Event.SessionVoided) event).reason());
      case CORRECT -> corrected(json, (Event.EventCorrected) event, reasons);
      case PAUSE, RESUME, CLOSE -> {}
    }
  }

  private static void opened(JsonGenerator json, Event.SessionOpened event) throws IOException {
    Names.string(json, Names.PROTOCOL, event.protocol());
    if (event.fingerprint().isPresent()) {
      Names.string(json, Names.FINGERPRINT, event.fingerprint().get());
    }
    peer(json, Names.SUPPORTER, event.supporter());
    peer(json, Names.PEER, event.peer());
    if (event.followUpOf().isPresent()) {
      Names.string(json, Names.FOLLOW_UP_OF, event.followUpOf().get());
    }
  }

  private static void outcome(
      JsonGenerator json, Event.ReferralEvent event, Optional<String> reason) throws IOException {
    Names.string(json, Names.REFERRAL, event.referral());
    if (reason.isPresent()) {
      Names.string(json, Names.REASON, reason.get());
    }
  }

  private static void corrected(JsonGenerator json, Event.EventCorrected event, Reasons reasons)
      throws IOException {
    json.writeFieldName(Names.CORRECTS);
    json.writeNumber(event.corrects());
    if (reasons == Reasons.WRITTEN && event.reason().isPresent()) {
      Names.string(json, Names.REASON, event.reason().get().reveal());
    }
  }

  private static void write(JsonGenerator json, List<Deviation> deviations, Reasons reasons)
      throws IOException {
    json.writeFieldName(Names.DEVIATIONS);
    json.writeStartArray();
    for (Deviation deviation : deviations) {
      json.writeStartObject();
      Names.string(json, Names.RULE, deviation.rule());
      if (deviation.code().isPresent()) {
        Names.string(json, Names.CODE, deviation.code().get());
      }
      if (reasons == Reasons.WRITTEN && deviation.reason().isPresent()) {
        Names.string(json, Names.REASON, deviation.reason().get().reveal());
      }
      if (deviation.lateBy().isPresent()) {
        Names.string(json, Names.LATE_BY, deviation.lateBy().get().toString());
      }
      if (deviation.aheadBy().isPresent()) {
        Names.string(json, Names.AHEAD_BY, deviation.aheadBy().get().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void peer(JsonGenerator json, SerializedString name, Peer peer) throws IOException {
    json.writeFieldName(name);
    peer(json, peer);
  }

  /** Writes who supports or is supported. */
  public static void peer(JsonGenerator json, Peer peer) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.ID, peer.id());
    if (peer.role().isPresent()) {
      Names.string(json, Names.ROLE, peer.role().get());
    }
    if (peer.department().isPresent()) {
      Names.string(json, Names.DEPARTMENT, peer.department().get());
    }
    json.writeEndObject();
  }
}
