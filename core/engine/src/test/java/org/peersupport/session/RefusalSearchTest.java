package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;

/**
 * Whatever is attempted under the default protocol, legal or not, in an order that shrinks to a
 * short one when something does not hold.
 */
class RefusalSearchTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  @Property(tries = 500)
  void whatever_is_attempted_the_protocol_holds(@ForAll("attempts") ActionChain<Talk> chain) {
    chain
        .withInvariant(
            "elements begin in their order", RefusalSearchTest::elementsBeginInTheirOrder)
        .withInvariant(
            "nobody is connected without consent", RefusalSearchTest::nobodyIsConnectedUnasked)
        .withInvariant("replay comes to the same", RefusalSearchTest::replayComesToTheSame)
        .withInvariant("a close waits for what is outstanding", RefusalSearchTest::closeWaits)
        .run();
  }

  @Provide
  ActionChainArbitrary<Talk> attempts() {
    return ActionChain.startWith(() -> Talk.under(AMA))
        .withMaxTransformations(40)
        .withAction(6, any(ActivityKind.BEGIN))
        .withAction(3, any(ActivityKind.OFFER))
        .withAction(3, any(ActivityKind.ACCEPT))
        .withAction(1, any(ActivityKind.DECLINE))
        .withAction(2, any(ActivityKind.CONNECT))
        .withAction(1, any(ActivityKind.COMPLETE))
        .withAction(1, any(ActivityKind.WITHDRAW))
        .withAction(1, any(ActivityKind.LAPSE))
        .withAction(2, any(ActivityKind.THANK))
        .withAction(1, any(ActivityKind.CONCERN))
        .withAction(2, words());
  }

  private static Action.Independent<Talk> any(ActivityKind kind) {
    List<String> acts = new ArrayList<>();
    for (Activity activity : AMA.activities()) {
      if (activity.kind() == kind) {
        acts.add(activity.text());
      }
    }
    return attempting(Arbitraries.of(acts));
  }

  private static Action.Independent<Talk> words() {
    return attempting(
        Arbitraries.of(
            "close", "pause", "resume", "resume", "transfer:sup-2", "thank:work+sharing"));
  }

  /** A refusal must leave the session as it was. */
  private static Action.Independent<Talk> attempting(Arbitrary<String> acts) {
    return () ->
        acts.map(
            act ->
                Transformer.mutate(
                    act,
                    talk -> {
                      Session before = talk.session();
                      if (talk.permits(act)) {
                        talk.then(act);
                        assertThat(talk.session().seq()).isEqualTo(before.seq() + 1);
                      } else {
                        assertThat(talk.session()).isSameAs(before);
                      }
                    }));
  }

  /** No required element is passed over, and nobody goes back to reaching out. */
  private static void elementsBeginInTheirOrder(Talk talk) {
    List<String> required =
        List.of("reach-out", "invite-and-listen", "offer-resources", "close-with-thank-you");
    List<String> order = AMA.elements().stream().map(Element::key).toList();
    List<String> begun = new ArrayList<>();
    for (Event event : talk.history()) {
      if (event instanceof Event.ElementBegun e) {
        List<String> before = new ArrayList<>(order.subList(0, order.indexOf(e.element())));
        before.retainAll(required);
        assertThat(begun).containsAll(before);
        begun.add(e.element());
      }
      if (event instanceof Event.SessionClosed) {
        assertThat(begun).containsAll(required);
      }
    }
    assertThat(begun.lastIndexOf("reach-out"))
        .isLessThanOrEqualTo(begun.stream().takeWhile("reach-out"::equals).toList().size() - 1);
  }

  private static void nobodyIsConnectedUnasked(Talk talk) {
    List<String> accepted = new ArrayList<>();
    for (Event event : talk.history()) {
      if (event instanceof Event.ReferralAccepted e) {
        accepted.add(e.referral());
      }
      if (event instanceof Event.ReferralDeclined e) {
        accepted.remove(e.referral());
      }
      if (event instanceof Event.ReferralWithdrawn e) {
        accepted.remove(e.referral());
      }
      if (event instanceof Event.ReferralOffered e && e.resource().equals("emergency-care")) {
        accepted.add(e.referral());
      }
      if (event instanceof Event.ReferralConnected e) {
        assertThat(accepted).contains(e.referral());
      }
    }
  }

  private static void replayComesToTheSame(Talk talk) {
    assertThat(Sessions.replay(reference -> AMA, talk.history())).isEqualTo(talk.session());
  }

  private static void closeWaits(Talk talk) {
    if (talk.session().status() == Status.OPEN) {
      assertThat(talk.permits("close")).isEqualTo(talk.session().outstanding().isEmpty());
    }
  }
}
