package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;

/** What nothing can meet any more once the conversation is over, nobody is asked to meet. */
class DeadlineAtTheEndTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static Protocol protocol(List<String> from, List<String> to) {
    return ProtocolBuilder.of("timed", "1.0.0")
        .title("T")
        .source("S")
        .element(Element.optional("a", "A", "P").asRepeatable())
        .resource(Resource.of("walk", "A walk"))
        .concerns("grave")
        .appreciation("work", "sharing")
        .deadline(Deadline.of("soon", from, to, HOUR))
        .build();
  }

  private static List<Obligation> due(Talk talk) {
    return talk.session().due();
  }

  @Test
  void a_close_and_an_end_discharge_what_only_elements_and_thanks_and_words_meet() {
    for (List<String> to :
        List.of(
            any("begin:a"),
            any("thank:*"),
            any("begin:a", "thank:work"),
            any("begin:a", "close"))) {
      for (String over : List.of("close", "end:stopped")) {
        Talk talk = Talk.under(protocol(any("offer:walk"), to)).then("offer:walk");
        assertThat(due(talk)).hasSize(1);

        talk.then(over);

        assertThat(due(talk)).as("%s after %s", to, over).isEmpty();
        assertThat(talk.last().deviations()).isEmpty();
      }
    }
  }

  @Test
  void they_say_so_when_it_was_too_late_already() {
    Talk talk = Talk.under(protocol(any("open"), any("begin:a"))).after(Duration.ofHours(3));

    talk.then("end:stopped");

    assertThat(talk.last().deviations())
        .containsExactly(Deviation.late("soon", Duration.ofHours(2)));
  }

  @Test
  void what_a_referral_or_a_concern_can_still_meet_stays_due() {
    for (List<String> to : List.of(any("connect:*"), any("begin:a", "lapse:*"), any("concern:*"))) {
      Talk talk = Talk.under(protocol(any("offer:walk"), to)).then("offer:walk", "end:stopped");

      assertThat(due(talk)).as("%s", to).hasSize(1);
    }
  }

  @Test
  void nothing_of_the_kind_opens_with_the_end_or_later() {
    Talk closing = Talk.under(protocol(any("close", "end"), any("begin:a"))).then("close");
    assertThat(due(closing)).isEmpty();
    Talk later = Talk.under(protocol(any("accept:walk", "concern:grave"), any("thank:*")));
    later.then("offer:walk", "end:stopped", "accept:walk", "concern:grave");
    assertThat(due(later)).isEmpty();
  }

  @Test
  void what_can_be_met_later_opens_later_too() {
    Talk talk = Talk.under(protocol(any("end", "accept:walk"), any("complete:walk")));
    talk.then("offer:walk", "end:stopped", "accept:walk");

    assertThat(due(talk))
        .extracting(Obligation::referral)
        .containsExactlyInAnyOrder(Optional.empty(), Optional.of("r-1"));
    talk.then("complete:walk");
    assertThat(due(talk)).isEmpty();
  }

  @Test
  void a_pause_meets_nothing_and_stops_nothing() {
    Talk talk = Talk.under(protocol(any("open"), any("begin:a"))).then("pause");
    assertThat(due(talk)).hasSize(1);

    talk.after(Duration.ofHours(2)).then("resume", "begin:a");

    assertThat(talk.last().deviations()).containsExactly(Deviation.late("soon", HOUR));
  }

  @Test
  void the_late_ones_stand_in_the_order_of_the_document_whatever_was_said_first() {
    Protocol protocol =
        ProtocolBuilder.of("timed", "1.0.0")
            .title("T")
            .source("S")
            .element(Element.optional("a", "A", "P").asRepeatable())
            .appreciation("work", "sharing")
            .deadline(Deadline.of("for-sharing", any("open"), any("thank:sharing"), HOUR))
            .deadline(Deadline.of("for-work", any("open"), any("thank:work"), HOUR))
            .build();
    Talk talk = Talk.under(protocol).after(Duration.ofHours(2)).then("thank:work+sharing");

    assertThat(talk.last().deviations())
        .containsExactly(Deviation.late("for-sharing", HOUR), Deviation.late("for-work", HOUR));
  }
}
