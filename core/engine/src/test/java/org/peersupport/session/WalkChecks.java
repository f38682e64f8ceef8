package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    List<String> names = new ArrayList<>();
    int[] nameOf = new int[walk.acts()];
    for (int a = 0; a < nameOf.length; a++) {
      String name = walk.name(a).replaceFirst("-connected:", ":");
      boolean several = name.contains("+");
      nameOf[a] = several ? -1 : names.indexOf(name);
      if (nameOf[a] < 0 && !several) {
        nameOf[a] = names.size();
        names.add(name);
      }
    }
    for (int n = 0; n < walk.size(); n++) {
      BitSet accepted = new BitSet();
      for (int a = 0; a < nameOf.length; a++) {
        if (nameOf[a] >= 0 && walk.next(n, a) >= 0) {
          accepted.set(nameOf[a]);
        }
      }
      Set<String> permitted = walk.state(n).permitted();
      boolean same = permitted.size() == accepted.cardinality();
      for (int name = 0; name < names.size(); name++) {
        same &= permitted.contains(names.get(name)) == accepted.get(name);
      }
      if (!same) {
        assertThat(permitted)
            .as("state %s", n)
            .containsExactlyInAnyOrderElementsOf(accepted.stream().mapToObj(names::get).toList());
      }
    }
  }

  static void options_say_what_permitted_says(Walk walk) {
    for (int n = 0; n < walk.size(); n++) {
      Session session = walk.state(n);
      Set<String> permitted = new HashSet<>(session.permitted());
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

  /** Whether the fact could happen: a concern always can, the rest in the life of a referral. */
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
      case "concern" -> true;
      case "accept", "decline" -> pending == ReferralState.OFFERED;
      case "complete", "withdraw" -> pending == ReferralState.ACCEPTED;
      case "lapse" -> pending != null;
      case "complete-connected", "withdraw-connected", "lapse-connected" -> connected;
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
   * are found without the engine's, a shortest one; among equals one that is safe after the fewest
   * steps; and among those the first. Each step is an accepted act, and after the last one the
   * refused act is accepted, because that is what the graph is made of. In a pause the remedy is
   * that of the conversation that goes on.
   *
   * @return how many refusals there were
   */
  static int refusals_mended_by_the_first_of_the_shortest_remedies(Walk walk) {
    int[] moves = canonicalMoves(walk);
    int refusals = 0;
    for (int a = 0; a < walk.acts(); a++) {
      Remedies remedies = null;
      for (int n = 0; n < walk.size(); n++) {
        RefusalCode code = walk.code(n, a);
        if (code == null || code.isStructural()) {
          continue;
        }
        boolean paused = walk.state(n).status() == Status.PAUSED;
        int from = paused ? walk.next(n, walk.act("resume")) : n;
        remedies = remedies == null ? new Remedies(walk, moves, walk.distancesTo(a)) : remedies;
        refusals++;
        List<String> expected = remedies.from(from);
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

  /** The remedies towards one act, found in the graph of accepted acts alone. */
  private static final class Remedies {
    private static final int NEVER = 1_000_000;

    private final Walk walk;
    private final int[] moves;
    private final int[] distance;

    /** By state: after how many steps of a shortest path at least someone in danger is safe. */
    private final int[] unsafe;

    Remedies(Walk walk, int[] moves, int[] distance) {
      this.walk = walk;
      this.moves = moves;
      this.distance = distance;
      this.unsafe = new int[walk.size()];
      int farthest = Arrays.stream(distance).max().orElse(0);
      for (int far = 0; far <= farthest; far++) {
        for (int n = 0; n < unsafe.length; n++) {
          if (distance[n] == far) {
            unsafe[n] = unsafe(n);
          }
        }
      }
    }

    private int unsafe(int state) {
      int fewest = walk.isSafe(state) ? 0 : NEVER;
      for (int move : moves) {
        int next = closer(state, move);
        fewest = next < 0 ? fewest : Math.min(fewest, unsafe[next] + 1);
      }
      return fewest >= NEVER ? NEVER : fewest;
    }

    /** The state that the move leads to, when it is one closer to the goal; otherwise -1. */
    private int closer(int state, int move) {
      int next = walk.next(state, move);
      return next >= 0 && distance[next] == distance[state] - 1 ? next : -1;
    }

    List<String> from(int from) {
      if (distance[from] < 0) {
        return List.of("none");
      }
      List<String> steps = new ArrayList<>();
      int here = from;
      int left = unsafe[from];
      while (distance[here] > 0) {
        int chosen = -1;
        for (int i = 0; i < moves.length && chosen < 0; i++) {
          int next = closer(here, moves[i]);
          boolean inTime = left == 0 || left == NEVER || (next >= 0 && unsafe[next] == left - 1);
          chosen = next >= 0 && inTime ? moves[i] : -1;
        }
        steps.add(walk.name(chosen));
        here = walk.next(here, chosen);
        left = left == NEVER ? NEVER : Math.max(0, left - 1);
      }
      return steps;
    }
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
