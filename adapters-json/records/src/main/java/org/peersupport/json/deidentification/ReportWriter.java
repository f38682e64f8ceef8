package org.peersupport.json.deidentification;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes reports. */
final class ReportWriter {
  private ReportWriter() {}

  static void write(JsonGenerator json, DeidentificationReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "peersupport/deidentification");
    json.writeNumberField("version", 1);
    json.writeStringField("unit", report.unit().toString());
    json.writeNumberField("k", report.k());
    write(json, report.changes());
    json.writeArrayFieldStart("risks");
    for (Risk risk : report.risks()) {
      json.writeStartObject();
      json.writeStringField("kind", risk.kind().wireName());
      json.writeNumberField("of", risk.of());
      json.writeNumberField("few", risk.few());
      json.writeNumberField("alone", risk.alone());
      json.writeStringField("explanation", risk.explanation());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("remarks");
    for (String remark : report.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Changes changes) throws IOException {
    json.writeObjectFieldStart("changes");
    json.writeNumberField("sessions", changes.sessions());
    json.writeNumberField("events", changes.events());
    json.writeNumberField("leftOut", changes.leftOut());
    json.writeNumberField("problems", changes.problems());
    json.writeNumberField("participants", changes.participants());
    json.writeNumberField("referrals", changes.referrals());
    json.writeNumberField("followUps", changes.followUps());
    json.writeNumberField("reasons", changes.reasons());
    json.writeNumberField("roles", changes.roles());
    json.writeNumberField("delays", changes.delays());
    json.writeNumberField("departmentsKept", changes.departmentsKept());
    json.writeNumberField("departmentsRare", changes.departmentsRare());
    json.writeNumberField("peopleOfRare", changes.peopleOfRare());
    json.writeBooleanField("rareDropped", changes.rareDropped());
    json.writeNumberField("pairingsLost", changes.pairingsLost());
    json.writeEndObject();
  }
}
