package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
      session = Sessions.decide(session, command(session, act)).orElseThrow().session();
    }
  }

  private static void check(Session session) {
    for (Options.Option option : Sessions.options(session, AT).options()) {
      String act = option.activity();
      boolean isAccepted = Sessions.decide(session, command(session, act)).isAccepted();
      assertThat(option.isPermitted()).as("options, %s", act).isEqualTo(isAccepted);
      assertThat(session.permitted().contains(act)).as("permitted, %s", act).isEqualTo(isAccepted);
    }
  }

  private static Command command(Session session, String act) {
    int colon = act.indexOf(':');
    String kind = colon < 0 ? act : act.substring(0, colon);
    String key = act.substring(colon + 1);
    return switch (kind) {
      case "begin" -> SUPPORTER.begin(key);
      case "concern" -> SUPPORTER.raiseConcern(key);
      case "thank" -> SUPPORTER.thank(key);
      case "offer" -> SUPPORTER.offer("r-" + session.seq(), key);
      case "accept" -> SUPPORTER.accept(meant(session, kind, key));
      case "decline" -> SUPPORTER.decline(meant(session, kind, key));
      case "connect" -> SUPPORTER.connect(meant(session, kind, key));
      case "complete" -> SUPPORTER.complete(meant(session, kind, key));
      case "lapse" -> SUPPORTER.lapse(meant(session, kind, key));
      case "pause" -> SUPPORTER.pause();
      case "resume" -> SUPPORTER.resume();
      case "transfer" -> SUPPORTER.transfer(session.supporter());
      case "end" -> SUPPORTER.end(EndReason.STOPPED);
      default -> SUPPORTER.close();
    };
  }

  /** The oldest referral of the resource that the act fits, or else the latest. */
  private static String meant(Session session, String kind, String resource) {
    Optional<String> latest = Optional.empty();
    for (Referral referral : session.referrals()) {
      if (referral.resource().equals(resource)) {
        latest = Optional.of(referral.id());
        if (fits(session.protocol(), referral, kind)) {
          return referral.id();
        }
      }
    }
    return latest.orElse("nobody-offered-it");
  }

  private static boolean fits(Protocol protocol, Referral referral, String kind) {
    boolean offered = referral.state() == ReferralState.OFFERED;
    boolean accepted = referral.state() == ReferralState.ACCEPTED;
    boolean connected = referral.state() == ReferralState.CONNECTED;
    return switch (kind) {
      case "accept", "decline" -> offered;
      case "connect" -> accepted || (offered && isByNotice(protocol, referral.resource()));
      case "complete" -> connected;
      default -> offered || accepted || connected;
    };
  }

  private static boolean isByNotice(Protocol protocol, String resource) {
    return protocol.resources().stream()
        .anyMatch(
            each -> each.key().equals(resource) && each.consent().wireName().equals("notice"));
  }
}
