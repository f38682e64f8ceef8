package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.TitledKey;
import org.peersupport.protocol.Translation;

/**
 * A variant laid over the protocol that it extends: entries with the same key or id are replaced
 * where they stand, new ones are appended or put before the element they name, some are dropped,
 * with what names them only to leave them out, and whatever else the variant says replaces the
 * base's whole. Examples are not inherited.
 */
final class Overlay {
  private static final String NOT_THERE =
      "What is extended has nothing of this name. Take it off the list, or correct it.";
  private static final String NO_PLACE =
      "There is no element with this key to stand before. Name one that is there.";

  /** An entry, and its place in the variant's own list; -1 for what is inherited. */
  private record Entry<T>(T value, int own) {}

  private final Draft variant;
  private final Draft resolved = new Draft();
  private final Map<String, List<Integer>> owners = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Overlay(Draft variant, Protocol base) {
    this.variant = variant;
    Draft.Removed removed = variant.removed;
    resolved.id = variant.id;
    resolved.release = variant.release;
    resolved.title = orElse(variant.title, base.title());
    resolved.source = orElse(variant.source, base.source());
    resolved.caution = variant.caution == null ? base.caution().orElse(null) : variant.caution;
    resolved.derivedFrom = orElse(variant.derivedFrom, base.reference());
    resolved.order = orElse(variant.order, base.order());
    resolved.levels = orElse(variant.levels, base.levels());
    resolved.facets = orElse(variant.facets, base.facets());
    resolved.reasons = orElse(variant.reasons, base.reasons());
    resolved.pairing = orElse(variant.pairing, base.pairing());
    resolved.elements = elements(base.elements(), removed.elements());
    resolved.resources =
        merge("resources", base.resources(), variant.resources, removed.resources(), Resource::key);
    RemovedKeys gone =
        RemovedKeys.between(
            base,
            resolved.elements.stream().map(Draft.Placed::element).toList(),
            resolved.resources,
            resolved.levels,
            resolved.facets);
    List<Rule> rules = base.rules().stream().map(gone::leftOutOf).toList();
    resolved.rules = merge("rules", rules, variant.rules, removed.rules(), Rule::id);
    List<Deadline> deadlines = base.deadlines().stream().map(gone::leftOutOf).toList();
    resolved.deadlines =
        merge("deadlines", deadlines, variant.deadlines, removed.deadlines(), Deadline::id);
    resolved.examples = variant.examples;
    resolved.translations =
        variant.translations == null ? left(base, resolved) : variant.translations;
  }

  /** The inherited words for what there still is; those of what the variant says anew are gone. */
  private List<Translation> left(Protocol base, Draft whole) {
    List<Translation> left = new ArrayList<>();
    for (Translation words : base.translations()) {
      left.add(
          new Translation(
              words.language(),
              variant.title == null ? words.title() : Optional.empty(),
              kept(
                  words.elements(),
                  base.elements(),
                  whole.elements.stream().map(Draft.Placed::element).toList(),
                  Element::key),
              kept(words.resources(), base.resources(), whole.resources, Resource::key),
              kept(words.concerns(), base.levels(), requireNonNull(whole.levels), TitledKey::key),
              kept(
                  words.appreciation(),
                  base.facets(),
                  requireNonNull(whole.facets),
                  TitledKey::key),
              variant.reasons == null ? words.reasons() : Map.of(),
              kept(words.rules(), base.rules(), whole.rules, Rule::id),
              kept(words.deadlines(), base.deadlines(), whole.deadlines, Deadline::id)));
    }
    return left;
  }

  /** The words of the entries that are still the same, or have only lost what they left out. */
  private static <T, W> Map<String, W> kept(
      Map<String, W> words, List<T> base, List<T> whole, Function<T, String> key) {
    Set<String> names = whole.stream().map(key).collect(Collectors.toSet());
    Set<T> same = new HashSet<>(whole);
    Map<String, W> kept = new LinkedHashMap<>();
    words.forEach(
        (name, word) -> {
          boolean stays =
              base.stream().anyMatch(each -> key.apply(each).equals(name) && same.contains(each));
          if (names.contains(name) && stays) {
            kept.put(name, word);
          }
        });
    return kept;
  }

  private static <T> T orElse(@Nullable T own, T inherited) {
    return own == null ? inherited : own;
  }

  /** The whole protocol, extending none. */
  Draft resolved() {
    return resolved;
  }

  /** What cannot be done, at its place in the variant. */
  List<Problem> problems() {
    return problems;
  }

  // --- the lists

  private List<Draft.Placed> elements(List<Element> inherited, List<String> removed) {
    List<Draft.Placed> base = new ArrayList<>();
    inherited.forEach(element -> base.add(new Draft.Placed(element, null)));
    Function<Draft.Placed, String> key = placed -> placed.element().key();
    List<Entry<Draft.Placed>> entries = entries("elements", base, variant.elements, removed, key);
    for (int own = 0; own < variant.elements.size(); own++) {
      String before = variant.elements.get(own).before();
      if (before != null) {
        move(entries, own, place(entries, before, key));
      }
    }
    return values("elements", entries);
  }

  private void move(List<Entry<Draft.Placed>> entries, int own, int before) {
    if (before < 0) {
      problems.add(Draft.problem(ProblemCode.UNKNOWN, "/elements/" + own + "/before", NO_PLACE));
      return;
    }
    int from = 0;
    while (entries.get(from).own() != own) {
      from++;
    }
    Entry<Draft.Placed> moved = entries.remove(from);
    entries.add(from < before ? before - 1 : before, moved);
  }

  private <T> List<T> merge(
      String list, List<T> inherited, List<T> own, List<String> removed, Function<T, String> key) {
    return values(list, entries(list, inherited, own, removed, key));
  }

  private <T> List<Entry<T>> entries(
      String list, List<T> inherited, List<T> own, List<String> removed, Function<T, String> key) {
    List<Entry<T>> entries = new ArrayList<>();
    inherited.forEach(value -> entries.add(new Entry<>(value, -1)));
    for (int i = 0; i < removed.size(); i++) {
      int place = place(entries, removed.get(i), key);
      if (place < 0) {
        problems.add(Draft.problem(ProblemCode.UNKNOWN, "/remove/" + list + "/" + i, NOT_THERE));
      } else {
        entries.remove(place);
      }
    }
    Set<String> said = new HashSet<>();
    for (int i = 0; i < own.size(); i++) {
      String name = key.apply(own.get(i));
      // What the variant says twice is kept twice, so that it is found when the whole is checked.
      int place = said.add(name) ? place(entries, name, key) : -1;
      Entry<T> entry = new Entry<>(own.get(i), i);
      if (place < 0) {
        entries.add(entry);
      } else {
        entries.set(place, entry);
      }
    }
    return entries;
  }

  private static <T> int place(List<Entry<T>> entries, String name, Function<T, String> key) {
    for (int i = 0; i < entries.size(); i++) {
      if (key.apply(entries.get(i).value()).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private <T> List<T> values(String list, List<Entry<T>> entries) {
    List<T> values = new ArrayList<>();
    List<Integer> owner = new ArrayList<>();
    for (Entry<T> entry : entries) {
      values.add(entry.value());
      owner.add(entry.own());
    }
    owners.put(list, owner);
    return values;
  }

  // --- the places of problems

  /** A problem of the whole protocol, at the place in the variant where it comes from. */
  Problem inVariant(Problem problem) {
    String[] steps = problem.pointer().split("/", 4);
    List<Integer> owner = steps.length > 2 ? owners.get(steps[1]) : null;
    if (owner != null) {
      int own = owner.get(Integer.parseInt(steps[2]));
      String rest = steps.length > 3 ? "/" + steps[3] : "";
      return own < 0
          ? inherited(problem)
          : at("/" + steps[1] + "/" + own + rest, problem, problem.explanation());
    }
    return steps.length > 1 && isInherited(steps[1]) ? inherited(problem) : problem;
  }

  private boolean isInherited(String member) {
    return switch (member) {
      case "title" -> variant.title == null;
      case "source" -> variant.source == null;
      case "caution" -> variant.caution == null;
      case "order" -> variant.order == null;
      case "concerns" -> variant.levels == null;
      case "appreciation" -> variant.facets == null;
      case "reasons" -> variant.reasons == null;
      case "pairing" -> variant.pairing == null;
      case "translations" -> variant.translations == null;
      default -> false;
    };
  }

  private static Problem inherited(Problem problem) {
    return at(
        "/extends",
        problem,
        "What is inherited does not fit any more"
            + (problem.rules().isEmpty() ? "" : ", in " + String.join(", ", problem.rules()))
            + ", at "
            + problem.pointer()
            + " of the whole protocol: "
            + problem.explanation()
            + " Give an entry of your own with the same key or id, or remove the inherited one.");
  }

  private static Problem at(String pointer, Problem problem, String explanation) {
    return new Problem(
        problem.code(), pointer, explanation, problem.rules(), problem.conversation());
  }
}
