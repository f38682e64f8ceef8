package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

class OfferPointsTest {
  private static ProtocolBuilder two() {
    return ProtocolBuilder.of("two", "1.0.0")
        .title("Two")
        .source("Ours")
        .element(Element.required("listen", "Listen", "Listen."))
        .element(Element.required("close", "Close", "Close."))
        .order(Order.strict())
        .resource(Resource.of("leaflet", "Leaflet"))
        .resource(Resource.of("helpline", "Helpline"));
  }

  @Test
  void without_rules_every_resource_may_be_offered_everywhere() {
    OfferPoints points = OfferPoints.of(two().build());

    assertThat(points.first()).containsExactly("leaflet", "helpline");
    assertThat(points.during())
        .containsEntry("listen", List.of("leaflet", "helpline"))
        .containsEntry("close", List.of("leaflet", "helpline"));
  }

  @Test
  void a_rule_about_one_resource_tells_it_from_the_others() {
    Protocol protocol =
        two()
            .rule(Rule.of("first", Template.PRECEDENCE, any("begin:close"), any("offer:leaflet")))
            .rule(
                Rule.of(
                    "not-after",
                    Template.NOT_SUCCESSION,
                    any("begin:close"),
                    any("offer:helpline")))
            .build();

    OfferPoints points = OfferPoints.of(protocol);

    assertThat(points.first()).containsExactly("helpline");
    assertThat(points.during())
        .containsEntry("listen", List.of("helpline"))
        .containsEntry("close", List.of("leaflet"));
  }

  @Test
  void a_continuous_element_is_no_place() {
    Protocol protocol =
        two().element(Element.optional("comfort", "Comfort", "Comfort.").asContinuous()).build();

    assertThat(OfferPoints.of(protocol).during()).containsOnlyKeys("listen", "close");
  }

  @Test
  void the_default_protocol_offers_from_its_fifth_element_on_and_some_at_any_time() {
    OfferPoints points = OfferPoints.of(Catalogue.amaSixElements());

    // More may be offered after a concern, or on the way back from a later element.
    assertThat(points.first()).containsExactly("information-sheet", "emergency-care");
    assertThat(points.during().get("reach-out"))
        .containsExactly("information-sheet", "emergency-care");
    assertThat(points.during().get("invite-and-listen"))
        .containsExactly("information-sheet", "emergency-care");
    assertThat(points.during().get("offer-resources")).hasSize(6);
    assertThat(points.during().get("close-with-thank-you")).hasSize(6);
  }

  @Test
  void where_no_first_pass_closes_any_conversation_counts() {
    Protocol protocol =
        ProtocolBuilder.of("twice", "1.0.0")
            .title("Twice")
            .source("Ours")
            .element(Element.required("listen", "Listen", "Listen.").asRepeatable())
            .order(Order.strict())
            .resource(Resource.of("leaflet", "Leaflet"))
            .rule(Rule.of("again", Template.EXISTENCE, any("begin:listen")).times(2))
            .build();

    assertThat(OfferPoints.of(protocol).during()).containsEntry("listen", List.of("leaflet"));
  }
}
