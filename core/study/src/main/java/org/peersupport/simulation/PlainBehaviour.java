package org.peersupport.simulation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Template;

/**
 * A behaviour for any protocol, to begin with: once through the elements in their order, passing by
 * half of the optional ones, now and then a step back or away. In one element an offer is made or a
 * concern is raised and met by an offer, and in one thanks are said, of which the last is sometimes
 * forgotten. Which ones these are, rules say that put an element before offers or thanks, or after
 * them; without such a rule it is the last element that has a place in the order. Most offers are
 * accepted; now and then the yes is taken back. Where telling the peer is enough, the hand-off
 * comes at once; where a rule asks for an answer all the same, a no is not the end of it: the offer
 * comes again, because a concern may call for it. What rules ask to be offered in every
 * conversation is offered also where something else came first.
 *
 * <p>So nearly everything is in its place, little is refused, and the chain is small. Real
 * conversations wander more. The weights are round numbers and rest on no study; {@code estimate}
 * gets better ones from recorded conversations.
 *
 * <pre>{@code
 * Behaviour behaviour = PlainBehaviour.of(protocol);
 * }</pre>
 */
public final class PlainBehaviour {
  /** The id of the behaviour. */
  public static final String ID = "plain";

  private static final Lognormal TALK = Lognormal.of(Duration.ofMinutes(8), 0.5);
  private static final Lognormal WORD = Lognormal.of(Duration.ofMinutes(1), 0.3);

  /** The templates that put one side before the other, or let one ask for the other. */
  private static final Set<Template> ORDERING =
      EnumSet.range(Template.RESPONDED_EXISTENCE, Template.CHAIN_SUCCESSION);

  /** The templates that ask for their second side where the first one happens. */
  private static final Set<Template> ASKING =
      EnumSet.of(
          Template.RESPONDED_EXISTENCE,
          Template.RESPONSE,
          Template.ALTERNATE_RESPONSE,
          Template.CHAIN_RESPONSE);

  /** The templates that let their second side happen only after the first one. */
  private static final Set<Template> PRECEDING =
      EnumSet.of(
          Template.PRECEDENCE,
          Template.ALTERNATE_PRECEDENCE,
          Template.CHAIN_PRECEDENCE,
          Template.SUCCESSION,
          Template.ALTERNATE_SUCCESSION,
          Template.CHAIN_SUCCESSION);

  /** The acts that ask for an offer first where a rule asks for them. */
  private static final Set<ActivityKind> ASKED_FOR =
      EnumSet.of(
          ActivityKind.OFFER, ActivityKind.ACCEPT, ActivityKind.CONNECT, ActivityKind.COMPLETE);

  private final Protocol protocol;
  private final List<Activity> begins;
  private final List<Activity> offers;
  private final List<Activity> thanks;
  private final List<Activity> usual;
  private final int offering;
  private final int thanking;

  private PlainBehaviour(Protocol protocol) {
    this.protocol = protocol;
    this.begins =
        activities(
            ActivityKind.BEGIN, protocol.elements().stream().map(each -> each.key()).toList());
    this.offers =
        activities(
            ActivityKind.OFFER, protocol.resources().stream().map(each -> each.key()).toList());
    this.thanks = activities(ActivityKind.THANK, protocol.appreciation());
    this.usual = usual();
    this.offering = place(offers);
    this.thanking = place(thanks);
  }

  private static List<Activity> activities(ActivityKind kind, List<String> keys) {
    return keys.stream().map(key -> new Activity(kind, key)).toList();
  }

  /** The behaviour for a protocol. */
  public static Behaviour of(Protocol protocol) {
    return new PlainBehaviour(protocol).make();
  }

  /**
   * The last element that a rule puts before these acts, or the one before the first after them.
   */
  private int place(List<Activity> acts) {
    int before = -1;
    int after = 1 + lastInOrder();
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (rule.template().filter(ORDERING::contains).isPresent()) {
        for (int e = 0; e < begins.size(); e++) {
          if (begins.get(e).matchesAny(rule.a()) && names(rule.b(), acts)) {
            before = Math.max(before, e);
          }
          if (begins.get(e).matchesAny(rule.b()) && names(rule.a(), acts)) {
            after = Math.min(after, e);
          }
        }
      }
    }
    return before < 0 ? Math.max(0, after - 1) : before;
  }

  /** The last element that is not continuous; the last one where all are. */
  private int lastInOrder() {
    int last = begins.size() - 1;
    for (int e = last; e >= 0; e--) {
      if (!protocol.elements().get(e).isContinuous()) {
        return e;
      }
    }
    return last;
  }

  private static boolean names(List<String> side, List<Activity> acts) {
    return acts.stream().anyMatch(act -> act.matchesAny(side));
  }

  private Behaviour make() {
    Behaviour behaviour = Behaviour.of(ID, new Weights().onward(-1, 100).row);
    for (int e = 0; e < begins.size(); e++) {
      boolean isContinuous = protocol.elements().get(e).isContinuous();
      behaviour = after(behaviour, begins.get(e), element(e), isContinuous ? WORD : TALK);
    }
    for (Activity offer : offers) {
      behaviour = withReferral(behaviour, offer);
    }
    for (Activity concern : activities(ActivityKind.CONCERN, protocol.concerns())) {
      behaviour = after(behaviour, concern, met(concern), WORD);
    }
    for (int t = 0; t < thanks.size(); t++) {
      behaviour = after(behaviour, thanks.get(t), new Weights().thanked(t + 1, 100), WORD);
    }
    return behaviour.otherwise(
        new Weights()
            .all(begins, 1)
            .all(offers, 10)
            .all(thanks, 10)
            .with("close", 50)
            .ends("stopped", 1)
            .row);
  }

  private static Behaviour after(Behaviour behaviour, Activity act, Weights next, Lognormal time) {
    return behaviour.after(act.text(), next.row).lasting(act.text(), time);
  }

  private Weights element(int e) {
    Weights row = new Weights();
    if (e == offering && !offers.isEmpty()) {
      return row.all(offers, 1)
          .all(usual, 19)
          .all(activities(ActivityKind.CONCERN, protocol.concerns()), 1);
    }
    if (e == thanking) {
      return row.thanked(0, 100);
    }
    if (e > 0 && mayReturn(e, e - 1)) {
      row.with(begins.get(e - 1).text(), 5);
    }
    return row.onward(e, 100).ends(e == 0 ? "declined" : "interrupted", 2);
  }

  /** Back only where nothing was offered or said that would be offered or said again. */
  private boolean mayReturn(int from, int to) {
    Element here = protocol.elements().get(from);
    Element there = protocol.elements().get(to);
    Order order = protocol.order();
    return to != offering
        && to != thanking
        && here.isRepeatable()
        && there.isRepeatable()
        && (order.mode() == OrderMode.MODULAR
            || order.returns().contains(new Order.Return(here.key(), there.key())));
  }

  private Behaviour withReferral(Behaviour behaviour, Activity offer) {
    String resource = ":" + offer.qualifier();
    boolean byNotice =
        protocol.resource(offer.qualifier()).orElseThrow().consent() == Consent.NOTICE;
    return behaviour
        .after(offer.text(), answered(offer, byNotice && !isAnswerAskedFor(offer)))
        .after("accept" + resource, agreed(offer, byNotice))
        .after(
            "connect" + resource, new Weights().with("complete" + resource, 20).past(offer, 80).row)
        .after("decline" + resource, declined(offer, byNotice && isAnswerAskedFor(offer)))
        .after("complete" + resource, new Weights().past(offer, 100).row)
        .after("withdraw" + resource, new Weights().past(offer, 100).row)
        .after("lapse" + resource, new Weights().past(offer, 100).row)
        .lasting(offer.text(), WORD)
        .lasting("connect" + resource, WORD);
  }

  /** Where it is enough that the peer is told, no answer is waited for before the hand-off. */
  private SortedMap<String, Double> answered(Activity offer, boolean told) {
    String resource = ":" + offer.qualifier();
    Weights row =
        told
            ? new Weights().with("connect" + resource, 98)
            : new Weights().with("accept" + resource, 60).with("decline" + resource, 38);
    return row.ends("stopped", 2).row;
  }

  private SortedMap<String, Double> agreed(Activity offer, boolean byNotice) {
    String resource = ":" + offer.qualifier();
    return byNotice
        ? new Weights().with("connect" + resource, 100).row
        : new Weights()
            .with("connect" + resource, 50)
            .with("withdraw" + resource, 5)
            .with("lapse" + resource, 5)
            .past(offer, 40)
            .row;
  }

  private SortedMap<String, Double> declined(Activity offer, boolean again) {
    return again
        ? new Weights().with(offer.text(), 90).ends("safety", 10).row
        : new Weights().past(offer, 100).row;
  }

  /** Whether a rule asks for the peer's answer to the offer, or for a yes before the hand-off. */
  private boolean isAnswerAskedFor(Activity offer) {
    Activity accept = new Activity(ActivityKind.ACCEPT, offer.qualifier());
    Activity connect = new Activity(ActivityKind.CONNECT, offer.qualifier());
    return protocol.expandedRules().stream()
        .filter(ExpandedRule::isMandatory)
        .anyMatch(
            rule ->
                accept.matchesAny(asked(rule, List.of(offer)))
                    || accept.matchesAny(putBefore(rule, connect)));
  }

  /** The offers that rules ask for in every conversation, or where an element begins. */
  private List<Activity> usual() {
    return named(
        rule ->
            rule.template().equals(Optional.of(Template.EXISTENCE))
                ? rule.a()
                : asked(rule, begins));
  }

  /** The offers that a rule asks for after a concern. */
  private Weights met(Activity concern) {
    List<Activity> asked = named(rule -> asked(rule, List.of(concern)));
    return offers.isEmpty() ? new Weights().on(100) : new Weights().all(asked, 1);
  }

  private static List<String> asked(ExpandedRule rule, List<Activity> after) {
    boolean asks = rule.template().filter(ASKING::contains).isPresent();
    return asks && names(rule.a(), after) ? rule.b() : List.of();
  }

  private static List<String> putBefore(ExpandedRule rule, Activity act) {
    boolean puts = rule.template().filter(PRECEDING::contains).isPresent();
    return puts && act.matchesAny(rule.b()) ? rule.a() : List.of();
  }

  /** The offers of what this side of a rule asks for; all where no rule asks for any. */
  private List<Activity> named(Function<ExpandedRule, List<String>> side) {
    List<Activity> named =
        offers.stream()
            .filter(
                offer ->
                    protocol.expandedRules().stream()
                        .anyMatch(rule -> isAskedFor(offer, side.apply(rule))))
            .toList();
    return named.isEmpty() ? offers : named;
  }

  /** Whether the side names the offer, or what only comes of it. */
  private static boolean isAskedFor(Activity offer, List<String> side) {
    return ASKED_FOR.stream()
        .anyMatch(kind -> new Activity(kind, offer.qualifier()).matchesAny(side));
  }

  /** A row that is being written. */
  private final class Weights {
    private final SortedMap<String, Double> row = new TreeMap<>();

    Weights with(String choice, double weight) {
      row.merge(choice, weight, Double::sum);
      return this;
    }

    Weights all(List<Activity> acts, double each) {
      acts.forEach(act -> with(act.text(), each));
      return this;
    }

    Weights ends(String reason, double weight) {
      return with("end:" + reason, weight);
    }

    /** After this referral: the usual offer where it was another one, or on. */
    Weights past(Activity offer, double weight) {
      return usual.contains(offer) ? on(weight) : all(usual, weight / usual.size());
    }

    /** After the referrals: thanks when they are said in the same element. */
    Weights on(double weight) {
      return offering == thanking ? thanked(0, weight) : onward(offering, weight);
    }

    /** The next thanks, now and then forgotten; after the last ones onward. */
    Weights thanked(int next, double weight) {
      return next < thanks.size()
          ? with(thanks.get(next).text(), 0.75 * weight).onward(thanking, 0.25 * weight)
          : onward(thanking, weight);
    }

    /** The next element or the one after an optional one; after the last a close. */
    Weights onward(int from, double weight) {
      double left = weight;
      for (int e = from + 1; e < begins.size(); e++) {
        if (e == offering || e == thanking || protocol.elements().get(e).need() == Need.REQUIRED) {
          return with(begins.get(e).text(), left);
        }
        left /= 2;
        with(begins.get(e).text(), left);
      }
      return with("close", left);
    }
  }
}
