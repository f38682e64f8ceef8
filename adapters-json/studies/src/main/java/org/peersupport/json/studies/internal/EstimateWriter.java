package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.peersupport.json.internal.Durations;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.estimation.EstimatedBehaviour;
import org.peersupport.simulation.estimation.EstimatedDuration;
import org.peersupport.simulation.estimation.EstimatedRow;
import org.peersupport.simulation.estimation.EstimationWarning;
import org.peersupport.simulation.estimation.HeldOut;

/** Writes what stands behind an estimated behaviour. */
public final class EstimateWriter {
  private EstimateWriter() {}

  /** Writes the report. */
  public static void write(JsonGenerator json, EstimatedBehaviour estimated) throws IOException {
    json.writeStartObject();
    json.writeStringField("protocol", estimated.protocol().reference());
    json.writeStringField("behaviour", estimated.behaviour().id());
    Numbers.exact(json, "smoothing", estimated.smoothing());
    json.writeNumberField("sessions", estimated.sessions());
    json.writeNumberField("unfinished", estimated.unfinished());
    row(json, "start", estimated.start());
    json.writeObjectFieldStart("after");
    for (Map.Entry<String, EstimatedRow> each : estimated.after().entrySet()) {
      row(json, each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("durations");
    for (Map.Entry<String, EstimatedDuration> each : estimated.durations().entrySet()) {
      duration(json, each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("warnings");
    for (EstimationWarning each : estimated.warnings()) {
      warning(json, each);
    }
    json.writeEndArray();
    Optional<HeldOut> heldOut = estimated.heldOut();
    if (heldOut.isPresent()) {
      heldOut(json, heldOut.get());
    }
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, String name, EstimatedRow row) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("observations", row.observations());
    json.writeObjectFieldStart("counts");
    for (Map.Entry<String, Long> each : row.counts().entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void duration(JsonGenerator json, String name, EstimatedDuration duration)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("observations", duration.observations());
    json.writeNumberField("withoutTime", duration.withoutTime());
    json.writeNumberField("unknown", duration.unknown());
    Optional<Lognormal> time = duration.distribution();
    if (time.isPresent()) {
      json.writeStringField("median", Durations.inDays(time.get().median()));
      Numbers.exact(json, "sigma", time.get().sigma());
    }
    json.writeEndObject();
  }

  private static void warning(JsonGenerator json, EstimationWarning warning) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", warning.code().wireName());
    json.writeStringField("pointer", warning.pointer());
    json.writeNumberField("observations", warning.observations());
    json.writeStringField("explanation", warning.explanation());
    json.writeEndObject();
  }

  private static void heldOut(JsonGenerator json, HeldOut heldOut) throws IOException {
    json.writeObjectFieldStart("heldOut");
    Numbers.exact(json, "share", heldOut.share());
    json.writeNumberField("sessions", heldOut.sessions());
    json.writeNumberField("activities", heldOut.activities());
    json.writeNumberField("impossible", heldOut.impossible());
    finite(json, "logLikelihoodPerActivity", heldOut.perActivity());
    finite(json, "perplexity", heldOut.perplexity());
    json.writeObjectFieldStart("evenly");
    json.writeNumberField("choices", heldOut.choices());
    finite(json, "logLikelihoodPerActivity", heldOut.evenlyPerActivity());
    finite(json, "perplexity", heldOut.evenlyPerplexity());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** JSON has no infinity. */
  private static void finite(JsonGenerator json, String name, double number) throws IOException {
    Numbers.rounded(json, name, Double.isInfinite(number) ? Double.NaN : number);
  }
}
