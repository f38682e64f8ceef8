package org.peersupport.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.peersupport.protocol.Deadline;
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

/** Small protocols of every kind, drawn at random; those that do not build are passed over. */
final class RandomProtocols {
  private final Random random;

  private final boolean advising;
  private int resources;
  private final List<Boolean> mandatory = new ArrayList<>();

  private RandomProtocols(Random random, boolean advising) {
    this.random = random;
    this.advising = advising;
  }

  /** The definition of this seed, which may not build. */
  static ProtocolBuilder defined(long seed) {
    return new RandomProtocols(new Random(seed), false).define();
  }

  /** Which of the rules of its own are mandatory. */
  static List<Boolean> mandatory(long seed) {
    RandomProtocols protocols = new RandomProtocols(new Random(seed), false);
    protocols.define();
    return protocols.mandatory;
  }

  /** The same with all rules of its own as advice, so that it builds. */
  static Protocol advising(long seed) {
    return new RandomProtocols(new Random(seed), true).define().build();
  }

  /** The next one that builds. */
  static Protocol next(Random random) {
    RandomProtocols protocols = new RandomProtocols(random, false);
    while (true) {
      try {
        return protocols.define().build();
      } catch (InvalidProtocolException e) {
        // It contradicts itself, or would refuse the peer; the next may not.
      }
    }
  }

  private ProtocolBuilder define() {
    ProtocolBuilder protocol = ProtocolBuilder.of("random", "1.0.0").title("T").source("S");
    List<String> acts = new ArrayList<>();
    Order order = new Order(mode(), List.of(), chance(30));
    int elements = 2 + random.nextInt(3);
    boolean[] repeatable = new boolean[elements];
    for (int e = 0; e < elements; e++) {
      Need need = chance(50) ? Need.REQUIRED : Need.OPTIONAL;
      Element element = Element.of("e" + e, "E" + e, "P", need);
      repeatable[e] = chance(70);
      element = repeatable[e] ? element.asRepeatable() : element;
      protocol.element(chance(10) ? element.asContinuous() : element);
      acts.add("begin:e" + e);
      for (int before = 0; before < e; before++) {
        if (repeatable[before] && chance(40)) {
          order = order.returning("e" + e, "e" + before);
        }
      }
    }
    protocol.order(order);
    resources = 1 + random.nextInt(2);
    boolean alike = chance(50);
    for (int x = 0; x < resources; x++) {
      Resource resource = Resource.of("x" + x, "X" + x);
      protocol.resource(alike || chance(50) ? resource : resource.byNotice());
      for (String kind :
          List.of("offer", "accept", "decline", "connect", "lapse", "complete", "withdraw")) {
        acts.add(kind + ":x" + x);
      }
    }
    protocol.concerns("c").appreciation("t", "u");
    acts.addAll(List.of("begin:*", "offer:*", "thank:t", "thank:*"));
    for (int r = 0; r < 2 + random.nextInt(4); r++) {
      protocol.rule(rule("r" + r, acts));
    }
    for (int d = 0; d < random.nextInt(3); d++) {
      acts.addAll(List.of("open", "close", "end", "connect:*"));
      Duration within = Duration.ofMinutes(1 + random.nextInt(20));
      protocol.deadline(Deadline.of("d" + d, side(acts), side(acts), within));
    }
    return protocol;
  }

  private Rule rule(String id, List<String> acts) {
    boolean each = chance(30);
    List<String> sayable = each ? eachOf(acts) : acts;
    Template template = one(Template.values());
    List<String> b = template.isBinary() ? side(sayable) : List.of();
    Rule rule = Rule.of(each ? id + "-{resource}" : id, template, side(sayable), b);
    rule = each ? rule.forEach(Rule.ForEach.RESOURCE) : rule;
    rule = template.isCounting() ? rule.times(1 + random.nextInt(3)) : rule;
    boolean advice = chance(25);
    mandatory.addAll(Collections.nCopies(each ? resources : 1, !advice));
    rule = advice || advising ? rule.asAdvisory() : rule;
    rule = chance(50) ? rule.asOverridable() : rule;
    return chance(25) ? rule.bindingAlways() : rule;
  }

  /** What may be said of each resource, so that some of them are interchangeable. */
  private static List<String> eachOf(List<String> acts) {
    List<String> each = new ArrayList<>(List.of("offer:{resource}", "offer:{resource}"));
    each.addAll(List.of("accept:{resource}", "decline:{resource}", "connect:{resource}"));
    each.add(acts.get(0));
    return each;
  }

  private List<String> side(List<String> acts) {
    List<String> side = new ArrayList<>();
    do {
      side.add(acts.get(random.nextInt(acts.size())));
    } while (chance(25));
    for (String star : new TreeSet<>(side)) {
      boolean isMany = resources > 1 || star.startsWith("begin") || star.startsWith("thank");
      if (star.endsWith("*") && isMany && chance(50)) {
        side.add(random.nextInt(side.size() + 1), "!" + oneOf(star, acts));
      }
    }
    return side;
  }

  /** One of the activities that a pattern with a star matches. */
  private static String oneOf(String star, List<String> acts) {
    String kind = star.substring(0, star.length() - 1);
    return acts.stream().filter(act -> act.startsWith(kind)).findFirst().orElseThrow();
  }

  private OrderMode mode() {
    return one(OrderMode.values());
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
