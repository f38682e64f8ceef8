package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** Pairs of small protocols drawn at random; the second is mostly a change of the first. */
final class DiffPairs {
  /** Two protocols and which words stand for which. */
  record Pair(long seed, Protocol first, Protocol second, Matching matching) {
    @Override
    public String toString() {
      return "seed " + seed + "\n" + told(first) + "\n" + told(second) + "\n" + matching;
    }

    Pair swapped() {
      return new Pair(seed, second, first, matching.inverse());
    }

    private static String told(Protocol protocol) {
      StringBuilder told = new StringBuilder(protocol.reference());
      told.append(" order ").append(protocol.order());
      for (Element each : protocol.elements()) {
        told.append("\n  ").append(each.key()).append(' ').append(each.need());
        told.append(each.isRepeatable() ? " repeatable" : "");
        told.append(each.isContinuous() ? " continuous" : "");
      }
      protocol.resources().forEach(each -> told.append("\n  ").append(each));
      told.append("\n  ").append(protocol.concerns()).append(protocol.appreciation());
      for (Rule rule : protocol.rules()) {
        told.append("\n  ").append(rule.id()).append(' ').append(rule.template());
        told.append(' ').append(rule.count()).append(rule.a()).append(rule.b());
        told.append(rule.strength()).append(rule.isOverridable() ? " overridable" : "");
      }
      return told.toString();
    }
  }

  private final Random random;
  private final int mostResources;

  private List<Element> elements = new ArrayList<>();
  private Order order = Order.modular();
  private List<Resource> resources = new ArrayList<>();
  private List<String> concerns = new ArrayList<>();
  private List<String> facets = new ArrayList<>();
  private List<Rule> rules = new ArrayList<>();

  private DiffPairs(Random random, int mostResources) {
    this.random = random;
    this.mostResources = mostResources;
  }

  private DiffPairs(DiffPairs other) {
    this(other.random, other.mostResources);
    elements = new ArrayList<>(other.elements);
    order = other.order;
    resources = new ArrayList<>(other.resources);
    concerns = new ArrayList<>(other.concerns);
    facets = new ArrayList<>(other.facets);
    rules = new ArrayList<>(other.rules);
  }

  /** The pair of this seed. */
  static Pair of(long seed, int mostResources) {
    Random random = new Random(seed);
    while (true) {
      DiffPairs first = new DiffPairs(random, mostResources);
      first.draw();
      Optional<Protocol> p = first.built("p");
      if (p.isEmpty()) {
        continue;
      }
      for (int tries = 0; tries < 10; tries++) {
        DiffPairs second = new DiffPairs(first);
        if (random.nextInt(12) == 0) {
          second = new DiffPairs(random, mostResources);
          second.draw();
        } else {
          do {
            second.change();
          } while (random.nextInt(100) < 40);
        }
        if (second.elements.isEmpty()) {
          continue;
        }
        boolean renamed = random.nextInt(100) < 30;
        Matching matching = renamed ? second.rename() : Matching.byKey();
        Optional<Protocol> q = second.built("q");
        if (q.isPresent() && matching.problems(p.get(), q.get()).isEmpty()) {
          return new Pair(seed, p.get(), q.get(), matching);
        }
      }
    }
  }

  private Optional<Protocol> built(String id) {
    ProtocolBuilder builder = ProtocolBuilder.of(id, "1").title("T").source("S").order(order);
    elements.forEach(builder::element);
    resources.forEach(builder::resource);
    builder.concerns(concerns.toArray(String[]::new));
    builder.appreciation(facets.toArray(String[]::new));
    rules.forEach(builder::rule);
    try {
      return Optional.of(builder.build());
    } catch (InvalidProtocolException e) {
      return Optional.empty();
    }
  }

  // --- drawing

  private void draw() {
    for (int e = 0; e < 1 + random.nextInt(3); e++) {
      elements.add(element("e" + e));
    }
    order = new Order(one(OrderMode.values()), List.of(), chance(30));
    for (int e = 1; e < elements.size(); e++) {
      for (int before = 0; before < e; before++) {
        if (elements.get(before).isRepeatable() && chance(40)) {
          order = order.returning("e" + e, "e" + before);
        }
      }
    }
    boolean alike = chance(50);
    for (int x = 0; x < random.nextInt(mostResources + 1); x++) {
      Resource resource = Resource.of("x" + x, "X" + x);
      resources.add(alike || chance(60) ? resource : resource.byNotice());
    }
    if (chance(50)) {
      concerns.add("c");
    }
    if (chance(60)) {
      facets.add("t");
    }
    for (int r = random.nextInt(5); r > 0; r--) {
      rules.add(rule("r" + r));
    }
  }

  private Element element(String key) {
    Element element = Element.of(key, "E" + key, "P", chance(40) ? Need.REQUIRED : Need.OPTIONAL);
    element = chance(65) ? element.asRepeatable() : element;
    return chance(12) ? element.asContinuous() : element;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    elements.forEach(element -> words.add("begin:" + element.key()));
    words.add("begin:*");
    for (Resource resource : resources) {
      for (String kind : SmallProtocols.ofReferrals()) {
        words.add(kind + ":" + resource.key());
        if (chance(35)) {
          words.add(kind + ":*");
        }
      }
    }
    concerns.forEach(level -> words.add("concern:" + level));
    facets.forEach(facet -> words.add("thank:" + facet));
    return words;
  }

  private Rule rule(String id) {
    List<String> words = words();
    Template template = one(Template.values());
    List<String> b = template.isBinary() ? side(words) : List.of();
    Rule rule = Rule.of(id, template, side(words), b);
    rule = template.isCounting() ? rule.times(1 + random.nextInt(3)) : rule;
    rule = chance(15) ? rule.asAdvisory() : rule;
    return chance(40) ? rule.asOverridable() : rule;
  }

  private List<String> side(List<String> words) {
    List<String> side = new ArrayList<>();
    do {
      side.add(words.get(random.nextInt(words.size())));
    } while (chance(25));
    return side;
  }

  // --- changing

  private void change() {
    int r = rules.isEmpty() ? -1 : random.nextInt(rules.size());
    int e = random.nextInt(elements.size());
    int x = resources.isEmpty() ? -1 : random.nextInt(resources.size());
    switch (random.nextInt(12)) {
      case 0 -> rules.add(rule("n" + random.nextInt(3)));
      case 1 -> {
        if (r >= 0) {
          rules.remove(r);
        }
      }
      case 2 -> {
        if (r >= 0) {
          rules.set(r, rule(rules.get(r).id()));
        }
      }
      case 3 -> {
        if (r >= 0) {
          rules.set(r, restated(rules.get(r)));
        }
      }
      case 4 -> {
        if (elements.size() > 1) {
          dropElement(elements.get(e).key());
        }
      }
      case 5 -> elements.add(e, element("e9"));
      case 6 -> order = new Order(one(OrderMode.values()), order.returns(), order.overridable());
      case 7 -> {
        if (x >= 0) {
          Resource old = resources.get(x);
          Resource other = Resource.of(old.key(), old.title());
          resources.set(x, old.equals(other) ? other.byNotice() : other);
        }
      }
      case 8 -> elements.set(e, element(elements.get(e).key()));
      case 9 -> {
        if (x >= 0) {
          drop(resources.remove(x).key());
        } else if (mostResources > 0) {
          resources.add(Resource.of("x9", "X9"));
        }
      }
      case 10 -> {
        if (concerns.isEmpty()) {
          concerns.add("c");
        } else {
          drop(concerns.remove(0));
        }
      }
      default -> {
        if (facets.isEmpty()) {
          facets.add("t");
        } else {
          drop(facets.remove(0));
        }
      }
    }
  }

  /** The same rule with another strength, another count or one more word. */
  private Rule restated(Rule rule) {
    List<String> a = new ArrayList<>(rule.a());
    if (chance(50)) {
      a.add(side(words()).get(0));
    }
    Rule restated = Rule.of(rule.id(), rule.template(), a, rule.b());
    restated = restated.times(rule.template().isCounting() ? 1 + random.nextInt(3) : 1);
    restated = chance(25) ? restated.asAdvisory() : restated;
    return chance(50) ? restated.asOverridable() : restated;
  }

  private void dropElement(String key) {
    elements.removeIf(element -> element.key().equals(key));
    List<Order.Return> left = new ArrayList<>(order.returns());
    left.removeIf(each -> each.from().equals(key) || each.to().equals(key));
    order = new Order(order.mode(), left, order.overridable());
    drop(key);
  }

  /** No rule speaks of it any more. */
  private void drop(String key) {
    List<Rule> left = new ArrayList<>();
    for (Rule rule : rules) {
      List<String> a = without(rule.a(), key);
      List<String> b = without(rule.b(), key);
      if (!a.isEmpty() && (rule.b().isEmpty() || !b.isEmpty())) {
        left.add(worded(rule, a, b));
      }
    }
    rules = left;
  }

  private static List<String> without(List<String> side, String key) {
    return side.stream().filter(pattern -> !pattern.endsWith(":" + key)).toList();
  }

  private static Rule worded(Rule rule, List<String> a, List<String> b) {
    Rule worded = Rule.of(rule.id(), rule.template(), a, b).times(rule.count());
    worded =
        rule.strength() == org.peersupport.protocol.Strength.ADVISORY
            ? worded.asAdvisory()
            : worded;
    return rule.isOverridable() ? worded.asOverridable() : worded;
  }

  /** Calls some things otherwise; the matching says so, but for one of them now and then. */
  private Matching rename() {
    Matching matching = Matching.byKey();
    int e = random.nextInt(elements.size());
    String element = elements.get(e).key();
    String called = elements.size() > 1 && chance(20) ? "e0" : "f";
    if (elements.stream().noneMatch(each -> each.key().equals(called))) {
      List<Element> renamed = new ArrayList<>(elements);
      Element old = elements.get(e);
      Element other = Element.of(called, old.title(), old.purpose(), old.need());
      other = old.isRepeatable() ? other.asRepeatable() : other;
      renamed.set(e, old.isContinuous() ? other.asContinuous() : other);
      elements = renamed;
      List<Order.Return> returns = new ArrayList<>();
      for (Order.Return each : order.returns()) {
        returns.add(
            new Order.Return(
                each.from().equals(element) ? called : each.from(),
                each.to().equals(element) ? called : each.to()));
      }
      order = new Order(order.mode(), returns, order.overridable());
      say("begin", element, called);
      matching = chance(80) ? matching.element(element, called) : matching;
    }
    if (!resources.isEmpty() && chance(50)) {
      Resource old = resources.get(0);
      resources.set(0, new Resource("y", "Y", old.consent()));
      for (String kind : SmallProtocols.ofReferrals()) {
        say(kind, old.key(), "y");
      }
      matching = chance(80) ? matching.resource(old.key(), "y") : matching;
    }
    if (facets.remove("t")) {
      facets.add("s");
      say("thank", "t", "s");
      matching =
          new Matching(
              matching.elements(),
              matching.resources(),
              matching.concerns(),
              java.util.Map.of("t", "s"));
    }
    return matching;
  }

  private void say(String kind, String old, String called) {
    List<Rule> said = new ArrayList<>();
    for (Rule rule : rules) {
      said.add(
          worded(
              rule,
              replaced(rule.a(), kind + ":" + old, kind + ":" + called),
              replaced(rule.b(), kind + ":" + old, kind + ":" + called)));
    }
    rules = said;
  }

  private static List<String> replaced(List<String> side, String old, String called) {
    return side.stream().map(pattern -> pattern.equals(old) ? called : pattern).toList();
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
