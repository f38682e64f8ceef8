package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.peersupport.json.internal.Durations;
import org.peersupport.simulation.programme.Estimate;
import org.peersupport.simulation.programme.GroupLoad;
import org.peersupport.simulation.programme.Metric;
import org.peersupport.simulation.programme.ProgrammeSummary;
import org.peersupport.simulation.programme.PublishedComparison;
import org.peersupport.simulation.programme.SupporterLoad;

/** Writes what came of a simulated programme. */
public final class ProgrammeWriter {
  private ProgrammeWriter() {}

  /** Writes a summary. */
  public static void write(JsonGenerator json, ProgrammeSummary summary) throws IOException {
    json.writeStartObject();
    members(json, summary);
    json.writeEndObject();
  }

  /** Writes a summary, and how it differs from another one. */
  public static void write(JsonGenerator json, ProgrammeSummary summary, ProgrammeSummary first)
      throws IOException {
    json.writeStartObject();
    members(json, summary);
    json.writeObjectFieldStart("against");
    json.writeStringField("scenario", first.scenario().id());
    json.writeArrayFieldStart("figures");
    for (Metric metric : Metric.values()) {
      figure(json, metric, summary.difference(metric, first));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, ProgrammeSummary summary) throws IOException {
    json.writeStringField("scenario", summary.scenario().id());
    json.writeStringField("protocol", summary.chain().protocol().reference());
    json.writeStringField("behaviour", summary.chain().behaviour().id());
    json.writeNumberField("seed", summary.seed());
    json.writeNumberField("runs", summary.runs());
    json.writeStringField("start", summary.scenario().start().toString());
    json.writeNumberField("months", summary.scenario().months());
    json.writeStringField("limit", Durations.inDays(summary.scenario().contact().limit()));
    json.writeArrayFieldStart("figures");
    for (Map.Entry<Metric, Estimate> each : summary.estimates().entrySet()) {
      figure(json, each.getKey(), each.getValue());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("groups");
    for (GroupLoad load : summary.groups()) {
      load(json, load);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("supporters");
    for (SupporterLoad load : summary.supporters()) {
      load(json, load);
    }
    json.writeEndArray();
    json.writeStringField("source", summary.scenario().source());
    json.writeArrayFieldStart("published");
    for (PublishedComparison comparison : summary.published()) {
      comparison(json, comparison);
    }
    json.writeEndArray();
    ScenarioWriter.strings(json, "assumptions", summary.scenario().assumptions());
  }

  private static void figure(JsonGenerator json, Metric metric, Estimate estimate)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("figure", metric.wireName());
    json.writeStringField("unit", metric.unit().wireName());
    members(json, estimate);
    json.writeEndObject();
  }

  private static void load(JsonGenerator json, GroupLoad load) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", load.group().id());
    json.writeStringField("department", load.group().department());
    json.writeNumberField("count", load.group().count());
    json.writeNumberField("mostCases", load.group().mostCases());
    estimate(json, "cases", load.cases());
    estimate(json, "placesShare", load.placesShare());
    estimate(json, "busyShare", load.busyShare());
    json.writeEndObject();
  }

  private static void load(JsonGenerator json, SupporterLoad load) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", load.id());
    json.writeStringField("department", load.department());
    estimate(json, "cases", load.cases());
    estimate(json, "hours", load.hours());
    estimate(json, "busyShare", load.busyShare());
    json.writeEndObject();
  }

  private static void comparison(JsonGenerator json, PublishedComparison comparison)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("figure", comparison.published().metric().wireName());
    json.writeStringField("role", comparison.published().role().wireName());
    Numbers.exact(json, "published", comparison.published().value());
    Numbers.rounded(json, "simulated", comparison.simulated().mean());
    Numbers.rounded(json, "from", comparison.simulated().from());
    Numbers.rounded(json, "to", comparison.simulated().to());
    json.writeBooleanField("usual", comparison.isUsual());
    json.writeStringField("note", comparison.published().note());
    json.writeEndObject();
  }

  private static void estimate(JsonGenerator json, String name, Estimate estimate)
      throws IOException {
    json.writeObjectFieldStart(name);
    members(json, estimate);
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, Estimate estimate) throws IOException {
    Numbers.rounded(json, "mean", estimate.mean());
    Numbers.rounded(json, "low", estimate.low());
    Numbers.rounded(json, "high", estimate.high());
    Numbers.rounded(json, "from", estimate.from());
    Numbers.rounded(json, "to", estimate.to());
    json.writeNumberField("runs", estimate.runs());
  }
}
