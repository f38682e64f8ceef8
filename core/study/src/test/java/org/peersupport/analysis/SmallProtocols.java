package org.peersupport.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** Protocols drawn at random, small enough that everything can be gone through by brute force. */
final class SmallProtocols {
  /** A resource that no rule and no deadline speaks of. */
  static final String KEEPER = "keeper";

  private final Random random;
  private final List<String> acts = new ArrayList<>();

  private SmallProtocols(long seed) {
    this.random = new Random(seed);
  }

  /** The protocol of this seed, if it builds. */
  static Optional<Protocol> of(long seed) {
    try {
      return Optional.of(new SmallProtocols(seed).define().build());
    } catch (InvalidProtocolException e) {
      return Optional.empty();
    }
  }

  /** A rule that the protocol of this seed could have. */
  static Rule property(long seed) {
    SmallProtocols protocols = new SmallProtocols(seed);
    protocols.define();
    return protocols.rule("property");
  }

  /** The protocol with all its rules, and one more, as advice. */
  static Protocol advising(Protocol protocol, Rule... more) {
    ProtocolBuilder advising =
        ProtocolBuilder.of(protocol.id(), protocol.release())
            .title(protocol.title())
            .source(protocol.source());
    protocol
        .elements()
        .forEach(
            element -> {
              Element free =
                  Element.of(element.key(), element.title(), element.purpose(), Need.OPTIONAL);
              advising.element(free.asRepeatable());
            });
    protocol.resources().forEach(advising::resource);
    advising.concerns(protocol.concerns().toArray(String[]::new));
    advising.appreciation(protocol.appreciation().toArray(String[]::new));
    protocol.rules().forEach(rule -> advising.rule(rule.asAdvisory()));
    for (Rule rule : more) {
      advising.rule(rule.asAdvisory());
    }
    return advising.build();
  }

  /** The words and the deadlines of the protocol, and one more resource; what of it builds. */
  static List<Protocol> keptOpen(Protocol protocol) {
    List<Protocol> open = new ArrayList<>();
    open.add(wider(protocol).build());
    ProtocolBuilder lasting = wider(protocol);
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (rule.isMandatory() && rule.holds() == Holds.ALWAYS) {
        lasting.rule(
            Rule.of(
                    rule.id(),
                    rule.template().orElseThrow(),
                    spelt(protocol, rule.a()),
                    spelt(protocol, rule.b()))
                .times(rule.count())
                .bindingAlways());
      }
    }
    try {
      open.add(lasting.build());
    } catch (InvalidProtocolException e) {
      // without the rules that end with a conversation these may refuse the peer
    }
    return open;
  }

  private static ProtocolBuilder wider(Protocol protocol) {
    ProtocolBuilder open =
        ProtocolBuilder.of(protocol.id(), protocol.release())
            .title(protocol.title())
            .source(protocol.source());
    protocol
        .elements()
        .forEach(
            element -> {
              Element free =
                  Element.of(element.key(), element.title(), element.purpose(), Need.OPTIONAL);
              open.element(free.asRepeatable());
            });
    protocol.resources().forEach(open::resource);
    open.resource(Resource.of(KEEPER, "Keeper"));
    open.concerns(protocol.concerns().toArray(String[]::new));
    open.appreciation(protocol.appreciation().toArray(String[]::new));
    for (Deadline deadline : protocol.deadlines()) {
      open.deadline(
          deadline.between(spelt(protocol, deadline.from()), spelt(protocol, deadline.to())));
    }
    return open;
  }

  /** The patterns word by word, so that none is about anything more. */
  private static List<String> spelt(Protocol protocol, List<String> patterns) {
    List<String> spelt = new ArrayList<>(patterns);
    spelt.removeIf(pattern -> pattern.endsWith(":*"));
    protocol.activities().stream()
        .filter(activity -> activity.matchesAny(patterns))
        .map(Activity::text)
        .filter(text -> !spelt.contains(text))
        .forEach(spelt::add);
    return spelt;
  }

  private ProtocolBuilder define() {
    ProtocolBuilder protocol = ProtocolBuilder.of("random", "1.0.0").title("T").source("S");
    addElements(protocol);
    int resources = one(0, 0, 1, 1, 1, 2);
    boolean alike = chance(60);
    for (int x = 0; x < resources; x++) {
      Resource resource = Resource.of("x" + x, "X" + x);
      protocol.resource(alike || chance(60) ? resource : resource.byNotice());
      for (String kind : ofReferrals()) {
        acts.add(kind + ":x" + x);
        if (chance(20)) {
          acts.add(kind + ":*");
        }
      }
    }
    if (chance(50)) {
      protocol.concerns("c");
      acts.add("concern:c");
    }
    for (String facet : List.of("t", "u").subList(0, random.nextInt(3))) {
      protocol.appreciation(facet);
      acts.add("thank:" + facet);
      acts.add("thank:*");
    }
    boolean lasting = chance(30);
    for (int r = 0; r < one(0, 1, 2, 3, 3, 4, 4); r++) {
      Rule rule = resources > 0 && chance(15) ? each("r" + r) : rule("r" + r);
      protocol.rule(chance(lasting ? 60 : 15) ? rule.bindingAlways() : rule);
    }
    for (int d = 0; d < one(0, 1, 2, 2); d++) {
      List<String> moments = new ArrayList<>(acts);
      moments.addAll(List.of("open", "close", "end"));
      Duration within = Duration.ofMinutes(5);
      protocol.deadline(Deadline.of("d" + d, side(moments, 25), side(moments, 15), within));
    }
    return protocol;
  }

  /** The words for the acts of a referral. */
  static List<String> ofReferrals() {
    return List.of("offer", "accept", "decline", "connect", "lapse", "complete", "withdraw");
  }

  private void addElements(ProtocolBuilder protocol) {
    Order order = new Order(one(OrderMode.values()), List.of(), chance(30));
    int elements = 1 + random.nextInt(3);
    boolean[] repeatable = new boolean[elements];
    for (int e = 0; e < elements; e++) {
      Element element =
          Element.of("e" + e, "E" + e, "P", chance(40) ? Need.REQUIRED : Need.OPTIONAL);
      repeatable[e] = chance(60);
      element = repeatable[e] ? element.asRepeatable() : element;
      protocol.element(chance(10) ? element.asContinuous() : element);
      acts.add("begin:e" + e);
      for (int before = 0; before < e; before++) {
        if (repeatable[before] && chance(40)) {
          order = order.returning("e" + e, "e" + before);
        }
      }
    }
    acts.add("begin:*");
    protocol.order(order);
  }

  private Rule rule(String id) {
    return rule(id, acts);
  }

  private Rule each(String id) {
    List<String> words = new ArrayList<>(List.of("offer:{resource}", "accept:{resource}"));
    words.addAll(List.of("decline:{resource}", "connect:{resource}", "complete:{resource}"));
    words.addAll(List.of("lapse:{resource}", "withdraw:{resource}", "begin:e0"));
    return rule(id + "-{resource}", words).forEach(Rule.ForEach.RESOURCE);
  }

  private Rule rule(String id, List<String> words) {
    Template template = one(Template.values());
    List<String> b = template.isBinary() ? side(words, 25) : List.of();
    Rule rule = Rule.of(id, template, side(words, 25), b);
    rule = template.isCounting() ? rule.times(1 + random.nextInt(3)) : rule;
    rule = chance(20) ? rule.asAdvisory() : rule;
    return chance(25) ? rule.asOverridable() : rule;
  }

  private List<String> side(List<String> words, int more) {
    List<String> side = new ArrayList<>();
    do {
      side.add(words.get(random.nextInt(words.size())));
    } while (chance(more));
    return side;
  }

  private int one(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
