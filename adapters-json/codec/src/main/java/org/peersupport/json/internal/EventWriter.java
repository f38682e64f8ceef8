package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;

/** Writes events. */
public final class EventWriter {
  private EventWriter() {}

  /** Writes an event. */
  public static void write(JsonGenerator json, Event event, Reasons reasons) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, event.session());
    json.writeFieldName(Names.SEQ);
    json.writeNumber(event.seq());
    Names.instant(json, Names.AT, event.at());
    Names.string(json, Names.BY, event.by());
    if (event instanceof Event.ElementBegun e) {
      type(json, EventType.ELEMENT_BEGUN);
      Names.string(json, Names.ELEMENT, e.element());
    } else if (!isOfReferral(json, event)) {
      others(json, event, reasons);
    }
    List<Deviation> deviations = event.deviations();
    if (!deviations.isEmpty()) {
      write(json, deviations, reasons);
    }
    json.writeEndObject();
  }

  private static void type(JsonGenerator json, EventType type) throws IOException {
    json.writeFieldName(Names.TYPE);
    json.writeString(type.word());
  }

  /** Writes what is its own of an event in the life of a referral; false for any other event. */
  private static boolean isOfReferral(JsonGenerator json, Event event) throws IOException {
    if (event instanceof Event.ReferralOffered e) {
      referral(json, EventType.REFERRAL_OFFERED, e.referral());
      Names.string(json, Names.RESOURCE, e.resource());
    } else if (event instanceof Event.ReferralAccepted e) {
      referral(json, EventType.REFERRAL_ACCEPTED, e.referral());
    } else if (event instanceof Event.ReferralDeclined e) {
      referral(json, EventType.REFERRAL_DECLINED, e.referral());
    } else if (event instanceof Event.ReferralConnected e) {
      referral(json, EventType.REFERRAL_CONNECTED, e.referral());
    } else if (event instanceof Event.ReferralCompleted e) {
      referral(json, EventType.REFERRAL_COMPLETED, e.referral());
    } else if (event instanceof Event.ReferralLapsed e) {
      referral(json, EventType.REFERRAL_LAPSED, e.referral());
    } else {
      return false;
    }
    return true;
  }

  private static void referral(JsonGenerator json, EventType type, String referral)
      throws IOException {
    type(json, type);
    Names.string(json, Names.REFERRAL, referral);
  }

  private static void others(JsonGenerator json, Event event, Reasons reasons) throws IOException {
    if (event instanceof Event.AppreciationExpressed e) {
      type(json, EventType.APPRECIATION_EXPRESSED);
      Names.strings(json, Names.FACETS, e.appreciation().facets());
    } else if (event instanceof Event.ConcernRaised e) {
      type(json, EventType.CONCERN_RAISED);
      Names.string(json, Names.LEVEL, e.level());
    } else if (event instanceof Event.SessionOpened e) {
      type(json, EventType.SESSION_OPENED);
      Names.string(json, Names.PROTOCOL, e.protocol());
      peer(json, Names.SUPPORTER, e.supporter());
      peer(json, Names.PEER, e.peer());
      if (e.followUpOf().isPresent()) {
        Names.string(json, Names.FOLLOW_UP_OF, e.followUpOf().get());
      }
    } else if (event instanceof Event.SessionPaused) {
      type(json, EventType.SESSION_PAUSED);
    } else if (event instanceof Event.SessionResumed) {
      type(json, EventType.SESSION_RESUMED);
    } else if (event instanceof Event.SupporterChanged e) {
      type(json, EventType.SUPPORTER_CHANGED);
      peer(json, Names.SUPPORTER, e.supporter());
    } else if (event instanceof Event.SessionClosed) {
      type(json, EventType.SESSION_CLOSED);
    } else if (event instanceof Event.SessionEnded e) {
      type(json, EventType.SESSION_ENDED);
      Names.string(json, Names.REASON, e.reason().wire());
    } else if (event instanceof Event.EventCorrected e) {
      type(json, EventType.EVENT_CORRECTED);
      json.writeFieldName(Names.CORRECTS);
      json.writeNumber(e.corrects());
      if (reasons == Reasons.WRITTEN && e.reason().isPresent()) {
        Names.string(json, Names.REASON, e.reason().get().reveal());
      }
    } else {
      throw new AssertionError(event.type());
    }
  }

  private static void write(JsonGenerator json, List<Deviation> deviations, Reasons reasons)
      throws IOException {
    json.writeFieldName(Names.DEVIATIONS);
    json.writeStartArray();
    for (Deviation deviation : deviations) {
      json.writeStartObject();
      Names.string(json, Names.RULE, deviation.rule());
      if (reasons == Reasons.WRITTEN && deviation.reason().isPresent()) {
        Names.string(json, Names.REASON, deviation.reason().get().reveal());
      }
      if (deviation.lateBy().isPresent()) {
        Names.string(json, Names.LATE_BY, deviation.lateBy().get().toString());
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
