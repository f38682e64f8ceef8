package org.peersupport.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A chain of obligations beside a plain list of them. */
class ObligationChainTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /**
   * @param referral null for an obligation that is no referral's
   */
  record Owed(int deadline, @Nullable String referral, Instant since) {
    /** One activity discharges what is owed by its deadline and its referral, or by any. */
    boolean isMetBy(int number, @Nullable String of) {
      return deadline == number && (of == null || referral == null || referral.equals(of));
    }
  }

  @Provide
  Arbitrary<Owed> owed() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), referral(), Arbitraries.integers().between(0, 1))
        .as((deadline, referral, later) -> new Owed(deadline, referral, NINE.plusSeconds(later)));
  }

  @Provide
  Arbitrary<@Nullable String> referral() {
    return Arbitraries.of("r-1", "r-2").injectNull(0.3);
  }

  /** Newest first, as chains are. */
  private static @Nullable ObligationChain chain(List<Owed> newestFirst) {
    ObligationChain chain = null;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Owed owed = newestFirst.get(i);
      chain = new ObligationChain(owed.deadline(), owed.referral(), owed.since(), chain);
    }
    return chain;
  }

  private static List<Owed> list(@Nullable ObligationChain chain) {
    List<Owed> list = new ArrayList<>();
    for (ObligationChain link = chain; link != null; link = link.older) {
      list.add(new Owed(link.deadline, link.referral, link.since));
    }
    return list;
  }

  @Property
  void what_an_activity_discharges_is_left_out_and_the_rest_stays_in_its_order(
      @ForAll List<@From("owed") Owed> owed, @ForAll("referral") @Nullable String referral) {
    ObligationChain before = chain(owed);

    ObligationChain after = ObligationChain.without(before, 1, referral);

    assertThat(list(after)).isEqualTo(owed.stream().filter(o -> !o.isMetBy(1, referral)).toList());
    assertThat(list(before)).isEqualTo(owed);
    if (owed.stream().noneMatch(o -> o.isMetBy(1, referral))) {
      assertThat(after).isSameAs(before);
    }
  }

  /** What is older than all that is discharged is shared, so that a long session stays cheap. */
  @Test
  void what_is_older_is_shared() {
    ObligationChain older = new ObligationChain(0, null, NINE, null);
    ObligationChain met = new ObligationChain(1, null, NINE, older);

    assertThat(ObligationChain.without(met, 1, null)).isSameAs(older);
  }

  @Property
  void chains_are_the_same_when_they_say_the_same(
      @ForAll List<@From("owed") Owed> one, @ForAll List<@From("owed") Owed> other) {
    assertThat(ObligationChain.same(chain(one), chain(other))).isEqualTo(one.equals(other));
    assertThat(ObligationChain.same(chain(one), chain(one))).isTrue();
  }

  @Property
  void a_chain_differs_from_one_with_one_obligation_changed_or_more(
      @ForAll List<@From("owed") Owed> owed, @ForAll("owed") Owed more, @ForAll int place) {
    List<Owed> longer = new ArrayList<>(owed);
    int at = Math.floorMod(place, owed.size() + 1);
    longer.add(at, more);

    assertThat(ObligationChain.same(chain(owed), chain(longer))).isFalse();
    if (at < owed.size() && !owed.get(at).equals(more)) {
      List<Owed> changed = new ArrayList<>(owed);
      changed.set(at, more);
      assertThat(ObligationChain.same(chain(owed), chain(changed))).isFalse();
    }
  }
}
