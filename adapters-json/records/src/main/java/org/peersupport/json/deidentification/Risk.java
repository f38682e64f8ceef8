package org.peersupport.json.deidentification;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Objects;

/**
 * How many of those that are written stand out by one thing. Immutable.
 *
 * @param kind by what; never null
 * @param of how many there are, sessions or participants
 * @param few how many of them share it with so few that they are fewer than k together
 * @param alone how many of these share it with nobody
 * @param explanation the same in a sentence for people, which is not stable; never null
 */
public record Risk(RiskKind kind, long of, long few, long alone, String explanation) {
  /** Checks that nothing is null. */
  public Risk {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(explanation, "explanation");
  }

  /** Writes it as an object. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind.wireName());
    json.writeNumberField("of", of);
    json.writeNumberField("few", few);
    json.writeNumberField("alone", alone);
    json.writeStringField("explanation", explanation);
    json.writeEndObject();
  }
}
