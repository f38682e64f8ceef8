package org.peersupport.workbench.comparison;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.peersupport.analysis.RuleTitles;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.ComparisonSummary;

/** What people call the things that a comparison counts, each as the first variant that has it. */
final class Titles {
  private final Map<ActivityKind, Map<String, String>> activities = new HashMap<>();
  private final Map<String, String> endReasons = new HashMap<>();
  private final Map<String, String> rules = new HashMap<>();

  private Titles() {}

  /** The titles in a language, as far as the protocols have them. */
  static Titles of(ComparisonSummary summary, Locale language) {
    Titles titles = new Titles();
    summary
        .variants()
        .forEach(variant -> titles.add(variant.chain().protocol().in(language), language));
    return titles;
  }

  private void add(Protocol protocol, Locale language) {
    for (ActivityKind kind : ActivityKind.values()) {
      Map<String, String> known = activities.computeIfAbsent(kind, each -> new HashMap<>());
      protocol.titles(kind).forEach(known::putIfAbsent);
    }
    protocol.endReasons().forEach(each -> endReasons.putIfAbsent(each.key(), each.name()));
    RuleTitles.of(protocol, language).forEach(rules::putIfAbsent);
  }

  /** What an activity of the kind is about; the key where it has no title. */
  String of(ActivityKind kind, String key) {
    return activities.getOrDefault(kind, Map.of()).getOrDefault(key, key);
  }

  /** The reason for an early end. */
  String ofEnd(String reason) {
    return endReasons.getOrDefault(reason, reason);
  }

  /** The title of a rule with its id small behind it; the id alone where it has no title. */
  String ofRule(String id) {
    String title = rules.get(id);
    return title == null ? id : title + " (" + id + ")";
  }
}
