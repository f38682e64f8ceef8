package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** What every answer says first while someone may be in danger and nobody has taken over. */
class UrgencyTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static List<String> remedy(Session session) {
    return session.urgency().orElseThrow().remedy().stream().map(Activity::text).toList();
  }

  @Test
  void there_is_none_before_a_concern_and_none_for_a_lesser_one() {
    assertThat(Talk.under(AMA).session().urgency()).isEmpty();
    assertThat(Talk.under(AMA).then("concern:elevated").session().urgency()).isEmpty();
  }

  @Test
  void it_names_the_rules_and_a_shortest_way_until_somebody_has_taken_over() {
    Talk talk = Talk.under(AMA).then("begin:reach-out", "concern:imminent");

    assertThat(talk.session().urgency().orElseThrow().rules())
        .containsExactly("imminent-concern-met");
    assertThat(remedy(talk.session()))
        .containsExactly("offer:emergency-care", "connect:emergency-care");
    talk.then("offer:emergency-care");
    assertThat(remedy(talk.session())).containsExactly("connect:emergency-care");
    talk.then("connect:emergency-care");
    assertThat(talk.session().urgency()).isEmpty();
  }

  @Test
  void an_offer_that_comes_to_nothing_does_not_end_it() {
    Talk talk = Talk.under(AMA).then("concern:imminent", "offer:emergency-care");

    for (String outcome : List.of("decline", "lapse")) {
      talk.then(outcome + ":emergency-care");
      assertThat(remedy(talk.session()))
          .containsExactly("offer:emergency-care", "connect:emergency-care");
      talk.then("offer:emergency-care");
    }
  }

  @Test
  void it_is_there_in_every_status_but_voided() {
    Talk paused = Talk.under(AMA).then("concern:imminent", "pause");
    Talk ended = Talk.under(AMA).then("end:declined", "concern:imminent");

    assertThat(remedy(paused.session()))
        .containsExactly("offer:emergency-care", "connect:emergency-care");
    assertThat(remedy(ended.session()))
        .containsExactly("offer:emergency-care", "connect:emergency-care");
  }

  @Test
  void it_leaves_every_other_rule_aside() {
    Protocol protocol =
        ProtocolBuilder.of("none", "1.0.0")
            .title("T")
            .source("S")
            .element(Element.optional("a", "A", "P").asRepeatable())
            .concerns("grave")
            .resource(Resource.of("care", "Care").byNotice())
            .rule(
                Rule.of("met", Template.RESPONSE, any("concern:grave"), any("connect:care"))
                    .bindingAlways())
            .rule(Rule.of("a-first", Template.PRECEDENCE, any("begin:a"), any("offer:care")))
            .build();
    Talk talk = Talk.under(protocol).then("concern:grave");

    assertThat(remedy(talk.session())).containsExactly("offer:care", "connect:care");
  }

  @Test
  void its_sentence_names_the_steps_and_the_good_ending() {
    Session session = Talk.under(AMA).then("concern:imminent").session();

    assertThat(session.urgency().orElseThrow().explanation())
        .startsWith("Someone may be in danger. ")
        .contains("Emergency care")
        .endsWith(
            "You may end the conversation for safety. That is a good ending, and help is still needed"
                + " then.");
  }

  @Test
  void its_sentence_asks_nobody_to_end_what_is_over() {
    Session session = Talk.under(AMA).then("concern:imminent", "end:interrupted").session();

    assertThat(session.urgency().orElseThrow().explanation())
        .isEqualTo(
            "Someone may be in danger, and nobody has taken over yet. Get help now. Do this first: offer"
                + " 'Emergency care', then connect the peer with 'Emergency care'.");
  }

  @Test
  void without_a_way_its_sentence_asks_for_help_and_ends_only_what_goes_on() {
    assertThat(new Urgency(AMA, List.of("imminent-concern-met"), List.of(), false).explanation())
        .isEqualTo(
            "Someone may be in danger. Get help now. You may end the conversation for safety. That is"
                + " a good ending, and help is still needed then.");
    assertThat(new Urgency(AMA, List.of("imminent-concern-met"), List.of(), true).explanation())
        .isEqualTo("Someone may be in danger, and nobody has taken over yet. Get help now.");
  }

  @Test
  void a_refused_void_says_the_danger_once_and_the_good_ending_only_while_there_is_one() {
    Talk running = Talk.under(AMA).then("concern:imminent", "offer:emergency-care");
    Talk paused = Talk.under(AMA).then("concern:imminent", "offer:emergency-care", "pause");
    Talk ended =
        Talk.under(AMA).then("concern:imminent", "offer:emergency-care", "end:interrupted");
    String steps = "Get help now. Do this first: connect the peer with 'Emergency care'. ";
    String later =
        "You can void the session once someone has taken over. If the concern is about somebody else,"
            + " record it in their session now.";
    String going =
        "Someone may be in danger. "
            + steps
            + "You may end the conversation for safety. That is a good ending, and help is still needed"
            + " then. "
            + later;

    assertThat(explained(running, "void:test")).isEqualTo(going);
    assertThat(explained(paused, "void:test")).isEqualTo(going);
    assertThat(explained(ended, "void:test"))
        .isEqualTo("Someone may be in danger, and nobody has taken over yet. " + steps + later);
    assertThat(explained(ended, "begin:reach-out")).doesNotContain("good ending");
    assertThat(running.refused("void:test").violations().get(0).explanation())
        .isEqualTo("Someone may still be in danger. Get help first. Then void the session.");
  }

  private static String explained(Talk talk, String act) {
    return talk.refused(act).explanation(Locale.ROOT, talk.session().urgency());
  }

  @Test
  void a_refused_correction_still_says_why() {
    Talk talk = Talk.under(AMA).then("concern:imminent", "begin:reach-out", "correct:3");

    assertThat(explained(talk, "correct:3")).contains("You cannot correct event 3.");
  }

  @Test
  void the_element_is_the_one_last_begun_that_is_not_continuous() {
    Protocol protocol =
        ProtocolBuilder.of("beside", "1.0.0")
            .title("T")
            .source("S")
            .element(Element.optional("a", "A", "P").asRepeatable())
            .element(Element.optional("b", "B", "P").asRepeatable())
            .element(Element.optional("all-along", "C", "P").asRepeatable().asContinuous())
            .build();
    Talk talk = Talk.under(protocol);
    assertThat(talk.session().element()).isEmpty();
    assertThat(talk.then("begin:all-along").session().element()).isEmpty();
    assertThat(talk.then("begin:a").session().element()).hasValue("a");
    assertThat(talk.then("begin:all-along", "pause").session().element()).hasValue("a");
    assertThat(talk.then("resume", "begin:b", "end:stopped").session().element()).hasValue("b");
    assertThat(Sessions.replay(reference -> protocol, talk.history()).element()).hasValue("b");
    assertThat(talk.then("correct:7").session().element()).hasValue("a");
  }
}
