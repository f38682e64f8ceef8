package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;

/** What is checked of a {@link Walk}: of every state and every act. */
final class WalkChecks {
  private WalkChecks() {}

  /** How many combinations of rule states there are, whatever the referrals. */
  static int vectors(Walk walk) {
    Set<String> vectors = new HashSet<>();
    for (int n = 0; n < walk.size(); n++) {
      Session session = walk.state(n);
      if (session.status() == Status.OPEN) {
        int rules = session.protocol().expandedRules().size();
        vectors.add(new String(Arrays.copyOf(session.state().position(), rules)));
      }
    }
    return vectors.size();
  }

  static void permitted_says_what_is_accepted(Walk walk) {
    List<String> plain = new ArrayList<>();
    for (int a = 0; a < walk.acts(); a++) {
      plain.add(walk.name(a).replaceFirst("-(connected|pending):", ":"));
    }
    for (int n = 0; n < walk.size(); n++) {
      Set<String> accepted = new HashSet<>();
      for (int a = 0; a < walk.acts(); a++) {
        if (walk.next(n, a) >= 0 && !walk.name(a).contains("+")) {
          accepted.add(plain.get(a));
        }
      }
      if (!walk.state(n).permitted().equals(accepted)) {
        assertThat(walk.state(n).permitted()).as("state %s", n).isEqualTo(accepted);
      }
    }
  }

  static void options_say_what_permitted_says(Walk walk) {
    Set<String> words = Set.of("end", "pause", "resume", "transfer");
    for (int n = 0; n < walk.size(); n++) {
      Session session = walk.state(n);
      Set<String> permitted = new HashSet<>(session.permitted());
      permitted.removeAll(words);
      Set<String> listed = new HashSet<>();
      for (Options.Option option : Sessions.options(session, Walk.AT).options()) {
        if (option.isPermitted()) {
          listed.add(option.activity());
        }
      }
      if (!listed.equals(permitted)) {
        assertThat(listed).as("state %s", n).isEqualTo(permitted);
      }
    }
  }

  static void facts_are_refused_only_when_their_referral_could_not_do_that(Walk walk) {
    for (int a = 0; a < walk.acts(); a++) {
      for (int n = 0; n < walk.size() && walk.isFact(a); n++) {
        RefusalCode code = walk.code(n, a);
        boolean possible = isPossible(walk.state(n), walk.name(a));
        if ((code == null) != possible || (code != null && !code.isStructural())) {
          assertThat(code).as("%s in state %s", walk.name(a), n).isNull();
        }
        if (walk.departs(n, a)) {
          assertThat(walk.event(n, a))
              .as("%s in state %s departs from advice at most", walk.name(a), n)
              .satisfies(event -> departs_from_advice_only(walk, event));
        }
      }
    }
  }

  private static void departs_from_advice_only(Walk walk, Event event) {
    Protocol protocol = walk.state(0).protocol();
    for (Deviation deviation : event.deviations()) {
      assertThat(protocol.expandedRules())
          .filteredOn(rule -> rule.id().equals(deviation.rule()))
          .noneMatch(rule -> rule.isMandatory());
    }
  }

  /** Whether the fact could happen: while the conversation lasts, or in the life of a referral. */
  private static boolean isPossible(Session session, String name) {
    String kind = name.substring(0, name.indexOf(':'));
    String resource = name.substring(name.indexOf(':') + 1);
    ReferralState pending = null;
    boolean connected = false;
    for (Referral referral : session.referrals()) {
      if (referral.resource().equals(resource)) {
        pending = referral.state().isPending() ? referral.state() : pending;
        connected |= referral.state() == ReferralState.CONNECTED;
      }
    }
    return switch (kind) {
      case "concern" -> !session.status().isFinished();
      case "accept", "decline" -> pending == ReferralState.OFFERED;
      case "lapse" -> pending != null;
      case "complete", "lapse-connected" -> connected;
      default -> false;
    };
  }

  static void every_open_state_leads_to_a_close(Walk walk) {
    int[] distance = walk.distancesTo(walk.act("close"));
    for (int n = 0; n < walk.size(); n++) {
      if (walk.state(n).status() == Status.OPEN && distance[n] < 0) {
        assertThat(distance[n]).as("distance to a close from state %s", n).isNotNegative();
      }
      if (walk.state(n).status() == Status.PAUSED && walk.next(n, walk.act("resume")) < 0) {
        assertThat(walk.code(n, walk.act("resume"))).as("resuming state %s", n).isNull();
      }
    }
  }

  static void nothing_leaves_an_end(Walk walk) {
    for (int n = 0; n < walk.size(); n++) {
      Status status = walk.state(n).status();
      for (int a = 0; a < walk.acts() && status.isFinished(); a++) {
        int next = walk.next(n, a);
        if (next >= 0 && walk.state(next).status() != status) {
          assertThat(walk.state(next).status()).as(walk.name(a)).isEqualTo(status);
        }
      }
    }
  }

  /**
   * Compares every remedy with the one found in the graph of accepted acts: by its distances, which
   * are found without the engine's, a shortest one, and the first among equals. Each step is an
   * accepted act, and after the last one the refused act is accepted, because that is what the
   * graph is made of.
   *
   * @return how many refusals there were
   */
  static int refusals_mended_by_the_shortest_remedy(Walk walk) {
    int[] moves = canonicalMoves(walk);
    int refusals = 0;
    for (int a = 0; a < walk.acts(); a++) {
      int[] distance = null;
      for (int n = 0; n < walk.size(); n++) {
        RefusalCode code = walk.code(n, a);
        if (code == null || code.isStructural() || walk.state(n).status() != Status.OPEN) {
          continue;
        }
        distance = distance == null ? walk.distancesTo(a) : distance;
        refusals++;
        List<String> expected = expectedRemedy(walk, n, moves, distance);
        List<String> remedy = remedy((Refusal) walk.decision(n, a));
        if (!remedy.equals(expected)) {
          assertThat(remedy).as("%s in state %s", walk.name(a), n).isEqualTo(expected);
        }
      }
    }
    return refusals;
  }

  private static List<String> remedy(Refusal refusal) {
    List<String> remedy = new ArrayList<>();
    for (Activity activity : refusal.remedy().orElse(List.of())) {
      remedy.add(activity.text());
    }
    return refusal.remedy().isPresent() ? remedy : List.of("none");
  }

  private static List<String> expectedRemedy(Walk walk, int from, int[] moves, int[] distance) {
    if (distance[from] < 0) {
      return List.of("none");
    }
    List<String> steps = new ArrayList<>();
    int here = from;
    while (distance[here] > 0) {
      int closer = -1;
      for (int i = 0; i < moves.length && closer < 0; i++) {
        int next = walk.next(here, moves[i]);
        closer = next >= 0 && distance[next] == distance[here] - 1 ? moves[i] : -1;
      }
      steps.add(walk.name(closer));
      here = walk.next(here, closer);
    }
    return steps;
  }

  /** The acts of a continuation in the order that remedies prefer. */
  private static int[] canonicalMoves(Walk walk) {
    Protocol protocol = walk.state(0).protocol();
    List<String> names = new ArrayList<>();
    protocol.elements().forEach(element -> names.add("begin:" + element.key()));
    for (ActivityKind kind :
        List.of(
            ActivityKind.OFFER, ActivityKind.ACCEPT, ActivityKind.DECLINE, ActivityKind.CONNECT)) {
      for (Resource resource : protocol.resources()) {
        names.add(kind.wireName() + ":" + resource.key());
      }
    }
    protocol.appreciation().forEach(facet -> names.add("thank:" + facet));
    int[] moves = new int[names.size()];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = walk.act(names.get(i));
    }
    return moves;
  }
}
