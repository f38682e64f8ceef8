package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.peersupport.analysis.Continuation;
import org.peersupport.analysis.Difference;
import org.peersupport.analysis.Disagreement;
import org.peersupport.analysis.Finding;
import org.peersupport.analysis.Verification;

/** Writes what has been found out about protocols. */
public final class AnalysisWriter {
  private AnalysisWriter() {}

  /** Writes what a verification has found. */
  public static void write(JsonGenerator json, Verification verification) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("findings");
    for (Finding finding : verification.findings()) {
      write(json, finding);
    }
    json.writeEndArray();
    json.writeNumberField("states", verification.states());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", finding.kind().wireName());
    strings(json, "rules", finding.rules());
    json.writeStringField("explanation", finding.explanation());
    strings(json, "witness", finding.witness());
    json.writeStringField("about", finding.about());
    json.writeEndObject();
  }

  /** Writes how two protocols differ. */
  public static void write(JsonGenerator json, Difference difference) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("same", difference.isNone());
    json.writeArrayFieldStart("disagreements");
    for (Disagreement disagreement : difference.disagreements()) {
      json.writeStartObject();
      json.writeStringField("allowedBy", disagreement.allowedBy());
      json.writeStringField("refusedBy", disagreement.refusedBy());
      strings(json, "conversation", disagreement.conversation());
      json.writeNumberField("at", disagreement.at());
      strings(json, "rules", disagreement.rules());
      json.writeStringField("explanation", disagreement.explanation());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes whether a session may go on under another protocol. */
  public static void write(JsonGenerator json, String session, Continuation continuation)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("session", session);
    json.writeStringField("verdict", continuation.verdict().wireName());
    strings(json, "after", continuation.after());
    strings(json, "rules", continuation.rules());
    json.writeStringField("explanation", continuation.explanation());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
