package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Refusal;

/**
 * Confirms what a finding's conversation is said to show, by having it played: the session engine
 * answers, and nothing of the analysis is asked.
 */
final class Confirmation {
  /** After a fact that leaves no way to a close, so many acts are tried, every way. */
  private static final int TRIED = 2;

  /** By so many acts a trap makes the way to a close longer. */
  private static final int LONGER = 3;

  private final JsonNode finding;
  private final String about;
  private final List<String> rules;
  private final List<String> witness;

  private Confirmation(JsonNode finding) {
    this.finding = finding;
    this.about = finding.path("about").asText();
    this.rules = texts(finding.path("rules"));
    this.witness = texts(finding.path("witness"));
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /**
   * Confirms a finding.
   *
   * @param document what {@code show} prints of the protocol; where it does not build, of the
   *     protocol without its examples and with its own rules as advice
   */
  static void confirm(JsonNode finding, ObjectNode document) {
    Confirmation confirmation = new Confirmation(finding);
    switch (finding.path("kind").asText()) {
      case "cannot-close" -> assertThat(confirmation.witness).isEmpty();
      case "refuses-the-peer" -> confirmation.leavesNoWay(document);
      case "contradicted-example" -> confirmation.comesOutDifferently(document);
      case "dead-element", "dead-resource", "dead-activity" -> {
        assertThat(confirmation.witness).endsWith(confirmation.about);
        confirmation.isRefusedAtTheEnd(document);
      }
      case "vacuous-rule" -> confirmation.isRefusedAtTheEnd(document);
      case "redundant-rule" -> confirmation.breaksOnlyWhatOthersForbid(document);
      case "forced" -> confirmation.closesWithIt(document);
      case "trap" -> confirmation.makesTheWayLonger(document);
      case "unmeetable-deadline" -> confirmation.opensTheObligation(document);
      case "concern-unanswered" -> confirmation.leavesNothingToDo(document);
      default -> throw new AssertionError(finding);
    }
  }

  private static Protocol read(JsonNode document) {
    return PeerSupportJson.readProtocol(document.toString()).orElseThrow();
  }

  private void leavesNoWay(ObjectNode document) {
    Replay replay = new Replay(read(document));
    int last = witness.size() - 1;
    assertThat(witness.get(last)).matches("(concern|accept|decline|complete|withdraw|lapse):.*");
    assertThat(replay.playAll(witness.subList(0, last))).isEqualTo(last);
    assertThat(replay.departed()).doesNotContainAnyElementsOf(rules);
    assertThat(replay.play(witness.get(last)).isAccepted()).isTrue();
    if (replay.departed().stream().noneMatch(rules::contains)) {
      assertThat(closesKeeping(replay, TRIED)).as("a way to close").isFalse();
    }
  }

  /** After the end no more is left to do than if nobody had been concerned. */
  private void leavesNothingToDo(ObjectNode document) {
    Protocol protocol = read(document);
    Replay concerned = new Replay(protocol);
    Replay unconcerned = new Replay(protocol);
    assertThat(witness).hasSize(2).startsWith(about);
    assertThat(concerned.playAll(witness)).isEqualTo(2);
    assertThat(unconcerned.play(witness.get(1)).isAccepted()).isTrue();
    assertThat(concerned.session().outstanding()).isEqualTo(unconcerned.session().outstanding());
    assertThat(protocol.expandedRules())
        .filteredOn(rule -> rules.contains(rule.id()))
        .hasSameSizeAs(rules)
        .noneMatch(rule -> rule.isMandatory() && rule.holds() == Holds.ALWAYS);
  }

  /** Whether some way of so many acts leads to a close without departing from the rules. */
  private boolean closesKeeping(Replay from, int acts) {
    Replay closing = from.fork();
    if (closing.play("close").isAccepted() && keeps(closing)) {
      return true;
    }
    for (Activity activity : from.session().protocol().activities()) {
      Replay next = from.fork();
      if (acts > 0
          && next.play(activity.text()).isAccepted()
          && keeps(next)
          && closesKeeping(next, acts - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean keeps(Replay replay) {
    return replay.departed().stream().noneMatch(rules::contains);
  }

  private void comesOutDifferently(ObjectNode document) {
    Replay replay = new Replay(read(document));
    int accepted = replay.playAll(witness);
    List<String> named = new ArrayList<>();
    if (accepted < witness.size()) {
      Refusal refusal = replay.play(witness.get(accepted)).refusal().orElseThrow();
      refusal.violations().forEach(each -> each.rule().ifPresent(named::add));
    }
    assertThat(named).isEqualTo(rules);
  }

  private void isRefusedAtTheEnd(ObjectNode document) {
    Replay replay = new Replay(read(document));
    int last = witness.size() - 1;
    assertThat(replay.playAll(witness.subList(0, last))).isEqualTo(last);
    Optional<Refusal> refusal = replay.play(witness.get(last)).refusal();
    assertThat(refusal.map(Refusal::code))
        .isNotEmpty()
        .get()
        .isIn(RefusalCode.RULE_VIOLATED, RefusalCode.RULE_CONFLICT);
  }

  private void breaksOnlyWhatOthersForbid(ObjectNode document) {
    Replay alone = new Replay(read(withRules(free(document), rule -> id(rule).equals(about))));
    assertThat(alone.playAll(witness)).isEqualTo(witness.size());
    assertThat(alone.departed()).containsExactly(about);

    Protocol others = read(withRules(document, rule -> !id(rule).equals(about)));
    assertThat(new Replay(others).playAll(witness)).isLessThan(witness.size());
  }

  private static String id(JsonNode rule) {
    return rule.path("id").asText();
  }

  /** The document with some of its expanded rules for its own; a single one is advice. */
  private static ObjectNode withRules(ObjectNode document, Predicate<JsonNode> kept) {
    ObjectNode copy = document.deepCopy();
    ArrayNode rules = copy.putArray("rules");
    for (JsonNode rule : document.path("expanded")) {
      if (!id(rule).startsWith("order.") && kept.test(rule)) {
        rules.add(rule);
      }
    }
    if (rules.size() == 1) {
      ((ObjectNode) rules.get(0)).put("strength", "advisory");
    }
    copy.putArray("examples");
    return copy;
  }

  /** The document without any order. */
  private static ObjectNode free(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    copy.remove("order");
    copy.path("elements")
        .forEach(each -> ((ObjectNode) each).put("need", "optional").put("repeatable", true));
    return copy;
  }

  private void closesWithIt(ObjectNode document) {
    assertThat(witness).contains(about).endsWith("close");
    assertThat(new Replay(read(document)).playAll(witness)).isEqualTo(witness.size());
  }

  private void makesTheWayLonger(ObjectNode document) {
    Replay replay = new Replay(read(document));
    int last = witness.size() - 1;
    assertThat(replay.playAll(witness.subList(0, last))).isEqualTo(last);
    int before = wayToClose(replay);
    assertThat(replay.play(witness.get(last)).isAccepted()).isTrue();
    assertThat(witness.get(last)).isEqualTo(about);
    assertThat(wayToClose(replay)).isGreaterThanOrEqualTo(before + LONGER);
  }

  private static int wayToClose(Replay replay) {
    Optional<Refusal> refusal = replay.fork().play("close").refusal();
    return refusal.map(each -> each.remedy().orElseThrow().size()).orElse(0);
  }

  /** The last moment without what it is about. */
  private String lastWord() {
    String last = witness.get(witness.size() - 1);
    return last.substring(0, last.indexOf(':') < 0 ? last.length() : last.indexOf(':'));
  }

  /** The patterns of the deadline that call for something. */
  private List<String> calling(ObjectNode document) {
    return read(document).deadlines().stream()
        .filter(deadline -> deadline.id().equals(about))
        .flatMap(deadline -> deadline.from().stream())
        .toList();
  }

  private void opensTheObligation(ObjectNode document) {
    Replay replay = new Replay(read(document));
    assertThat(replay.playAll(witness)).isEqualTo(witness.size());
    if (replay.session().isSettled()) { // then nothing is due any more, whatever was called for
      assertThat(calling(document)).contains(lastWord());
    } else {
      assertThat(replay.session().due()).anyMatch(due -> due.deadline().equals(about));
    }
    assertThat(finding.path("rules")).isEmpty();
  }
}
