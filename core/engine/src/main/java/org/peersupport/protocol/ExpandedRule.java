package org.peersupport.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule as it binds a session: one of those that the order stands for, or one of the document's
 * with its key filled in. Immutable.
 *
 * @param id unique among the expanded rules
 * @param template empty for {@code order.skip} and {@code order.return}, which no template
 *     expresses
 * @param a the first side, where no pattern takes anything away any more; empty without a template
 * @param b the second side; empty when there is none
 * @param count how often, for the templates that count
 * @param strength how binding it is
 * @param overridable whether a supporter may depart from it with a reason
 * @param holds how long it binds
 * @param title what people call it, if it has a name
 * @param because the reason, for people; empty when none is given
 * @param provenance where it comes from
 * @param source the text it comes from
 */
public record ExpandedRule(
    String id,
    Optional<Template> template,
    List<String> a,
    List<String> b,
    int count,
    Strength strength,
    boolean overridable,
    Holds holds,
    Optional<String> title,
    String because,
    Provenance provenance,
    Optional<String> source) {
  /** The id of the rule that a required earlier element must have begun. */
  public static final String SKIP = "order.skip";

  /** The id of the rule that there is no way back without a declared return. */
  public static final String RETURN = "order.return";

  /** Copies the lists and checks that nothing is null. */
  public ExpandedRule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(template, "template");
    a = List.copyOf(a);
    b = List.copyOf(b);
    Objects.requireNonNull(strength, "strength");
    Objects.requireNonNull(holds, "holds");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(because, "because");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(source, "source");
  }

  /** Whether acts against it are refused. */
  public boolean isMandatory() {
    return strength == Strength.MANDATORY;
  }
}
