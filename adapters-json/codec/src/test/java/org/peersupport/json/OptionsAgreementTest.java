package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Decision;
import org.peersupport.session.Options;
import org.peersupport.session.Peer;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * The agreement of {@code options}, {@code permitted} and {@code decide} on every act, wherever
 * random conversations come under the protocols that ship. In them resources are offered again
 * while an earlier referral is connected, and conversations pause and end early.
 */
class OptionsAgreementTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final Commands SUPPORTER = Commands.of("s-1", "sup", AT);
  private static final int STEPS = 60;

  @Provide
  Arbitrary<String> protocols() {
    return Arbitraries.of(Variants.ids());
  }

  @Property(tries = 150)
  void all_three_agree_on_every_act(@ForAll("protocols") String id, @ForAll long seed) {
    Protocol protocol = Variants.find(id).orElseThrow();
    Random random = new Random(seed);
    Peer supporter = Peer.of("sup").from("ward");
    Peer peer = Peer.of("peer").from(random.nextBoolean() ? "ward" : "other");
    var opening = Sessions.open(protocol, SUPPORTER.open(protocol.reference(), supporter, peer));
    if (!(opening instanceof Decision.Accepted opened)) {
      return; // the pairing of this protocol is another one
    }
    Session session = opened.session();
    for (int step = 0; step < STEPS; step++) {
      check(session);
      List<String> permitted = new ArrayList<>(new TreeSet<>(session.permitted()));
      if (random.nextInt(20) > 0) {
        permitted.removeAll(List.of("close", "end", "transfer"));
      }
      if (permitted.isEmpty()) {
        return;
      }
      String act = permitted.get(random.nextInt(permitted.size()));
      Options.Option chosen = permittedOption(session, act);
      session = Sessions.decide(session, command(session, chosen)).orElseThrow().session();
    }
  }

  private static Options.Option permittedOption(Session session, String act) {
    return Sessions.options(session, AT).options().stream()
        .filter(option -> option.activity().equals(act) && option.isPermitted())
        .findFirst()
        .orElseThrow();
  }

  private static void check(Session session) {
    Set<String> permitted = new TreeSet<>();
    for (Options.Option option : Sessions.options(session, AT).options()) {
      String act = option.activity();
      if (option.isPermitted()) {
        permitted.add(act);
      }
      assertThat(Sessions.decide(session, command(session, option)).isAccepted())
          .as("options, %s of %s", act, option.referral())
          .isEqualTo(option.isPermitted());
      assertThat(meant(session, option)).as("referral, %s", act).contains(option.referral());
    }
    assertThat(session.permitted()).containsExactlyElementsOf(permitted);
  }

  private static Command command(Session session, Options.Option option) {
    return switch (option.act()) {
      case OFFER -> SUPPORTER.of(option, "r-" + session.seq());
      case END -> SUPPORTER.end(EndReason.STOPPED);
      case TRANSFER -> SUPPORTER.transfer(session.supporter());
      default ->
          option.act().followsOffer() && option.referral().isEmpty()
              ? SUPPORTER.of(option.activity(), Optional.of("nobody-offered-it"))
              : SUPPORTER.of(option);
    };
  }

  /** The referrals that an entry may name: those that the act fits, or else the latest. */
  private static List<Optional<String>> meant(Session session, Options.Option option) {
    List<Optional<String>> fitting = new ArrayList<>();
    Optional<String> latest = Optional.empty();
    String resource = option.activity().substring(option.activity().indexOf(':') + 1);
    for (Referral referral : session.referrals()) {
      if (option.act().followsOffer() && referral.resource().equals(resource)) {
        latest = Optional.of(referral.id());
        if (fits(session.protocol(), referral, option.act())) {
          fitting.add(latest);
        }
      }
    }
    return fitting.isEmpty() ? List.of(latest) : fitting;
  }

  private static boolean fits(Protocol protocol, Referral referral, ActType act) {
    boolean offered = referral.state() == ReferralState.OFFERED;
    boolean accepted = referral.state() == ReferralState.ACCEPTED;
    boolean connected = referral.state() == ReferralState.CONNECTED;
    return switch (act) {
      case ACCEPT, DECLINE -> offered;
      case CONNECT -> accepted || (offered && isByNotice(protocol, referral.resource()));
      case COMPLETE, WITHDRAW -> accepted || connected;
      default -> offered || accepted || connected;
    };
  }

  private static boolean isByNotice(Protocol protocol, String resource) {
    return protocol.resources().stream()
        .anyMatch(
            each -> each.key().equals(resource) && each.consent().wireName().equals("notice"));
  }
}
