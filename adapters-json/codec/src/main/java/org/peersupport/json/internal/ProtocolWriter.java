package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TitledKey;

/**
 * Writes protocol documents. What has a default is spelled out; left out is only what would say
 * nothing: an empty reason, a source that is not named, a count where the template counts nothing.
 */
public final class ProtocolWriter {
  private ProtocolWriter() {}

  /** Writes a protocol document. */
  public static void document(JsonGenerator json, Protocol protocol) throws IOException {
    json.writeStartObject();
    members(json, protocol);
    json.writeEndObject();
  }

  /** Writes a protocol document with the rules as they bind a session. */
  public static void expanded(JsonGenerator json, Protocol protocol) throws IOException {
    json.writeStartObject();
    members(json, protocol);
    json.writeArrayFieldStart("expanded");
    for (ExpandedRule rule : protocol.expandedRules()) {
      expanded(json, rule);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, Protocol protocol) throws IOException {
    json.writeStringField("format", "peersupport/protocol");
    json.writeNumberField("version", 1);
    json.writeStringField("id", protocol.id());
    json.writeStringField("release", protocol.release());
    json.writeStringField("title", protocol.title());
    json.writeStringField("source", protocol.source());
    if (protocol.caution().isPresent()) {
      json.writeStringField("caution", protocol.caution().get());
    }
    if (protocol.derivedFrom().isPresent()) {
      json.writeStringField("derivedFrom", protocol.derivedFrom().get());
    } else {
      json.writeNullField("derivedFrom");
    }
    json.writeArrayFieldStart("elements");
    for (Element element : protocol.elements()) {
      element(json, element);
    }
    json.writeEndArray();
    order(json, protocol.order());
    json.writeArrayFieldStart("resources");
    for (Resource resource : protocol.resources()) {
      resource(json, resource);
    }
    json.writeEndArray();
    titledKeys(json, "concerns", protocol.levels());
    titledKeys(json, "appreciation", protocol.facets());
    if (!protocol.reasons().isEmpty()) {
      reasons(json, protocol.reasons());
    }
    json.writeObjectFieldStart("pairing");
    json.writeStringField("department", protocol.pairing().wireName());
    json.writeEndObject();
    json.writeArrayFieldStart("rules");
    for (Rule rule : protocol.rules()) {
      rule(json, rule);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("deadlines");
    for (Deadline deadline : protocol.deadlines()) {
      deadline(json, deadline);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("examples");
    for (Example example : protocol.examples()) {
      example(json, example);
    }
    json.writeEndArray();
    if (!protocol.translations().isEmpty()) {
      TranslationWriter.write(json, protocol.translations());
    }
  }

  static void element(JsonGenerator json, Element element) throws IOException {
    json.writeStartObject();
    elementMembers(json, element);
    json.writeEndObject();
  }

  static void elementMembers(JsonGenerator json, Element element) throws IOException {
    json.writeStringField("key", element.key());
    json.writeStringField("title", element.title());
    json.writeStringField("purpose", element.purpose());
    Names.strings(json, "prompts", element.prompts());
    json.writeStringField("need", element.need().wireName());
    json.writeBooleanField("repeatable", element.isRepeatable());
    json.writeBooleanField("continuous", element.isContinuous());
    origin(json, element.provenance(), element.source());
  }

  static void order(JsonGenerator json, Order order) throws IOException {
    json.writeObjectFieldStart("order");
    json.writeStringField("mode", order.mode().wireName());
    json.writeArrayFieldStart("returns");
    for (Order.Return pair : order.returns()) {
      json.writeStartArray();
      json.writeString(pair.from());
      json.writeString(pair.to());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeBooleanField("overridable", order.overridable());
    json.writeEndObject();
  }

  /** Writes keys: with their titles as objects, and alone where they have none. */
  static void titledKeys(JsonGenerator json, String name, List<TitledKey> entries)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (TitledKey entry : entries) {
      if (entry.title().isEmpty()) {
        json.writeString(entry.key());
      } else {
        json.writeStartObject();
        json.writeStringField("key", entry.key());
        json.writeStringField("title", entry.title().get());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  static void reasons(JsonGenerator json, ReasonLists reasons) throws IOException {
    json.writeObjectFieldStart("reasons");
    reasonList(json, "end", reasons.end());
    reasonList(json, "decline", reasons.decline());
    reasonList(json, "lapse", reasons.lapse());
    reasonList(json, "override", reasons.override());
    json.writeEndObject();
  }

  private static void reasonList(JsonGenerator json, String name, List<TitledKey> reasons)
      throws IOException {
    if (!reasons.isEmpty()) {
      titledKeys(json, name, reasons);
    }
  }

  static void resource(JsonGenerator json, Resource resource) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", resource.key());
    json.writeStringField("title", resource.title());
    json.writeStringField("consent", resource.consent().wireName());
    json.writeEndObject();
  }

  static void rule(JsonGenerator json, Rule rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    if (rule.forEach().isPresent()) {
      json.writeStringField("forEach", rule.forEach().get().wireName());
      Names.strings(json, "except", rule.except());
    }
    sides(json, rule.template(), rule.a(), rule.b());
    if (rule.template().isCounting()) {
      json.writeNumberField("count", rule.count());
    }
    json.writeStringField("strength", rule.strength().wireName());
    json.writeBooleanField("overridable", rule.isOverridable());
    json.writeStringField("holds", rule.holds().wireName());
    if (rule.title().isPresent()) {
      json.writeStringField("title", rule.title().get());
    }
    because(json, rule.because());
    origin(json, rule.provenance(), rule.source());
    json.writeEndObject();
  }

  private static void expanded(JsonGenerator json, ExpandedRule rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    if (rule.template().isPresent()) {
      Template template = rule.template().get();
      sides(json, template, rule.a(), rule.b());
      if (template.isCounting()) {
        json.writeNumberField("count", rule.count());
      }
    }
    json.writeStringField("strength", rule.strength().wireName());
    json.writeBooleanField("overridable", rule.overridable());
    json.writeStringField("holds", rule.holds().wireName());
    if (rule.title().isPresent()) {
      json.writeStringField("title", rule.title().get());
    }
    because(json, rule.because());
    origin(json, rule.provenance(), rule.source());
    json.writeEndObject();
  }

  private static void sides(JsonGenerator json, Template template, List<String> a, List<String> b)
      throws IOException {
    json.writeStringField("template", template.wireName());
    Names.strings(json, "a", a);
    if (template.isBinary()) {
      Names.strings(json, "b", b);
    }
  }

  static void deadline(JsonGenerator json, Deadline deadline) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", deadline.id());
    Names.strings(json, "from", deadline.from());
    Names.strings(json, "to", deadline.to());
    json.writeStringField("within", Durations.inDays(deadline.within()));
    because(json, deadline.because());
    origin(json, deadline.provenance(), deadline.source());
    json.writeEndObject();
  }

  static void example(JsonGenerator json, Example example) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", example.name());
    Names.strings(json, "trace", example.trace());
    json.writeStringField("expect", example.accepted() ? "accepted" : "refused");
    if (!example.accepted() || example.at() != 0) {
      json.writeNumberField("at", example.at());
    }
    if (!example.accepted() || !example.rules().isEmpty()) {
      Names.strings(json, "rules", example.rules());
    }
    json.writeEndObject();
  }

  private static void because(JsonGenerator json, String because) throws IOException {
    if (!because.isEmpty()) {
      json.writeStringField("because", because);
    }
  }

  private static void origin(JsonGenerator json, Provenance provenance, Optional<String> source)
      throws IOException {
    json.writeStringField("provenance", provenance.wireName());
    if (source.isPresent()) {
      json.writeStringField("source", source.get());
    }
  }
}
