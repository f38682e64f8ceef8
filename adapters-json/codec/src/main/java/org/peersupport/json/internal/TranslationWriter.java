package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.peersupport.protocol.Translation;

/** Writes the words of a protocol in other languages; what a language lacks is left out. */
final class TranslationWriter {
  private TranslationWriter() {}

  static void write(JsonGenerator json, List<Translation> translations) throws IOException {
    json.writeObjectFieldStart("translations");
    for (Translation words : translations) {
      json.writeObjectFieldStart(words.language());
      if (words.title().isPresent()) {
        json.writeStringField("title", words.title().get());
      }
      elements(json, words.elements());
      strings(json, "resources", words.resources());
      strings(json, "concerns", words.concerns());
      strings(json, "appreciation", words.appreciation());
      strings(json, "reasons", words.reasons());
      strings(json, "rules", words.rules());
      strings(json, "deadlines", words.deadlines());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void elements(JsonGenerator json, Map<String, Translation.ElementWords> elements)
      throws IOException {
    if (elements.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("elements");
    for (Map.Entry<String, Translation.ElementWords> each : elements.entrySet()) {
      Translation.ElementWords words = each.getValue();
      json.writeObjectFieldStart(each.getKey());
      if (words.title().isPresent()) {
        json.writeStringField("title", words.title().get());
      }
      if (words.purpose().isPresent()) {
        json.writeStringField("purpose", words.purpose().get());
      }
      if (!words.prompts().isEmpty()) {
        Names.strings(json, "prompts", words.prompts());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, Map<String, String> words)
      throws IOException {
    if (words.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> each : words.entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }
}
