package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.session.Acted;

class PlainBehaviourTest {
  @Property(tries = 200)
  void whatever_a_protocol_asks_conversations_come_to_an_end(@ForAll long seed) {
    Protocol protocol = Acted.protocol(new Random(seed));

    ExactAnalysis exact =
        ExactAnalysis.of(ConversationChain.of(protocol, PlainBehaviour.of(protocol)));

    assertThat(exact.closed() + exact.ended()).isCloseTo(1, within(1e-9));
  }

  @Example
  void a_protocol_may_have_nothing_but_an_element() {
    Protocol protocol =
        ProtocolBuilder.of("talk", "1.0.0")
            .title("Talk")
            .source("A test")
            .element(Element.required("talk", "Talk", "To talk."))
            .build();

    Behaviour plain = PlainBehaviour.of(protocol);

    assertThat(ConversationChain.of(protocol, plain).states()).isEqualTo(2);
  }

  @Example
  void offers_and_thanks_stand_where_rules_put_them() {
    Behaviour plain = PlainBehaviour.of(Catalogue.amaSixElements());

    assertThat(plain.after())
        .allSatisfy(
            (activity, next) -> {
              boolean offers = next.keySet().stream().anyMatch(each -> each.startsWith("offer:"));
              assertThat(offers)
                  .as(activity)
                  .isEqualTo(
                      activity.equals("begin:offer-resources") || activity.startsWith("concern:"));
              assertThat(next.containsKey("thank:work"))
                  .as(activity)
                  .isEqualTo(activity.equals("begin:close-with-thank-you"));
            });
    assertThat(plain.after().get("concern:imminent")).containsOnlyKeys("offer:emergency-care");
  }
}
