package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** What a supporter reads first, and perhaps alone. */
class FirstPageTest {
  private static final List<Topic> FIRST_PAGE =
      List.of(Topic.MUST, Topic.SHOULD, Topic.MAY, Topic.DANGER);

  /** Words of a page of A4 that is not crowded. */
  private static final int PAGE = 500;

  @Test
  void comes_before_everything_else() {
    for (Protocol protocol : Catalogue.all()) {
      List<Topic> topics =
          PlainText.of(protocol).sections().stream()
              .map(Section::topic)
              .filter(topic -> topic != Topic.CAUTION)
              .toList();

      assertThat(topics).startsWith(FIRST_PAGE.toArray(Topic[]::new));
      assertThat(topics.get(FIRST_PAGE.size())).isEqualTo(Topic.ABOUT);
    }
  }

  @Test
  void is_one_page() {
    int words = 0;
    for (Topic topic : FIRST_PAGE) {
      for (Statement statement : PlainText.of(Catalogue.amaSixElements()).about(topic)) {
        words += statement.text().split(" ").length;
        words += statement.notes().stream().mapToInt(note -> note.split(" ").length).sum();
      }
    }

    assertThat(words).isLessThanOrEqualTo(PAGE);
  }

  @Test
  void tells_by_titles_and_reasons_what_must_be() {
    assertThat(said(Catalogue.amaSixElements(), Topic.MUST))
        .containsExactly(
            "Go through these, in this order: 'Reach out', 'Invite and listen', 'Offer resources'"
                + " and 'Close with a thank you'.",
            "Offer something. Every colleague is offered a resource, because listening is not always"
                + " enough.",
            "Listen before you offer. Help is offered after listening, or right after a concern.",
            "Ask for an answer. Every offer gets an answer. The choice is theirs.",
            "Thank them for their work. Every colleague is thanked for the work they do.",
            "Thank them for sharing. Every colleague is thanked for what they shared.",
            "Ask the peer before each hand-off. Hand over only after a yes. For 'Emergency care' it"
                + " is enough to tell them.");
  }

  @Test
  void tells_what_should_and_may_be() {
    Protocol protocol = Catalogue.amaSixElements();

    assertThat(said(protocol, Topic.SHOULD))
        .containsExactly(
            "Thank at the end. Thanks are welcome at any time. Here they come in the closing element.",
            "Let thanks be the last word. A conversation closes with thanks, so nothing comes after"
                + " them.",
            "The peer's yes to an offer should be followed within 3 days by a hand-off or its"
                + " completion, the withdrawal of a yes, or the lapse of a referral.");
    assertThat(said(protocol, Topic.MAY))
        .containsExactly(
            "You may also begin: 'Reflect and reframe' and 'Make sense and cope'.",
            "You may go back to an earlier element where there is a way. The ways stand below.",
            "You may depart from these with a short reason: 'Listen before you offer' and 'Ask for an"
                + " answer'. The reason needs no names and no story.",
            "You may pause at any time. You may also end the conversation early at any time,"
                + " whatever is still missing.",
            "The peer may say no, take back a yes, pause or stop at any time. They need no reason.");
  }

  @Test
  void tells_what_to_do_in_danger() {
    String level = "'Afraid of harm to them or someone else soon; if in doubt, this'";

    assertThat(said(Catalogue.amaSixElements(), Topic.DANGER))
        .containsExactly(
            "In danger, get help first. Record a concern as soon as you can: 'Worried: they need more"
                + " than this talk' or "
                + level
                + ". Anyone can do it at any time. You judge, never the software.",
            "Hand over when someone may be in danger. When someone may be in danger, somebody who can"
                + " help takes over.",
            "A concern recorded as "
                + level
                + " calls for a hand-off to 'Emergency care' or its completion. Do it as soon as you"
                + " can.",
            "This still holds after the conversation has ended.",
            "Offer professional help when you are worried. When you are worried, professional help is"
                + " offered.",
            "A concern recorded as 'Worried: they need more than this talk' should always be followed"
                + " by an offer of 'Staff counselling (EAP)', 'Mental health professional' or"
                + " 'Emergency care', at once or later.",
            "A concern recorded as "
                + level
                + " should be followed within 15 minutes by a hand-off to 'Emergency care' or its"
                + " completion.",
            "You may end the conversation for safety. That is a good ending, and help is still needed"
                + " then.");
  }

  @Test
  void says_so_where_there_is_nothing() {
    Protocol bare =
        described()
            .element(Element.optional("one", "One", "P").asRepeatable())
            .order(Order.modular())
            .build();

    assertThat(said(bare, Topic.MUST)).containsExactly("There is nothing that you must do.");
    assertThat(said(bare, Topic.SHOULD)).containsExactly("There is no advice.");
    assertThat(said(bare, Topic.MAY)).hasSize(3).startsWith("You may also begin: 'One'.");
    assertThat(said(bare, Topic.DANGER))
        .containsExactly(
            "This protocol says nothing about danger. Get help as your workplace has agreed.",
            "You may end the conversation for safety. That is a good ending, and help is still needed"
                + " then.");
  }

  /** Advice about the order, consent that is always needed, rules without titles and reasons. */
  @Test
  void tells_the_exact_sentence_where_there_is_no_title() {
    Protocol protocol =
        described()
            .element(Element.required("one", "One", "P").asRepeatable())
            .element(Element.required("two", "Two", "P").asRepeatable())
            .order(Order.guided().returning("two", "one"))
            .resource(Resource.of("walk", "A walk"))
            .concerns("grave")
            .rule(
                Rule.of("walked", Template.EXISTENCE, any("offer:walk"))
                    .asOverridable()
                    .because("It helps."))
            .rule(Rule.of("called", Template.EXISTENCE, any("begin:one")).called("Begin with One"))
            .rule(
                Rule.of("met", Template.RESPONSE, any("concern:grave"), any("offer:walk"))
                    .bindingAlways())
            .rule(
                Rule.of("kept", Template.RESPONSE, any("begin:one"), any("begin:two"))
                    .bindingAlways())
            .deadline(Deadline.of("soon", any("open"), any("begin:one"), Duration.ofHours(1)))
            .build();

    assertThat(said(protocol, Topic.MUST))
        .containsExactly(
            "Go through these, in any order: 'One' and 'Two'.",
            "The conversation must include an offer of 'A walk' at least once.",
            "Begin with One. The conversation must include the element 'One' at least once.",
            "Ask the peer before each hand-off. Hand over only after a yes.");
    assertThat(said(protocol, Topic.SHOULD))
        .containsExactly(
            "Where these come, they should come in this order: 'One' and 'Two'.",
            "The opening of the session should be followed within 1 hour by the start of 'One'.");
    assertThat(said(protocol, Topic.MAY))
        .contains(
            "You may depart from these with a short reason: 'walked'. The reason needs no names and"
                + " no story.");
    assertThat(said(protocol, Topic.DANGER))
        .containsExactly(
            "In danger, get help first. Record a concern as soon as you can: grave. Anyone can do it"
                + " at any time. You judge, never the software.",
            "A concern recorded as grave calls for an offer of 'A walk'. Do it as soon as you can.",
            "This still holds after the conversation has ended.",
            "The start of 'One' calls for the start of 'Two'. Do it as soon as you can.",
            "This still holds after the conversation has ended.",
            "You may end the conversation for safety. That is a good ending, and help is still needed"
                + " then.");
  }

  @Test
  void speaks_german() {
    assertThat(PlainText.of(Catalogue.amaSixElements(), Locale.GERMAN).about(Topic.DANGER))
        .last()
        .extracting(Statement::text)
        .isEqualTo(
            "Sie dürfen das Gespräch wegen der Sicherheit beenden. Das ist ein gutes Ende, und Hilfe ist"
                + " dann weiterhin nötig.");
  }

  private static List<String> said(Protocol protocol, Topic topic) {
    List<String> said = new ArrayList<>();
    for (Statement statement : PlainText.of(protocol).about(topic)) {
      said.add(statement.text());
      said.addAll(statement.notes());
    }
    return said;
  }

  private static ProtocolBuilder described() {
    return ProtocolBuilder.of("described", "1").title("T").source("S");
  }
}
