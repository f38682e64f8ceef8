package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.peersupport.json.certification.VectorResult.Verdict;
import org.peersupport.json.internal.Canonical;
import org.peersupport.json.internal.Trees;
import org.peersupport.json.internal.Writing;

/** A report as JSON, without its signature. */
final class ReportJson {
  private final CertificationResults results;

  private ReportJson(CertificationResults results) {
    this.results = results;
  }

  /** The value of {@code report} in canonical form. */
  static String canonical(CertificationResults results) {
    ReportJson report = new ReportJson(results);
    return new String(Canonical.of(Trees.made(Writing.bytes(report::write))), UTF_8);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "peersupport/certification");
    json.writeNumberField("version", 1);
    json.writeStringField("kit", VectorSuite.KIT);
    json.writeStringField("subject", results.subject());
    json.writeStringField("at", results.at().toString());
    json.writeStringField("verdict", results.isPassed() ? "passed" : "failed");
    json.writeObjectFieldStart("protocol");
    json.writeStringField("reference", vectors().header().protocol());
    json.writeStringField("sha256", vectors().header().protocolSha256());
    json.writeEndObject();
    writeVectors(json);
    json.writeObjectFieldStart("capabilities");
    strings(json, "claimed", vectors().capabilities().stream().filter(results::claims).toList());
    strings(
        json,
        "unclaimed",
        vectors().capabilities().stream().filter(c -> !results.claims(c)).toList());
    json.writeEndObject();
    writeResults(json);
    write(json, "clauses", results.clauses());
    write(json, "rules", results.rules());
    json.writeEndObject();
  }

  private void writeVectors(JsonGenerator json) throws IOException {
    VectorsHeader header = vectors().header();
    json.writeObjectFieldStart("vectors");
    json.writeStringField("sha256", vectors().sha256());
    json.writeStringField("kit", header.kit());
    json.writeStringField("method", header.method());
    json.writeNumberField("extra", header.extra());
    json.writeNumberField("states", header.states());
    json.writeNumberField("inputs", header.inputs());
    json.writeNumberField("count", vectors().vectors().size());
    strings(json, "abstraction", header.abstraction());
    json.writeEndObject();
  }

  private void writeResults(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("results");
    for (Verdict verdict : Verdict.values()) {
      json.writeNumberField(verdict.wireName(), results.count(verdict));
    }
    json.writeNumberField("notPlayed", results.notPlayed());
    json.writeArrayFieldStart("failures");
    for (VectorResult result : results.results()) {
      if (result.verdict() == Verdict.FAILED) {
        writeWithReason(json, result);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("skips");
    for (VectorResult result : results.results()) {
      if (result.verdict() == Verdict.SKIPPED) {
        writeWithReason(json, result);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeWithReason(JsonGenerator json, VectorResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("vector", result.vector());
    if (result.step().isPresent()) {
      json.writeNumberField("step", result.step().getAsInt());
    }
    if (result.line().isPresent()) {
      json.writeNumberField("line", result.line().getAsInt());
    }
    json.writeStringField("reason", result.reason().orElse(""));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String member, Coverage coverage)
      throws IOException {
    json.writeObjectFieldStart(member);
    for (Map.Entry<Verdict, List<String>> each : coverage.byVerdict().entrySet()) {
      strings(json, each.getKey().wireName(), each.getValue());
    }
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String member, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(member);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private TestVectors vectors() {
    return results.vectors();
  }
}
