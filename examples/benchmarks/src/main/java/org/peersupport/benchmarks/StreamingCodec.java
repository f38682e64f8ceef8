package org.peersupport.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

/**
 * The limit of events as JSON: the shortest codec that one would write by hand over Jackson's
 * streams, for all that happens in the conversations measured here.
 *
 * <p>It checks nothing but what it trips over: no size, no repeated or missing member, no id and no
 * pointer to what is wrong.
 */
final class StreamingCodec {
  private final JsonFactory factory = new JsonFactory();

  byte[] write(Event event) throws IOException {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(factory._getBufferRecycler())) {
      try (JsonGenerator json = factory.createGenerator(bytes)) {
        write(json, event);
      }
      return bytes.getClearAndRelease();
    }
  }

  private static void write(JsonGenerator json, Event event) throws IOException {
    json.writeStartObject();
    json.writeStringField("session", event.session());
    json.writeNumberField("seq", event.seq());
    json.writeStringField("at", event.at().toString());
    Metadata told = event.metadata();
    if (told.recordedAt().isPresent()) {
      json.writeStringField("recordedAt", told.recordedAt().get().toString());
    }
    json.writeStringField("by", event.by());
    text(json, "commandId", told.commandId());
    json.writeStringField("type", event.type().eventName());
    content(json, event);
    if (!event.deviations().isEmpty()) {
      deviations(json, event.deviations());
    }
    json.writeEndObject();
  }

  private static void content(JsonGenerator json, Event event) throws IOException {
    if (event instanceof Event.SessionOpened e) {
      json.writeStringField("protocol", e.protocol());
      text(json, "fingerprint", e.fingerprint());
      peer(json, "supporter", e.supporter());
      peer(json, "peer", e.peer());
      text(json, "followUpOf", e.followUpOf());
    } else if (event instanceof Event.ElementBegun e) {
      json.writeStringField("element", e.element());
    } else if (event instanceof Event.ConcernRaised e) {
      json.writeStringField("level", e.level());
    } else if (event instanceof Event.ReferralOffered e) {
      json.writeStringField("referral", e.referral());
      json.writeStringField("resource", e.resource());
    } else if (event instanceof Event.ReferralAccepted e) {
      json.writeStringField("referral", e.referral());
    } else if (event instanceof Event.ReferralDeclined e) {
      json.writeStringField("referral", e.referral());
      text(json, "reason", e.reason());
    } else if (event instanceof Event.ReferralConnected e) {
      json.writeStringField("referral", e.referral());
    } else if (event instanceof Event.ReferralCompleted e) {
      json.writeStringField("referral", e.referral());
    } else if (event instanceof Event.ReferralWithdrawn e) {
      json.writeStringField("referral", e.referral());
    } else if (event instanceof Event.ReferralLapsed e) {
      json.writeStringField("referral", e.referral());
      text(json, "reason", e.reason());
    } else if (event instanceof Event.AppreciationExpressed e) {
      json.writeArrayFieldStart("facets");
      for (String facet : e.appreciation().facets()) {
        json.writeString(facet);
      }
      json.writeEndArray();
    } else if (event instanceof Event.SessionEnded e) {
      json.writeStringField("reason", e.reason().wireName());
    }
  }

  private static void peer(JsonGenerator json, String name, Peer peer) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("id", peer.id());
    text(json, "role", peer.role());
    text(json, "department", peer.department());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  private static void deviations(JsonGenerator json, List<Deviation> deviations)
      throws IOException {
    json.writeArrayFieldStart("deviations");
    for (Deviation deviation : deviations) {
      json.writeStartObject();
      json.writeStringField("rule", deviation.rule());
      text(json, "code", deviation.code());
      if (deviation.lateBy().isPresent()) {
        json.writeStringField("lateBy", deviation.lateBy().get().toString());
      }
      if (deviation.aheadBy().isPresent()) {
        json.writeStringField("aheadBy", deviation.aheadBy().get().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  Event read(byte[] utf8) throws IOException {
    try (JsonParser json = factory.createParser(utf8)) {
      json.nextToken();
      return new Members().read(json);
    }
  }

  /** What has been read of an event, until its type is known and it can be made. */
  private static final class Members {
    private String session = "";
    private int seq;
    private Instant at = Instant.EPOCH;
    private Instant recordedAt;
    private String by = "";
    private String commandId;
    private String type = "";
    private String word = "";
    private String reason;
    private String fingerprint;
    private String referral = "";
    private Peer supporter;
    private Peer peer;
    private String followUpOf;
    private List<String> facets = List.of();
    private List<Deviation> deviations = List.of();

    private Event read(JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "session" -> session = json.getText();
          case "seq" -> seq = json.getIntValue();
          case "at" -> at = Instant.parse(json.getText());
          case "recordedAt" -> recordedAt = Instant.parse(json.getText());
          case "by" -> by = json.getText();
          case "commandId" -> commandId = json.getText();
          case "type" -> type = json.getText();
          case "protocol", "element", "level", "resource" -> word = json.getText();
          case "reason" -> reason = json.getText();
          case "fingerprint" -> fingerprint = json.getText();
          case "referral" -> referral = json.getText();
          case "supporter" -> supporter = peer(json);
          case "peer" -> peer = peer(json);
          case "followUpOf" -> followUpOf = json.getText();
          case "facets" -> facets = strings(json);
          case "deviations" -> deviations = deviations(json);
          default -> json.skipChildren();
        }
      }
      return event();
    }

    private Metadata told() {
      return recordedAt == null && commandId == null
          ? Metadata.NONE
          : new Metadata(Optional.ofNullable(recordedAt), Optional.ofNullable(commandId));
    }

    private Event event() throws IOException {
      Metadata told = told();
      return switch (type) {
        case "session-opened" ->
            new Event.SessionOpened(
                session,
                seq,
                at,
                by,
                told,
                word,
                Optional.ofNullable(fingerprint),
                supporter,
                peer,
                Optional.ofNullable(followUpOf),
                deviations);
        case "element-begun" ->
            new Event.ElementBegun(session, seq, at, by, told, word, deviations);
        case "concern-raised" ->
            new Event.ConcernRaised(session, seq, at, by, told, word, deviations);
        case "referral-offered" ->
            new Event.ReferralOffered(session, seq, at, by, told, referral, word, deviations);
        case "referral-accepted" ->
            new Event.ReferralAccepted(session, seq, at, by, told, referral, deviations);
        case "referral-declined" ->
            new Event.ReferralDeclined(
                session, seq, at, by, told, referral, Optional.ofNullable(reason), deviations);
        case "referral-connected" ->
            new Event.ReferralConnected(session, seq, at, by, told, referral, deviations);
        case "referral-completed" ->
            new Event.ReferralCompleted(session, seq, at, by, told, referral, deviations);
        case "referral-withdrawn" ->
            new Event.ReferralWithdrawn(session, seq, at, by, told, referral, deviations);
        case "referral-lapsed" ->
            new Event.ReferralLapsed(
                session, seq, at, by, told, referral, Optional.ofNullable(reason), deviations);
        case "appreciation-expressed" ->
            new Event.AppreciationExpressed(
                session, seq, at, by, told, Appreciation.of(facets), deviations);
        case "session-closed" -> new Event.SessionClosed(session, seq, at, by, told, deviations);
        case "session-ended" ->
            new Event.SessionEnded(session, seq, at, by, told, new EndReason(reason), deviations);
        default -> throw new IOException("no event type");
      };
    }

    private static Peer peer(JsonParser json) throws IOException {
      String id = "";
      String role = null;
      String department = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "id" -> id = json.getText();
          case "role" -> role = json.getText();
          case "department" -> department = json.getText();
          default -> json.skipChildren();
        }
      }
      Peer peer = Peer.of(id);
      peer = role == null ? peer : peer.as(role);
      return department == null ? peer : peer.from(department);
    }

    private static List<String> strings(JsonParser json) throws IOException {
      List<String> strings = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        strings.add(json.getText());
      }
      return strings;
    }

    private static List<Deviation> deviations(JsonParser json) throws IOException {
      List<Deviation> deviations = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        String rule = "";
        String code = null;
        Duration lateBy = null;
        Duration aheadBy = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          switch (name) {
            case "rule" -> rule = json.getText();
            case "code" -> code = json.getText();
            case "lateBy" -> lateBy = Duration.parse(json.getText());
            case "aheadBy" -> aheadBy = Duration.parse(json.getText());
            default -> json.skipChildren();
          }
        }
        deviations.add(
            new Deviation(
                rule,
                Optional.ofNullable(code),
                Optional.empty(),
                Optional.ofNullable(lateBy),
                Optional.ofNullable(aheadBy)));
      }
      return deviations;
    }
  }
}
