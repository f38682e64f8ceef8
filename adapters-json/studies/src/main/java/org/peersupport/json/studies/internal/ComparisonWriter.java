package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.ComparisonSummary;
import org.peersupport.simulation.ExactFigures;
import org.peersupport.simulation.Quantity;
import org.peersupport.simulation.SimulationSummary;

/** Writes how variants differ: a table, a row for each figure. Times are in seconds. */
public final class ComparisonWriter {
  private static final double MILLIS = 1000;

  private ComparisonWriter() {}

  /** Writes a comparison. */
  public static void write(
      JsonGenerator json, ComparisonSummary summary, List<ExactFigures> exact, long seed)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("comparison");
    json.writeNumberField("seed", seed);
    json.writeNumberField("sessions", summary.sessions());
    json.writeBooleanField("partial", summary.isPartial());
    json.writeArrayFieldStart("variants");
    for (SimulationSummary variant : summary.variants()) {
      json.writeStartObject();
      json.writeStringField("protocol", variant.chain().protocol().reference());
      json.writeStringField("behaviour", variant.chain().behaviour().id());
      StudyWriter.states(json, variant.chain());
      if (variant.cutOff() > 0) {
        json.writeNumberField("cutOff", variant.cutOff());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("figures");
    for (ComparedFigure figure : summary.figures(exact)) {
      figure(json, figure);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, ComparedFigure figure) throws IOException {
    double unit = figure.quantity().unit() == Quantity.Unit.MILLIS ? MILLIS : 1;
    json.writeStartObject();
    json.writeStringField("quantity", figure.quantity().wireName());
    if (!figure.of().isEmpty()) {
      json.writeStringField("of", figure.of());
    }
    json.writeArrayFieldStart("values");
    for (ComparedFigure.Value value : figure.values()) {
      json.writeStartObject();
      estimate(json, unit, value.estimate(), value.low(), value.high(), value.exact());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("differences");
    for (ComparedFigure.PairedDifference each : figure.differences()) {
      json.writeStartObject();
      estimate(json, unit, each.estimate(), each.low(), each.high(), each.exact());
      Numbers.figure(json, "effect", each.effect());
      Numbers.figure(json, "reduction", each.reduction());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void estimate(
      JsonGenerator json, double unit, double estimate, double low, double high, double exact)
      throws IOException {
    Numbers.figure(json, "estimate", estimate / unit);
    Numbers.figure(json, "low", low / unit);
    Numbers.figure(json, "high", high / unit);
    Numbers.figure(json, "exact", exact / unit);
  }
}
