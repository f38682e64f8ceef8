package org.peersupport.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;

/** The moments that bear on deadlines, and the arithmetic of lateness. */
class DeadlineTableTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Protocol protocol(Deadline... deadlines) {
    ProtocolBuilder protocol =
        ProtocolBuilder.of("timed", "1")
            .title("T")
            .source("S")
            .element(Element.optional("a", "A", "P").asRepeatable())
            .element(Element.optional("b", "B", "P").asRepeatable())
            .resource(Resource.of("walk", "A walk"))
            .appreciation("work", "sharing");
    List.of(deadlines).forEach(protocol::deadline);
    return protocol.build();
  }

  private static int number(Protocol protocol, String activity) {
    return protocol.activities().indexOf(Activity.parse(activity).orElseThrow());
  }

  /** Late is what comes after the instant at which it is due, to the nanosecond. */
  @Property(tries = 5_000)
  void an_obligation_is_met_late_after_it_is_due_and_not_before(
      @ForAll @IntRange(max = 999_999_999) int nanosOfStart,
      @ForAll @LongRange(max = 4) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long off) {
    Duration within = Duration.ofSeconds(seconds, nanos).plusNanos(1);
    Protocol protocol = protocol(Deadline.of("soon", any("begin:a"), any("begin:b"), within));
    Instant since = NINE.plusNanos(nanosOfStart);
    Instant at = since.plus(within).plusNanos(off);

    assertThat(isLate(protocol, since, at)).isEqualTo(off > 0);
    assertThat(isLate(protocol, since, since.plus(within))).isFalse();
    assertThat(isLate(protocol, since, since.plus(within).plusNanos(1))).isTrue();
  }

  @Property
  void also_when_clocks_are_far_apart(
      @ForAll @LongRange(min = -40_000_000_000L, max = 40_000_000_000L) long seconds) {
    Protocol protocol = protocol(Deadline.of("soon", any("begin:a"), any("begin:b"), HOUR));

    assertThat(isLate(protocol, NINE, NINE.plusSeconds(seconds))).isEqualTo(seconds > 3600);
  }

  private static boolean isLate(Protocol protocol, Instant since, Instant at) {
    DeadlineTable table = new DeadlineTable(protocol);
    int[] begun = table.momentsOf(number(protocol, "begin:b"));
    ObligationChain owed = new ObligationChain(0, null, since, null);

    boolean late = table.areMetLate(owed, begun, null, at);
    assertThat(table.late(owed, begun, null, at, false)).hasSize(late ? 1 : 0);
    return late;
  }

  @Test
  void only_what_opens_or_discharges_is_a_moment() {
    Protocol protocol = protocol(Deadline.of("soon", any("open"), any("begin:b"), HOUR));
    DeadlineTable table = new DeadlineTable(protocol);

    assertThat(table.momentsOfOpening()).hasSize(1);
    assertThat(table.momentsOf(number(protocol, "begin:b"))).hasSize(1);
    assertThat(table.momentsOf(number(protocol, "begin:a"))).isEmpty();
    assertThat(table.momentsOf(number(protocol, "thank:work"))).isEmpty();
    assertThat(table.momentsOfWord(ActType.PAUSE)).isEmpty();
    assertThat(table.concernThanks()).isFalse();
  }

  @Test
  void words_are_moments_where_a_deadline_names_them() {
    DeadlineTable closing =
        new DeadlineTable(protocol(Deadline.of("soon", any("begin:a"), any("close"), HOUR)));
    DeadlineTable ending =
        new DeadlineTable(protocol(Deadline.of("soon", any("end"), any("thank:work"), HOUR)));

    assertThat(closing.momentsOfWord(ActType.CLOSE)).hasSize(1);
    assertThat(closing.momentsOfOpening()).isEmpty();
    assertThat(ending.momentsOfWord(ActType.END)).hasSize(1);
    assertThat(ending.concernThanks()).isTrue();
  }

  @Test
  void and_only_where_it_names_them() {
    DeadlineTable closing =
        new DeadlineTable(protocol(Deadline.of("soon", any("close"), any("complete:*"), HOUR)));
    DeadlineTable ending =
        new DeadlineTable(protocol(Deadline.of("soon", any("end"), any("complete:*"), HOUR)));

    assertThat(closing.momentsOfWord(ActType.CLOSE)).hasSize(1);
    assertThat(closing.momentsOfWord(ActType.END)).isEmpty();
    assertThat(ending.momentsOfWord(ActType.END)).hasSize(1);
    assertThat(ending.momentsOfWord(ActType.CLOSE)).isEmpty();
  }

  /** The first of two thanks that are said at once discharges what the second would. */
  @Test
  void what_is_met_by_one_of_several_moments_is_late_once() {
    Protocol protocol = protocol(Deadline.of("soon", any("open"), any("thank:*"), HOUR));
    DeadlineTable table = new DeadlineTable(protocol);
    int[] thanks = {number(protocol, "thank:work"), number(protocol, "thank:sharing")};
    ObligationChain owed = new ObligationChain(0, null, NINE, null);

    assertThat(table.late(owed, thanks, null, NINE.plus(HOUR).plusSeconds(1), false))
        .containsExactly(new DeadlineTable.Late("soon", Duration.ofSeconds(1)));
  }

  @Test
  void nothing_is_late_where_nothing_is_owed() {
    Protocol protocol = protocol(Deadline.of("soon", any("begin:a"), any("begin:b"), HOUR));
    DeadlineTable table = new DeadlineTable(protocol);
    int[] begun = table.momentsOf(number(protocol, "begin:b"));

    assertThat(table.areMetLate(null, begun, null, NINE)).isFalse();
    assertThat(table.areMetLate(null, new int[0], null, NINE)).isFalse();
  }

  @Test
  void what_is_due_after_the_last_instant_is_due_at_it() {
    Deadline hour = Deadline.of("soon", any("begin:a"), any("begin:b"), HOUR);

    assertThat(DeadlineTable.dueAt(NINE, hour)).isEqualTo(NINE.plus(HOUR));
    assertThat(DeadlineTable.dueAt(Instant.MAX.minus(HOUR), hour)).isEqualTo(Instant.MAX);
    assertThat(DeadlineTable.dueAt(Instant.MAX.minusSeconds(1), hour)).isEqualTo(Instant.MAX);
  }
}
