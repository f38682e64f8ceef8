package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;

/** Writes a protocol as a document that extends another: only what differs, and the examples. */
public final class ChangesWriter {
  /** Writes an entry of a list. */
  private interface Writer<T> {
    void write(JsonGenerator json, T entry) throws IOException;
  }

  private final JsonGenerator json;
  private final Protocol protocol;
  private final Protocol base;

  private ChangesWriter(JsonGenerator json, Protocol protocol, Protocol base) {
    this.json = json;
    this.protocol = protocol;
    this.base = base;
  }

  /** Writes the protocol as a variant of the base. */
  public static void document(JsonGenerator json, Protocol protocol, Protocol base)
      throws IOException {
    new ChangesWriter(json, protocol, base).write();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "peersupport/protocol");
    json.writeNumberField("version", 1);
    json.writeStringField("id", protocol.id());
    json.writeStringField("release", protocol.release());
    json.writeStringField("extends", base.reference());
    word("title", protocol.title(), base.title());
    word("source", protocol.source(), base.source());
    if (protocol.caution().isPresent()) {
      word("caution", protocol.caution().get(), base.caution().orElse(""));
    }
    Optional<String> origin = protocol.derivedFrom();
    if (origin.isPresent()) {
      word("derivedFrom", origin.get(), base.reference());
    }
    removals();
    elements();
    if (!protocol.order().equals(base.order())) {
      ProtocolWriter.order(json, protocol.order());
    }
    changed("resources", protocol.resources(), base.resources(), ProtocolWriter::resource);
    if (!protocol.levels().equals(base.levels())) {
      ProtocolWriter.titledKeys(json, "concerns", protocol.levels());
    }
    if (!protocol.facets().equals(base.facets())) {
      ProtocolWriter.titledKeys(json, "appreciation", protocol.facets());
    }
    if (!protocol.reasons().equals(base.reasons())) {
      ProtocolWriter.reasons(json, protocol.reasons());
    }
    if (protocol.pairing() != base.pairing()) {
      json.writeObjectFieldStart("pairing");
      json.writeStringField("department", protocol.pairing().wireName());
      json.writeEndObject();
    }
    RemovedKeys gone = RemovedKeys.between(base, protocol);
    List<Rule> rules = base.rules().stream().map(gone::leftOutOf).toList();
    changed("rules", protocol.rules(), rules, ProtocolWriter::rule);
    List<Deadline> deadlines = base.deadlines().stream().map(gone::leftOutOf).toList();
    changed("deadlines", protocol.deadlines(), deadlines, ProtocolWriter::deadline);
    if (!protocol.examples().isEmpty()) {
      json.writeArrayFieldStart("examples");
      for (Example example : protocol.examples()) {
        ProtocolWriter.example(json, example);
      }
      json.writeEndArray();
    }
    if (!protocol.translations().equals(base.translations())) {
      TranslationWriter.write(json, protocol.translations());
    }
    json.writeEndObject();
  }

  private void word(String name, String now, String before) throws IOException {
    if (!now.equals(before)) {
      json.writeStringField(name, now);
    }
  }

  // --- what is dropped

  private void removals() throws IOException {
    Map<String, List<String>> removed = new LinkedHashMap<>();
    removed.put("elements", removed(Protocol::elements, Element::key));
    removed.put("resources", removed(Protocol::resources, Resource::key));
    removed.put("rules", removed(Protocol::rules, Rule::id));
    removed.put("deadlines", removed(Protocol::deadlines, Deadline::id));
    removed.values().removeIf(List::isEmpty);
    if (!removed.isEmpty()) {
      json.writeObjectFieldStart("remove");
      for (Map.Entry<String, List<String>> list : removed.entrySet()) {
        Names.strings(json, list.getKey(), list.getValue());
      }
      json.writeEndObject();
    }
  }

  private <T> List<String> removed(Function<Protocol, List<T>> list, Function<T, String> key) {
    List<String> removed = keys(list.apply(base), key);
    removed.removeAll(keys(list.apply(protocol), key));
    return removed;
  }

  private static <T> List<String> keys(List<T> entries, Function<T, String> key) {
    List<String> keys = new ArrayList<>();
    entries.forEach(entry -> keys.add(key.apply(entry)));
    return keys;
  }

  // --- what is new or other

  private <T> void changed(String name, List<T> now, List<T> inherited, Writer<T> writer)
      throws IOException {
    List<T> changed = new ArrayList<>(now);
    changed.removeAll(inherited);
    if (!changed.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (T entry : changed) {
        writer.write(json, entry);
      }
      json.writeEndArray();
    }
  }

  /** Elements also say before which one they stand, where they would come elsewhere otherwise. */
  private void elements() throws IOException {
    List<String> wanted = keys(protocol.elements(), Element::key);
    List<String> standing = keys(base.elements(), Element::key);
    standing.retainAll(wanted);
    for (String key : wanted) {
      if (!standing.contains(key)) {
        standing.add(key);
      }
    }
    boolean started = false;
    for (int i = 0; i < wanted.size(); i++) {
      Element element = protocol.elements().get(i);
      String instead = standing.get(i);
      boolean moves = !instead.equals(wanted.get(i));
      if (!moves && base.elements().contains(element)) {
        continue;
      }
      if (!started) {
        json.writeArrayFieldStart("elements");
        started = true;
      }
      json.writeStartObject();
      ProtocolWriter.elementMembers(json, element);
      if (moves) {
        json.writeStringField("before", instead);
        standing.remove(wanted.get(i));
        standing.add(i, wanted.get(i));
      }
      json.writeEndObject();
    }
    if (started) {
      json.writeEndArray();
    }
  }
}
