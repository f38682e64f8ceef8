package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;

/** Reasons and codes are the protocol's own, on each act that may have one. */
class ReasonTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private final Talk talk =
      Talk.under(AMA).then("begin:reach-out", "concern:imminent", "offer:emergency-care");
  private final Commands unknown = talk.supporter().overriding("no-such-code", "why");

  private RefusalCode refusal(Command command) {
    return talk.refused(command).code();
  }

  @Test
  void a_no_and_a_lapse_may_have_a_reason_of_the_protocol_and_no_other() {
    Command no = talk.peer().decline("r-1", "not-now");

    assertThat(Sessions.decide(talk.session(), no).isAccepted()).isTrue();
    assertThat(refusal(talk.peer().decline("r-1", "no-such")))
        .isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(talk.peer().lapse("r-1", "no-such"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(talk.peer().lapse("r-1", "not-now"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(talk.supporter().end(new EndReason("no-such"))))
        .isEqualTo(RefusalCode.REASON_UNKNOWN);
    talk.record(no);
  }

  /** A session that is over is over, whatever reason is given. */
  @Test
  void the_status_comes_before_the_reason() {
    talk.then("end:safety");

    assertThat(refusal(talk.supporter().end(new EndReason("no-such"))))
        .isEqualTo(RefusalCode.SESSION_FINISHED);
    talk.record(talk.supporter().connect("r-1"));
    talk.then("void:test");
    assertThat(refusal(talk.supporter().lapse("r-1", "no-such")))
        .isEqualTo(RefusalCode.SESSION_VOIDED);
  }

  @Test
  void a_code_that_is_none_is_refused_whether_or_not_a_rule_is_in_the_way() {
    assertThat(refusal(unknown.begin("invite-and-listen"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(unknown.begin("offer-resources"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(unknown.offer("r-2", "chaplaincy"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(unknown.thank("work"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(unknown.connect("r-1"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(unknown.close())).isEqualTo(RefusalCode.REASON_UNKNOWN);
  }

  @Test
  void it_stands_in_its_place_in_the_order_of_codes() {
    assertThat(refusal(unknown.begin("nothing"))).isEqualTo(RefusalCode.ELEMENT_UNKNOWN);
    assertThat(refusal(unknown.offer("r-2", "nothing"))).isEqualTo(RefusalCode.RESOURCE_UNKNOWN);
    assertThat(refusal(unknown.thank("nothing"))).isEqualTo(RefusalCode.FACET_UNKNOWN);
    assertThat(refusal(unknown.connect("r-9"))).isEqualTo(RefusalCode.REASON_UNKNOWN);
    assertThat(refusal(unknown.offer("r-1", "chaplaincy"))).isEqualTo(RefusalCode.REASON_UNKNOWN);

    talk.then("pause");
    assertThat(refusal(unknown.thank("work"))).isEqualTo(RefusalCode.SESSION_PAUSED);
  }

  @Test
  void on_acts_that_no_rule_refuses_it_has_no_meaning() {
    talk.record(unknown.raiseConcern("elevated"));
    talk.record(unknown.accept("r-1"));
    talk.record(unknown.pause());

    assertThat(talk.last().deviations()).isEmpty();
  }
}
