package org.peersupport.json.internal;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.TitledKey;

/**
 * The keys of a protocol that a variant of it has no more. What is inherited need not leave them
 * out any longer: patterns that take them away and exceptions that name them go along.
 */
final class RemovedKeys {
  private static final String NOT = "!";

  private final Set<String> patterns = new HashSet<>();
  private final Set<String> elements = new HashSet<>();
  private final Set<String> resources = new HashSet<>();

  private RemovedKeys(Protocol base, Function<ActivityKind, Set<String>> kept) {
    for (Activity activity : base.activities()) {
      if (!kept.apply(activity.kind()).contains(activity.qualifier())) {
        patterns.add(NOT + activity.text());
      }
    }
    base.elements().forEach(element -> elements.add(element.key()));
    elements.removeAll(kept.apply(ActivityKind.BEGIN));
    base.resources().forEach(resource -> resources.add(resource.key()));
    resources.removeAll(kept.apply(ActivityKind.OFFER));
  }

  /** The keys of the base that the variant does not have. */
  static RemovedKeys between(Protocol base, Protocol variant) {
    return between(
        base, variant.elements(), variant.resources(), variant.levels(), variant.facets());
  }

  /** The same of a variant with these parts. */
  static RemovedKeys between(
      Protocol base,
      List<Element> elements,
      List<Resource> resources,
      List<TitledKey> levels,
      List<TitledKey> facets) {
    Set<String> begun = elements.stream().map(Element::key).collect(toSet());
    Set<String> raised = levels.stream().map(TitledKey::key).collect(toSet());
    Set<String> thanked = facets.stream().map(TitledKey::key).collect(toSet());
    Set<String> offered = resources.stream().map(Resource::key).collect(toSet());
    return new RemovedKeys(
        base,
        kind ->
            switch (kind) {
              case BEGIN -> begun;
              case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> offered;
              case CONCERN -> raised;
              case THANK -> thanked;
            });
  }

  /** The inherited rule without what names them only to leave them out. */
  Rule leftOutOf(Rule rule) {
    Rule left = rule.over(left(rule.a()), left(rule.b()));
    if (rule.forEach().isEmpty()) {
      return left;
    }
    Rule.ForEach each = rule.forEach().get();
    List<String> except = new ArrayList<>(rule.except());
    except.removeAll(each == Rule.ForEach.ELEMENT ? elements : resources);
    return left.forEach(each, except.toArray(new String[0]));
  }

  /** The inherited deadline without what names them only to leave them out. */
  Deadline leftOutOf(Deadline deadline) {
    return deadline.between(left(deadline.from()), left(deadline.to()));
  }

  private List<String> left(List<String> side) {
    List<String> left = new ArrayList<>(side);
    left.removeAll(patterns);
    return left;
  }
}
