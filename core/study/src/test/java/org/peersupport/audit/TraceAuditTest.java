package org.peersupport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Acted;
import org.peersupport.session.Event;
import org.peersupport.simulation.TransitionTable;

/** The audit of numbers says what the audit of events says. */
class TraceAuditTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  @Property(tries = 500)
  void the_same_acts_come_to_the_same_verdict_and_the_same_violations(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = random.nextInt(4) == 0 ? AMA : Acted.protocol(random);
    TransitionTable table = TransitionTable.of(protocol);
    TraceAudit audit = TraceAudit.of(table, 4);
    Map<String, Long> expected = new HashMap<>();
    for (int session = 0; session < 4; session++) {
      List<String> acts = acts(table, random);
      List<Event> history = Acted.history(protocol, acts);
      SessionReport report = SessionAudit.of(protocol, history);
      for (String act : acts) {
        audit.add(session, table.letter(act));
      }

      assertThat(audit.verdict(session)).as("%s", acts).isEqualTo(report.verdict());
      for (AuditViolation each : report.violations()) {
        List<String> rules = each.rule().map(List::of).orElse(each.rules());
        if (rules.isEmpty()) {
          expected.merge(each.code().wireName(), 1L, Long::sum);
        }
        rules.forEach(rule -> expected.merge(rule, 1L, Long::sum));
      }
    }
    assertThat(audit.violations()).isEqualTo(expected);
  }

  /** Any acts, mostly in the order in which a conversation might have them. */
  private static List<String> acts(TransitionTable table, Random random) {
    List<String> letters = table.alphabet();
    List<String> acts = new ArrayList<>();
    int length = random.nextInt(25);
    int at = 0;
    for (int i = 0; i < length; i++) {
      at = random.nextInt(3) > 0 ? Math.min(letters.size() - 3, at + 1) : at;
      boolean any = random.nextInt(3) == 0;
      acts.add(letters.get(any ? random.nextInt(letters.size() - 2) : at));
    }
    if (random.nextInt(3) > 0) {
      acts.add(random.nextBoolean() ? "close" : "end");
      acts.add(letters.get(random.nextInt(letters.size())));
    }
    return Acted.possible(acts);
  }

  @Example
  void a_session_without_a_letter_is_as_it_was_opened() {
    assertThat(TraceAudit.of(TransitionTable.of(AMA), 1).verdict(0))
        .isEqualTo(SessionVerdict.INCOMPLETE);
  }
}
