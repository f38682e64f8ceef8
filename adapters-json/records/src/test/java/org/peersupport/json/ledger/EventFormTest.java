package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.EventSamples;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.internal.Trees;
import org.peersupport.protocol.ActMember;
import org.peersupport.session.Event;

class EventFormTest {
  private static JsonNode tree(String json) {
    return requireNonNull(Trees.read(json.getBytes(UTF_8)));
  }

  private static String written(Event event) {
    return PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
  }

  private static List<Event> everyType() {
    return EventSamples.events();
  }

  /** What must be erasable, here by its type in Java and not by the name of a member. */
  private static final List<String> PERSONAL =
      List.of(
          "s-1",
          "s-0",
          "sup-1",
          "sup-2",
          "peer-1",
          "clinic-1",
          "c-1",
          "c-2",
          "r-1",
          "r-2",
          "r-3",
          "nurse",
          "chaplain",
          "surgery",
          "emergency",
          "The phone rang.");

  @ParameterizedTest
  @MethodSource("everyType")
  void swaps_everything_that_leads_to_a_person(Event event) {
    JsonNode whole = tree(written(event));

    ObjectNode swapped =
        requireNonNull(
            EventForm.swap(whole, (kind, value) -> TextNode.valueOf("<" + kind.word() + ">")));

    for (String personal : PERSONAL) {
      assertThat(swapped.toString()).doesNotContain("\"" + personal + "\"");
    }
    assertThat(Shapes.names(swapped)).isEqualTo(Shapes.names(whole));
  }

  /** A member that no sample has would be swapped or kept unseen. */
  @Test
  void every_member_stands_in_a_sample() {
    Set<String> sampled = new HashSet<>();
    everyType().forEach(event -> sampled.addAll(Shapes.names(tree(written(event)))));

    assertThat(sampled)
        .containsAll(Stream.of(ActMember.values()).map(ActMember::eventName).toList());
  }

  @Test
  void tells_the_word_of_an_end_from_a_reason() {
    for (Map.Entry<String, Boolean> each :
        Map.of("session-ended", false, "event-corrected", true).entrySet()) {
      ObjectNode swapped =
          EventForm.swap(
              tree("{\"type\":\"" + each.getKey() + "\",\"reason\":\"stopped\"}"),
              (kind, value) -> TextNode.valueOf(kind.word()));

      assertThat(requireNonNull(swapped).path("reason").textValue())
          .isEqualTo(each.getValue() ? "text" : "stopped");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"note\":\"SECRET\"}",
        "{\"element\":\"Told me\"}",
        "{\"resource\":7}",
        "{\"facets\":[\"work\",\"Told me\"]}",
        "{\"facets\":\"work\"}",
        "{\"protocol\":\"ama-six-elements\"}",
        "{\"protocol\":\"a b@1\"}",
        "{\"at\":\"yesterday\"}",
        "{\"recordedAt\":\"yesterday\"}",
        "{\"type\":\"session-opened\",\"fingerprint\":\"Told me\"}",
        "{\"type\":\"session-ended\",\"reason\":\"Told me\"}",
        "{\"type\":\"session-voided\",\"reason\":\"Told me\"}",
        "{\"type\":\"referral-declined\",\"reason\":\"Told me\"}",
        "{\"type\":\"referral-lapsed\",\"reason\":\"Told me\"}",
        "{\"deviations\":[{\"rule\":\"r\",\"code\":\"Told me\"}]}",
        "{\"deviations\":[{\"rule\":\"time.in-future\",\"aheadBy\":\"long\"}]}",
        "{\"type\":\"session ended\"}",
        "{\"deviations\":[{\"rule\":\"Told me\"}]}",
        "{\"deviations\":[{\"rule\":\"r\",\"lateBy\":\"long\"}]}",
        "{\"deviations\":[{\"rule\":\"r\",\"note\":\"SECRET\"}]}",
        "{\"deviations\":{}}",
        "{\"peer\":{\"id\":\"p\",\"name\":\"SECRET\"}}",
        "{\"peer\":\"p\"}",
        "{\"seq\":\"1\"}",
        "[]"
      })
  void has_no_place_for_anything_else(String event) {
    assertThat(EventForm.swap(tree(event), (kind, value) -> value)).isNull();
  }
}
