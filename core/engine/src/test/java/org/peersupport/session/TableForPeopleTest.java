package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/**
 * The default protocol as a table for people: with one ordinary resource and emergency care, in
 * every state what each activity leads to. A change in it is a change of the protocol.
 */
class TableForPeopleTest {
  /** A state of the walk, and the element that the conversation is in, which people think in. */
  private record Place(int state, int element) {}

  private final Walk walk = Walks.table();
  private final Protocol protocol = walk.state(0).protocol();
  private final List<Place> places = new ArrayList<>();

  @Test
  void is_what_was_agreed_on() {
    find_places();
    List<String> table = new ArrayList<>(header());
    for (int p = 0; p < places.size(); p++) {
      table.add("");
      table.addAll(describe(p));
    }

    assertThat(places.size()).isEqualTo(384);
    Golden.check("transition-table.txt", table);
  }

  private void find_places() {
    places.add(new Place(0, -1));
    for (int p = 0; p < places.size(); p++) {
      for (int a = 0; a < walk.acts(); a++) {
        Place next = next(places.get(p), a);
        if (next != null && !places.contains(next)) {
          places.add(next);
        }
      }
    }
  }

  private @Nullable Place next(Place place, int act) {
    int state = walk.next(place.state(), act);
    if (state < 0 || walk.state(state).status() != Status.OPEN) {
      return null;
    }
    String name = walk.name(act);
    for (int e = 0; e < protocol.elements().size(); e++) {
      if (name.equals("begin:" + protocol.elements().get(e).key())) {
        return new Place(state, e);
      }
    }
    return new Place(state, place.element());
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    header.add(
        "What each activity leads to under the default protocol, ama-six-elements, with two");
    header.add("resources: one that needs the colleague's consent, and emergency care.");
    header.add("");
    header.add("A state is what bears on the future: the element the conversation is in, whether");
    header.add(
        "offers have their place, the referrals that are open (offered or accepted), and the");
    header.add(
        "rules that a close still waits for. Each line gives activities and after the arrow");
    header.add(
        "the state they lead to, or why they are refused. Left out, because they are the same");
    header.add("in every state:");
    header.add("  end, pause and transfer are always possible; resume is refused;");
    header.add("  thanks are always possible, and a close waits for both of them;");
    header.add("  what becomes of referrals after the hand-off. An act of a referral that is not");
    header.add(
        "  open is shown as referral.unknown, whether it is over or has never been offered.");
    header.add("");
    header.add("Elements:");
    for (Element element : protocol.elements()) {
      header.add("  " + element.key() + " - " + element.title());
    }
    header.add("Resources:");
    for (Resource resource : protocol.resources()) {
      header.add("  " + resource.key() + " - " + resource.title());
    }
    return header;
  }

  private List<String> describe(int p) {
    Place place = places.get(p);
    Session session = walk.state(place.state());
    List<String> lines = new ArrayList<>();
    lines.add("State " + (p + 1) + ": " + element(place) + offers(session) + referrals(session));
    lines.add("  a close waits for: " + listed(session.outstanding()));
    Map<String, List<String>> byOutcome = new LinkedHashMap<>();
    for (int a = 0; a < walk.acts(); a++) {
      if (isShown(walk.name(a))) {
        byOutcome.computeIfAbsent(outcome(p, a), key -> new ArrayList<>()).add(walk.name(a));
      }
    }
    byOutcome.forEach((outcome, acts) -> lines.add("  " + listed(acts) + " -> " + outcome));
    return lines;
  }

  private boolean isShown(String act) {
    return act.equals("close") || (act.contains(":") && !act.startsWith("thank:"));
  }

  private String element(Place place) {
    return place.element() < 0
        ? "nothing has begun"
        : "in '" + protocol.elements().get(place.element()).title() + "'";
  }

  /** Whether the offering has begun or a concern was raised, so that offers have their place. */
  private static String offers(Session session) {
    return Sessions.options(session, Walk.AT).rules().stream()
            .filter(rule -> rule.id().equals("offers-in-their-place"))
            .anyMatch(rule -> rule.verdict() == Verdict.SATISFIED)
        ? ", offers in their place"
        : "";
  }

  private static String referrals(Session session) {
    StringBuilder text = new StringBuilder();
    for (Referral referral : session.referrals()) {
      text.append(", ").append(referral.resource()).append(' ').append(referral.state().wireName());
    }
    return text.toString();
  }

  private String outcome(int p, int act) {
    Place next = next(places.get(p), act);
    if (next != null) {
      return next.equals(places.get(p)) ? "stays here" : "state " + (places.indexOf(next) + 1);
    }
    if (walk.decision(places.get(p).state(), act) instanceof Refusal refusal) {
      List<String> named = new ArrayList<>();
      for (Violation violation : refusal.violations()) {
        violation.rule().ifPresent(named::add);
        named.addAll(violation.rules());
      }
      return refusal.code().wireName() + (named.isEmpty() ? "" : " (" + listed(named) + ")");
    }
    return "closed";
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }
}
