package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** What a pattern takes away means nothing to the rule or the deadline, in a session too. */
class TakenAwayTest {
  private static final Protocol PROTOCOL =
      ProtocolBuilder.of("left", "1")
          .title("T")
          .source("S")
          .element(Element.optional("a", "A", "P").asRepeatable())
          .resource(Resource.of("walk", "A walk"))
          .resource(Resource.of("talk", "A talk"))
          .rule(
              Rule.of("first", Template.PRECEDENCE, any("begin:a"), any("offer:*", "!offer:walk")))
          .deadline(
              Deadline.of(
                  "soon",
                  any("!accept:walk", "accept:*"),
                  any("connect:*", "lapse:*"),
                  Duration.ofDays(1)))
          .build();

  @Test
  void an_offer_that_is_taken_away_needs_nothing_before_it() {
    Talk talk = Talk.under(PROTOCOL).then("offer:walk");

    assertThat(talk.refused("offer:talk").violations())
        .extracting(violation -> violation.rule().orElseThrow())
        .containsExactly("first");
  }

  @Test
  void a_yes_that_is_taken_away_opens_no_obligation() {
    Talk talk = Talk.under(PROTOCOL).then("offer:walk", "accept:walk");
    assertThat(talk.session().due()).isEmpty();

    talk.then("begin:a", "offer:talk", "accept:talk");
    assertThat(talk.session().due()).extracting(Obligation::deadline).containsExactly("soon");
  }
}
