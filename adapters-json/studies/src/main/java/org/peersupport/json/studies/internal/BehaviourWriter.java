package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.peersupport.json.internal.Durations;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.Lognormal;

/** Writes how people act. */
public final class BehaviourWriter {
  private BehaviourWriter() {}

  /** Writes a behaviour document. */
  public static void write(JsonGenerator json, Behaviour behaviour) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "peersupport/behaviour");
    json.writeNumberField("version", 1);
    json.writeStringField("id", behaviour.id());
    weights(json, "start", behaviour.start());
    if (!behaviour.after().isEmpty()) {
      json.writeObjectFieldStart("after");
      for (var row : behaviour.after().entrySet()) {
        weights(json, row.getKey(), row.getValue());
      }
      json.writeEndObject();
    }
    if (!behaviour.otherwise().isEmpty()) {
      weights(json, "otherwise", behaviour.otherwise());
    }
    if (!behaviour.durations().isEmpty()) {
      json.writeObjectFieldStart("durations");
      for (Map.Entry<String, Lognormal> each : behaviour.durations().entrySet()) {
        json.writeObjectFieldStart(each.getKey());
        json.writeStringField("median", Durations.inDays(each.getValue().median()));
        json.writeNumberField("sigma", each.getValue().sigma());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void weights(JsonGenerator json, String name, Map<String, Double> weights)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Double> each : weights.entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }
}
