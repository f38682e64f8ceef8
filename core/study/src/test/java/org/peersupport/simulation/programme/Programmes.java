package org.peersupport.simulation.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;

/** Programmes for tests. */
final class Programmes {
  static final LocalDate START = LocalDate.of(2026, 1, 1);

  private Programmes() {}

  /** A protocol of one element, closed after it. */
  static ConversationChain paired(Pairing pairing) {
    Protocol protocol =
        ProtocolBuilder.of("talk", "1.0.0")
            .title("Talk")
            .source("A test")
            .element(Element.optional("talk", "Talk", "To talk."))
            .pairing(pairing)
            .build();
    Behaviour behaviour =
        Behaviour.of("short", Map.of("begin:talk", 1.0)).otherwise(Map.of("close", 1.0));
    return ConversationChain.of(protocol, behaviour);
  }

  /** So many people a day, whatever the length of the month. */
  static Referrals perDay(double people, int months) {
    List<Double> perMonth = new ArrayList<>();
    for (int m = 0; m < months; m++) {
      perMonth.add(people * START.plusMonths(m).lengthOfMonth());
    }
    return new Referrals(perMonth);
  }

  static SupporterGroup supporters(String id, int count, String department, int mostCases) {
    return new SupporterGroup(id, count, department, List.of(), mostCases);
  }

  /** What comes of each run. */
  static List<RunResult> runs(Scenario scenario, TalkSource talks, int runs) {
    Plan plan = new Plan(scenario, Catalogue.all().get(0));
    List<RunResult> all = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      all.add(new ProgrammeRun(plan, talks, run).run());
    }
    return all;
  }

  static Estimate estimate(List<RunResult> runs, Metric metric) {
    return Estimate.of(runs.stream().mapToDouble(run -> run.value(metric)).toArray());
  }
}
