package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.analysis.Continuation.MigrationVerdict;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** Whether sessions may go on under another protocol, example by example. */
class ContinuationTest {
  private static final Rule FEW = Rule.of("few", Template.ABSENCE, any("begin:listen")).times(2);

  private static ProtocolBuilder talk(String id) {
    return ProtocolBuilder.of(id, "1")
        .title("T")
        .source("S")
        .element(Element.optional("listen", "Listen", "P").asRepeatable())
        .element(Element.optional("thank", "Thank", "P").asRepeatable());
  }

  private static ProtocolBuilder offering(String id) {
    return talk(id).resource(Resource.of("desk", "Desk"));
  }

  /** What happened; an act with an exclamation mark is an override, one a day after the last. */
  private static List<Event> history(Protocol protocol, String... acts) {
    Session session = DiffReplay.opened(protocol);
    List<Event> history = new ArrayList<>();
    Command.Open open =
        Commands.of("s-1", "sup-1", session.at())
            .open(protocol.reference(), session.supporter(), session.peer());
    history.add(Sessions.open(protocol, open).orElseThrow().event());
    for (String act : acts) {
      boolean overrides = act.endsWith("!");
      String word = overrides ? act.substring(0, act.length() - 1) : act;
      Commands by = Commands.of("s-1", "sup-1", session.at().plus(Duration.ofDays(1)));
      Session now = session;
      Event event =
          commands(session, word).stream()
              .map(
                  each ->
                      each instanceof Command.Begin begin
                          ? (overrides ? by.overriding("a reason") : by).begin(begin.element())
                          : each)
              .map(command -> Sessions.decide(now, command, history))
              .filter(Decision::isAccepted)
              .findFirst()
              .orElseThrow()
              .orElseThrow()
              .event();
      session = Sessions.evolve(session, event, history);
      history.add(event);
    }
    return history;
  }

  private static List<Command> commands(Session session, String act) {
    int seq = act.startsWith("correct:") ? Integer.parseInt(act.substring(8)) : 0;
    return seq == 0
        ? DiffReplay.commands(session, act)
        : List.of(Commands.of("s-1", "sup-1", session.at()).correct(seq, "in error"));
  }

  private static Continuation after(ProtocolBuilder from, ProtocolBuilder to, String... acts) {
    return after(from, to, Matching.byKey(), acts);
  }

  private static Continuation after(
      ProtocolBuilder from, ProtocolBuilder to, Matching matching, String... acts) {
    Protocol first = from.build();
    Continuation found = Continuation.of(first, to.build(), matching, history(first, acts));
    assertThat(found.explanation()).contains("q@1").endsWith(".").doesNotContain("  ");
    return found;
  }

  private static void assertSafe(Continuation found) {
    assertThat(found.verdict()).isEqualTo(MigrationVerdict.SAFE);
    assertThat(found.after()).isEmpty();
    assertThat(found.rules()).isEmpty();
  }

  private static void assertSafeAfter(Continuation found, String... acts) {
    assertThat(found.after()).containsExactly(acts);
    assertThat(found.verdict()).isEqualTo(MigrationVerdict.SAFE_AFTER);
    assertThat(found.rules()).isEmpty();
  }

  private static void assertImpossible(Continuation found, String... rules) {
    assertThat(found.verdict()).isEqualTo(MigrationVerdict.IMPOSSIBLE);
    assertThat(found.after()).isEmpty();
    assertThat(found.rules()).containsExactly(rules);
    assertThat(found.explanation()).contains("Finish it under p@1.");
  }

  @Test
  void a_session_that_broke_nothing_may_go_on() {
    assertSafe(after(talk("p"), talk("q").rule(FEW)));
    assertSafe(after(talk("p"), talk("q").rule(FEW), "begin:listen"));
  }

  @Test
  void a_session_that_did_what_the_other_never_allows_must_be_finished() {
    assertImpossible(after(talk("p"), talk("q").rule(FEW), "begin:listen", "begin:listen"), "few");
  }

  @Test
  void rules_that_can_be_kept_one_by_one_but_not_together_are_named_together() {
    Rule thanks = Rule.of("thanks", Template.EXISTENCE, any("begin:thank"));
    Rule never = Rule.of("never", Template.NOT_SUCCESSION, any("begin:listen"), any("begin:thank"));

    assertImpossible(
        after(talk("p"), talk("q").rule(thanks).rule(never), "begin:listen"), "thanks", "never");
  }

  @Test
  void what_the_other_has_no_word_for_says_nothing_about_its_rules() {
    Rule first = Rule.of("chain", Template.CHAIN_RESPONSE, any("begin:listen"), any("begin:thank"));
    Rule kept = first.asAdvisory();

    assertSafe(
        after(
            talk("p").appreciation("work").rule(kept),
            talk("q").rule(first),
            "begin:listen",
            "thank:work"));
  }

  @Test
  void an_element_that_the_other_does_not_know_is_left_first() {
    ProtocolBuilder more = talk("p").element(Element.optional("plan", "Plan", "P").asRepeatable());

    assertSafeAfter(after(more, talk("q"), "begin:plan"), "begin:listen");
    assertSafe(after(more, talk("q"), "begin:plan", "begin:thank"));
    ProtocolBuilder beside =
        talk("p").element(Element.optional("plan", "Plan", "P").asContinuous());
    assertSafe(after(beside, talk("q"), "begin:plan"));
    assertSafe(
        after(
            more,
            talk("q").element(Element.optional("map", "Map", "P")),
            Matching.byKey().element("plan", "map"),
            "begin:plan"));
  }

  @Test
  void where_no_way_leads_out_of_an_unknown_element_the_session_is_finished_as_it_is() {
    ProtocolBuilder strict =
        talk("p").element(Element.optional("plan", "Plan", "P")).order(Order.strict());

    assertImpossible(after(strict, talk("q"), "begin:plan"));
  }

  @Test
  void referrals_that_the_other_does_not_know_come_to_their_end_first() {
    assertSafeAfter(after(offering("p"), talk("q"), "offer:desk"), "decline:desk");
    assertSafeAfter(after(offering("p"), talk("q"), "offer:desk", "accept:desk"), "complete:desk");
    assertSafe(after(offering("p"), talk("q"), "offer:desk", "decline:desk"));
    assertSafe(after(offering("p"), offering("q"), "offer:desk", "accept:desk"));
  }

  @Test
  void all_of_them_come_to_their_end_also_those_that_are_connected() {
    String[] acts = {"offer:desk", "accept:desk", "connect:desk", "offer:desk", "accept:desk"};
    Continuation found = after(offering("p"), talk("q"), acts);

    assertThat(found.verdict()).isEqualTo(MigrationVerdict.SAFE_AFTER);
    assertThat(found.after()).hasSize(2).isSubsetOf("complete:desk", "withdraw:desk", "lapse:desk");
    List<String> three = new ArrayList<>(List.of(acts));
    three.add("connect:desk");
    three.addAll(List.of(acts).subList(0, 3));
    assertThat(after(offering("p"), talk("q"), three.toArray(String[]::new)).after()).hasSize(3);
  }

  @Test
  void the_very_referral_is_named_that_is_open() {
    ProtocolBuilder two = talk("p").resource(Resource.of("a", "A")).resource(Resource.of("b", "B"));

    assertSafeAfter(after(two, talk("q"), "offer:a"), "decline:a");
    assertSafeAfter(after(two, talk("q"), "offer:b"), "decline:b");
  }

  @Test
  void one_that_the_other_knows_stays_as_it_is_beside_one_that_it_does_not() {
    for (String known : List.of("a", "b")) {
      String unknown = known.equals("a") ? "b" : "a";
      Rule spoken = Rule.of("spoken", Template.PRECEDENCE, any("begin:*"), any("offer:*"));
      ProtocolBuilder two =
          talk("p").resource(Resource.of("a", "A")).resource(Resource.of("b", "B")).rule(spoken);
      ProtocolBuilder one = talk("q").resource(Resource.of(known, "K"));

      assertSafeAfter(after(two, one, "begin:listen", "offer:a", "offer:b"), "decline:" + unknown);
    }
  }

  @Test
  void its_own_rules_may_ask_for_a_hand_off_that_the_other_does_not_know() {
    ProtocolBuilder from =
        offering("p")
            .element(Element.optional("plan", "Plan", "P").asRepeatable())
            .rule(Rule.of("helped", Template.PRECEDENCE, any("connect:desk"), any("begin:thank")))
            .rule(
                Rule.of(
                    "one-way", Template.NOT_SUCCESSION, any("begin:plan"), any("begin:listen")));

    Continuation found = after(from, talk("q"), "begin:plan", "offer:desk", "accept:desk");

    assertThat(found.after()).hasSize(3).contains("connect:desk", "begin:thank");
    assertThat(found.after()).containsAnyOf("complete:desk", "withdraw:desk", "lapse:desk");
  }

  @Test
  void a_rule_that_was_overridden_stays_so_where_the_other_may_be_overridden_too() {
    ProtocolBuilder from = talk("p").rule(FEW.asOverridable());
    String[] acts = {"begin:listen", "begin:listen!"};

    assertSafe(after(from, talk("q").rule(FEW.asOverridable()), acts));
    assertImpossible(after(from, talk("q").rule(FEW), acts), "few");
  }

  @Test
  void to_depart_from_advice_or_to_be_late_is_no_override() {
    String[] acts = {"begin:listen", "begin:listen"};
    Deadline late = Deadline.of("few", any("open"), any("begin:listen"), Duration.ofMinutes(1));

    assertImpossible(
        after(talk("p").rule(FEW.asAdvisory()), talk("q").rule(FEW.asOverridable()), acts), "few");
    assertImpossible(
        after(talk("p").deadline(late), talk("q").rule(FEW.asOverridable()), acts), "few");
  }

  @Test
  void what_was_corrected_did_not_happen() {
    assertSafe(after(talk("p"), talk("q").rule(FEW), "begin:listen", "begin:listen", "correct:3"));
    assertSafe(
        after(offering("p"), talk("q"), "offer:desk", "accept:desk", "correct:3", "correct:2"));
    assertSafe(after(talk("p"), talk("q"), "close", "correct:2"));
  }

  @Test
  void what_was_departed_from_in_error_binds_again() {
    ProtocolBuilder from = talk("p").rule(FEW.asOverridable());
    Rule none = Rule.of("few", Template.ABSENCE, any("begin:listen")).asOverridable();
    String[] acts = {"begin:listen", "begin:listen!"};

    assertSafe(after(from, talk("q").rule(none), acts));
    assertImpossible(
        after(from, talk("q").rule(none), "begin:listen", "begin:listen!", "correct:3"), "few");
  }

  @Test
  void what_a_fact_broke_once_something_was_corrected_is_departed_from() {
    Rule after = never("after", "offer:desk", "begin:listen");
    Rule before = never("before", "begin:listen", "offer:desk");
    Rule neither = never("neither", "begin:listen", "decline:desk", "begin:thank");
    ProtocolBuilder from = offering("p").rule(after).rule(before).rule(neither);
    String[] acts = {"offer:desk", "begin:listen!", "begin:thank!", "decline:desk", "correct:4"};

    assertSafe(after(from, offering("q").rule(after).rule(before).rule(neither), acts));
  }

  private static Rule never(String id, String first, String... then) {
    return Rule.of(id, Template.NOT_SUCCESSION, any(first), any(then)).asOverridable();
  }

  @Test
  void connected_referrals_without_end_make_no_search_without_end() {
    Rule thanks = Rule.of("thanks", Template.EXISTENCE, any("begin:thank"));
    Rule never = Rule.of("never", Template.NOT_SUCCESSION, any("connect:desk"), any("begin:thank"));
    Rule spoken = Rule.of("spoken", Template.PRECEDENCE, any("begin:*"), any("connect:desk"));

    assertImpossible(
        after(
            offering("p").rule(spoken),
            offering("q").rule(thanks).rule(never),
            "begin:listen",
            "offer:desk",
            "accept:desk",
            "connect:desk"),
        "thanks",
        "never");
  }

  private static Protocol other(String id) {
    return ProtocolBuilder.of(id, "1")
        .title("T")
        .source("S")
        .element(Element.optional("hear", "Hear", "P"))
        .build();
  }

  @Test
  void a_history_is_one_of_the_protocol_and_whole() {
    Protocol from = talk("p").build();
    Protocol to = talk("q").build();
    List<Event> history = new ArrayList<>(history(from, "begin:listen", "begin:thank"));
    Matching byKey = Matching.byKey();

    assertThatThrownBy(() -> Continuation.of(to, from, byKey, history))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("p@1");
    assertThatThrownBy(() -> Continuation.of(other("p"), to, byKey, history(from, "begin:listen")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("demanded something else");
    history.remove(1);
    assertThatThrownBy(() -> Continuation.of(from, to, byKey, history))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Continuation.of(from, to, byKey, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Continuation.of(from, to, byKey.element("x", "listen"), history(from)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("p@1");
  }

  @Test
  void a_conversation_that_is_over_goes_on_nowhere() {
    Protocol from = talk("p").build();
    List<Event> history = new ArrayList<>(history(from, "begin:listen"));
    Session session = Sessions.replay(id -> from, history);
    history.add(
        Sessions.decide(session, Commands.of("s-1", "sup-1", session.at()).end(EndReason.STOPPED))
            .orElseThrow()
            .event());

    assertThatThrownBy(() -> Continuation.of(from, talk("q").build(), Matching.byKey(), history))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the conversation is over");
  }
}
