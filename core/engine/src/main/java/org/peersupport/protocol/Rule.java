package org.peersupport.protocol;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.peersupport.internal.DomainStyle;

/**
 * A DECLARE constraint on the activities of a conversation, or one for each resource or element.
 *
 * <p>Made by {@link #of} and refined by the methods after it, each of which gives a new rule:
 *
 * <pre>{@code
 * Rule.of("thanks-in-their-place", Template.PRECEDENCE,
 *         any("begin:close-with-thank-you"), any("thank:*"))
 *     .because("Thanks come after the closing element has begun.")
 * }</pre>
 *
 * <p>Sides are patterns: {@code kind:qualifier}, or {@code kind:*} for any qualifier. One that
 * begins with an exclamation mark takes away again what it matches, wherever it stands: {@code
 * any("offer:*", "!offer:chaplaincy")}. Nothing is checked here: {@link ProtocolBuilder#build()}
 * reports every problem of a protocol at once. Immutable and compared by value; nothing is ever
 * null.
 */
@Value.Immutable
@DomainStyle
public abstract sealed class Rule permits ImmutableRule {
  /** What a rule that stands for several is repeated for. */
  public enum ForEach {
    /** One rule per resource; <code>{resource}</code> stands for its key. */
    RESOURCE("resource"),
    /** One rule per element; <code>{element}</code> stands for its key. */
    ELEMENT("element");

    private final String wire;

    ForEach(String wire) {
      this.wire = wire;
    }

    /** The name in documents. */
    public String wireName() {
      return wire;
    }
  }

  Rule() {}

  /** Unique among rules and deadlines. */
  public abstract String id();

  /** What the rule is repeated for, if it is. */
  public abstract Optional<ForEach> forEach();

  /** The keys that a repeated rule leaves out. */
  public abstract List<String> except();

  /** The kind of constraint. */
  public abstract Template template();

  /** The first side: any of these patterns. */
  public abstract List<String> a();

  /** The second side; empty when the template has one side. */
  public abstract List<String> b();

  /** How often, for the templates that count; 1 to 99. */
  public abstract int count();

  /** How binding it is. */
  public abstract Strength strength();

  /** Whether a supporter may depart from it with a reason. */
  public abstract boolean isOverridable();

  /** How long it binds. */
  public abstract Holds holds();

  /** What people call it, if it has a name. */
  public abstract Optional<String> title();

  /** The reason, for people; empty when none is given. */
  public abstract String because();

  /** Where it comes from. */
  public abstract Provenance provenance();

  /** The text it comes from. */
  public abstract Optional<String> source();

  /** A mandatory rule with one side. */
  public static Rule of(String id, Template template, List<String> a) {
    return of(id, template, a, List.of());
  }

  /** A mandatory rule with two sides. */
  public static Rule of(String id, Template template, List<String> a, List<String> b) {
    return ImmutableRule.of(
        id,
        Optional.empty(),
        List.of(),
        template,
        a,
        b,
        1,
        Strength.MANDATORY,
        false,
        Holds.CONVERSATION,
        Optional.empty(),
        "",
        Provenance.OUR_READING,
        Optional.empty());
  }

  /** A side of a rule: any of these patterns. */
  public static List<String> any(String... patterns) {
    return List.of(patterns);
  }

  /** The same about other patterns. */
  public final Rule over(List<String> first, List<String> second) {
    return self().withA(first).withB(second);
  }

  /** The same, one for each resource or element but the ones left out. */
  public final Rule forEach(ForEach each, String... except) {
    return self().withForEach(each).withExcept(except);
  }

  /** The same with a count. */
  public final Rule times(int count) {
    return self().withCount(count);
  }

  /** The same as advice: a departure is recorded, not refused. */
  public final Rule asAdvisory() {
    return self().withStrength(Strength.ADVISORY);
  }

  /** The same, but a supporter may depart from it with a reason. */
  public final Rule asOverridable() {
    return self().withOverridable(true);
  }

  /** The same, still following what happens after any end. */
  public final Rule bindingAlways() {
    return self().withHolds(Holds.ALWAYS);
  }

  /** The same with what people call it. */
  public final Rule called(String title) {
    return self().withTitle(title);
  }

  /** The same with its reason. */
  public final Rule because(String reason) {
    return self().withBecause(reason);
  }

  /** The same with where it comes from. */
  public final Rule from(Provenance origin, String text) {
    return self().withProvenance(origin).withSource(text);
  }

  /** The same with where it comes from, the text not being named. */
  public final Rule from(Provenance origin) {
    return self().withProvenance(origin);
  }

  private ImmutableRule self() {
    return ImmutableRule.copyOf(this);
  }
}
