package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import org.peersupport.session.Metadata;

/** The names of members, encoded once, and the ways to write a member. */
final class Names {
  static final SerializedString SESSION = new SerializedString("session");
  static final SerializedString SEQ = new SerializedString("seq");
  static final SerializedString AT = new SerializedString("at");
  static final SerializedString RECORDED_AT = new SerializedString("recordedAt");
  static final SerializedString COMMAND_ID = new SerializedString("commandId");
  static final SerializedString BY = new SerializedString("by");
  static final SerializedString DO = new SerializedString("do");
  static final SerializedString TYPE = new SerializedString("type");
  static final SerializedString PROTOCOL = new SerializedString("protocol");
  static final SerializedString FINGERPRINT = new SerializedString("fingerprint");
  static final SerializedString SUPPORTER = new SerializedString("supporter");
  static final SerializedString PEER = new SerializedString("peer");
  static final SerializedString FOLLOW_UP_OF = new SerializedString("followUpOf");
  static final SerializedString ELEMENT = new SerializedString("element");
  static final SerializedString LEVEL = new SerializedString("level");
  static final SerializedString REFERRAL = new SerializedString("referral");
  static final SerializedString RESOURCE = new SerializedString("resource");
  static final SerializedString FACETS = new SerializedString("facets");
  static final SerializedString CORRECTS = new SerializedString("corrects");
  static final SerializedString REASON = new SerializedString("reason");
  static final SerializedString OVERRIDE = new SerializedString("override");
  static final SerializedString IF_SEQ = new SerializedString("ifSeq");
  static final SerializedString DEVIATIONS = new SerializedString("deviations");
  static final SerializedString RULE = new SerializedString("rule");
  static final SerializedString CODE = new SerializedString("code");
  static final SerializedString AHEAD_BY = new SerializedString("aheadBy");
  static final SerializedString LATE_BY = new SerializedString("lateBy");
  static final SerializedString ID = new SerializedString("id");
  static final SerializedString ROLE = new SerializedString("role");
  static final SerializedString DEPARTMENT = new SerializedString("department");

  private Names() {}

  static void string(JsonGenerator json, SerializedString name, String value) throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  static void instant(JsonGenerator json, SerializedString name, Instant value) throws IOException {
    json.writeFieldName(name);
    char[] text = new char[Instants.LONGEST];
    int length = Instants.format(value, text);
    if (length < 0) {
      json.writeString(Instants.far(value));
    } else {
      json.writeString(text, 0, length);
    }
  }

  /** The head that commands and events share: whose, when, and by whom. */
  static void told(JsonGenerator json, Instant at, String by, Metadata metadata)
      throws IOException {
    instant(json, AT, at);
    if (metadata.recordedAt().isPresent()) {
      instant(json, RECORDED_AT, metadata.recordedAt().get());
    }
    string(json, BY, by);
    if (metadata.commandId().isPresent()) {
      string(json, COMMAND_ID, metadata.commandId().get());
    }
  }

  static void strings(JsonGenerator json, SerializedString name, Iterable<String> values)
      throws IOException {
    json.writeFieldName(name);
    json.writeStartArray();
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void strings(JsonGenerator json, String name, Iterable<String> values) throws IOException {
    strings(json, new SerializedString(name), values);
  }
}
