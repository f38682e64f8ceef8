package org.peersupport.simulation.programme;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;
import org.peersupport.internal.DomainStyle;
import org.peersupport.simulation.PlainBehaviour;

/**
 * A programme that may be simulated: who is referred, who supports, and how often what happens.
 *
 * <pre>{@code
 * Scenario scenario =
 *     Scenario.of("ward", LocalDate.of(2026, 1, 1), 12, Referrals.perMonth(6))
 *         .supportedBy(new SupporterGroup("nurse", 4, "surgery", List.of(), 2))
 *         .contacting(Contact.within(Duration.ofDays(3)).declined(0.1))
 *         .talking(Talks.one("ama-six-elements", "usual-talk"));
 * }</pre>
 *
 * <p>Nothing is checked here: {@link ProgrammeSimulation#of} reports every problem at once.
 * Immutable and compared by value; nothing is ever null.
 */
@Value.Immutable
@DomainStyle
public abstract sealed class Scenario permits ImmutableScenario {
  Scenario() {}

  /** In kebab case. */
  public abstract String id();

  /** What people call it. */
  public abstract String title();

  /** Where the published figures come from; empty when there are none. */
  public abstract String source();

  /** The first day. */
  public abstract LocalDate start();

  /** How many months, from the first day on. */
  public abstract int months();

  /** Who is referred. */
  public abstract Referrals referrals();

  /** Where they come from; everybody from one unnamed department when nothing is said. */
  public abstract List<Department> departments();

  /** Who supports them. */
  public abstract List<SupporterGroup> supporters();

  /** How they are first contacted. */
  public abstract Contact contact();

  /** Their conversations. */
  public abstract Talks talks();

  /** What the source reports. */
  public abstract List<Published> published();

  /** What the source does not say and was assumed, each a sentence. */
  public abstract List<String> assumptions();

  /** A programme without supporters yet; contact is due within three days, and nobody declines. */
  public static Scenario of(String id, LocalDate start, int months, Referrals referrals) {
    return ImmutableScenario.of(
        id,
        id,
        "",
        start,
        months,
        referrals,
        List.of(),
        List.of(),
        Contact.within(Duration.ofDays(3)),
        Talks.one("ama-six-elements", PlainBehaviour.ID),
        List.of(),
        List.of());
  }

  /** The same with what people call it, and where its published figures come from. */
  public final Scenario titled(String title, String source) {
    return self().withTitle(title).withSource(source);
  }

  /** The same with other referrals. */
  public final Scenario referring(Referrals referrals) {
    return self().withReferrals(referrals);
  }

  /** The same with the departments that people come from. */
  public final Scenario from(Department... departments) {
    return self().withDepartments(departments);
  }

  /** The same with these supporters and no others. */
  public final Scenario supportedBy(SupporterGroup... supporters) {
    return self().withSupporters(supporters);
  }

  /** The same with another first contact. */
  public final Scenario contacting(Contact contact) {
    return self().withContact(contact);
  }

  /** The same with other conversations. */
  public final Scenario talking(Talks talks) {
    return self().withTalks(talks);
  }

  /** The same with what the source reports. */
  public final Scenario publishing(List<Published> published) {
    return self().withPublished(published);
  }

  /** The same with what was assumed. */
  public final Scenario assuming(List<String> assumptions) {
    return self().withAssumptions(assumptions);
  }

  private ImmutableScenario self() {
    return ImmutableScenario.copyOf(this);
  }
}
