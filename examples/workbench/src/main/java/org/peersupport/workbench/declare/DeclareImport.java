package org.peersupport.workbench.declare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/**
 * Makes a protocol of a model: each task an element that may come at any time, each constraint a
 * rule about beginning them.
 */
public final class DeclareImport {
  private static final int KEY = 60;

  private final DeclareModel model;
  private final String file;
  private final Map<String, String> keys = new LinkedHashMap<>();

  private DeclareImport(DeclareModel model, String file) {
    this.model = model;
    this.file = file;
  }

  /** Reads a model: one of MINERful if it is JSON, else a {@code .decl} text. */
  public static DeclareModel read(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return plain.stripLeading().startsWith("{") ? MinerfulJson.read(plain) : DeclText.read(plain);
  }

  /**
   * The parts of a protocol, not built yet; problems are added to the model.
   *
   * @param file the name of the file, which the protocol is named after
   */
  public static ProtocolBuilder parts(DeclareModel model, String file) {
    return new DeclareImport(model, file).parts();
  }

  private ProtocolBuilder parts() {
    String name = file.replaceFirst("\\.[^.]*$", "");
    ProtocolBuilder parts =
        ProtocolBuilder.of(key(name, "imported"), "1.0.0")
            .title(name.isBlank() ? "Imported" : name)
            .source("Imported from " + file);
    if (model.tasks().isEmpty()) {
      model.problem(file, "there is no task in it");
    }
    for (String task : model.tasks()) {
      String key = unique(key(task, "task"));
      keys.put(task, key);
      parts.element(
          Element.optional(key, task.isBlank() ? key : task, "A task of the imported model.")
              .asRepeatable()
              .from(Provenance.SECONDARY, "Imported from " + file));
    }
    int number = 0;
    for (DeclareModel.Constraint constraint : model.constraints()) {
      rule(constraint, ++number).ifPresent(parts::rule);
    }
    return parts;
  }

  private Optional<Rule> rule(DeclareModel.Constraint constraint, int number) {
    Optional<TemplateNames.Counted> counted = TemplateNames.find(constraint.template());
    if (counted.isEmpty()) {
      model.problem(constraint.place(), "there is no template " + constraint.template());
      return Optional.empty();
    }
    Template template = counted.get().template();
    int expected = template.isBinary() ? 2 : 1;
    if (constraint.sides().size() != expected) {
      model.problem(
          constraint.place(),
          "this template is about " + (expected == 2 ? "two tasks" : "one task"));
      return Optional.empty();
    }
    List<List<String>> sides = new ArrayList<>();
    for (List<String> side : constraint.sides()) {
      List<String> patterns = new ArrayList<>();
      for (String task : side) {
        String key = keys.get(task);
        if (key == null) {
          model.problem(constraint.place(), "no activity " + task + " is declared");
          return Optional.empty();
        }
        patterns.add(new Activity(ActivityKind.BEGIN, key).text());
      }
      sides.add(patterns);
    }
    String id = template.wireName() + "-" + number;
    Rule rule =
        expected == 2
            ? Rule.of(id, template, sides.get(0), sides.get(1))
            : Rule.of(id, template, sides.get(0));
    return Optional.of(
        (template.isCounting() ? rule.times(counted.get().count()) : rule)
            .from(Provenance.SECONDARY, constraint.place() + " of " + file));
  }

  private String unique(String key) {
    String candidate = key;
    for (int n = 2; keys.containsValue(candidate); n++) {
      candidate = key + "-" + n;
    }
    return candidate;
  }

  /** The name in kebab case, without accents. */
  private static String key(String name, String otherwise) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    String cut = plain.substring(0, Math.min(KEY, plain.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? otherwise : cut;
  }
}
