package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;

/**
 * {@code permitted}, {@code options} and {@code decide} say the same of every act but opening,
 * correcting and voiding, under any protocol, in any state, for anyone.
 */
class AgreementTest {
  private static final List<String> REFERRAL_ACTS =
      List.of("accept", "decline", "connect", "complete", "withdraw", "lapse");

  /**
   * An act with the referral that its command names.
   *
   * @param referral empty for an act of none, and where there is none to name
   */
  private record Entry(String activity, Optional<String> referral) {}

  @Provide
  Arbitrary<RandomTalk> talks() {
    return Arbitraries.randomValue(
        random -> RandomTalk.correcting(RandomProtocols.next(random), random, 25));
  }

  @Property(tries = 150)
  void the_options_of_anyone_are_what_deciding_says(@ForAll("talks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      Session session = each.before();
      for (String by : List.of(session.supporter().id(), "peer-1", "sup-9")) {
        Options options = Sessions.options(session, by, session.at());
        assertThat(options.options())
            .extracting(option -> new Entry(option.activity(), option.referral()))
            .isEqualTo(entries(session));
        for (Options.Option option : options.options()) {
          Command command = command(session, by, option);
          assertThat(option.act()).isEqualTo(command.type());
          assertThat(option.refusal())
              .as("%s by %s in %s", option.activity(), by, session.referrals())
              .isEqualTo(Sessions.decide(session, command).refusal());
        }
      }
    }
  }

  @Property(tries = 300)
  void what_is_permitted_is_what_the_options_of_the_supporter_permit(
      @ForAll("talks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      Session session = each.before();
      Options options = Sessions.options(session, session.at());
      Set<String> permitted = new HashSet<>();
      for (Options.Option option : options.options()) {
        if (option.isPermitted()) {
          permitted.add(option.activity());
        }
      }

      assertThat(session.permitted()).isEqualTo(permitted);
      assertThat(options)
          .isEqualTo(Sessions.options(session, session.supporter().id(), session.at()));
      assertThat(options.status()).isEqualTo(session.status());
      assertThat(options.due()).isEqualTo(session.due());
      assertThat(options.rules())
          .extracting(Options.RuleVerdict::verdict)
          .isEqualTo(session.verdicts());
    }
  }

  /** Every act in order, an act of a referral once for each that it fits, or for the latest. */
  private static List<Entry> entries(Session session) {
    List<String> acts = new ArrayList<>(List.of("close", "end", "pause", "resume", "transfer"));
    session.protocol().activities().stream().map(Activity::text).forEach(acts::add);
    acts.sort(null);
    List<Entry> entries = new ArrayList<>();
    for (String act : acts) {
      String kind = act.substring(0, Math.max(0, act.indexOf(':')));
      if (!REFERRAL_ACTS.contains(kind)) {
        entries.add(new Entry(act, Optional.empty()));
        continue;
      }
      List<Referral> mine =
          session.referrals().stream().filter(each -> act.endsWith(":" + each.resource())).toList();
      List<Referral> fitting =
          mine.stream().filter(each -> fits(session.protocol(), each, kind)).toList();
      if (mine.isEmpty()) {
        entries.add(new Entry(act, Optional.empty()));
      } else if (fitting.isEmpty()) {
        entries.add(new Entry(act, Optional.of(mine.get(mine.size() - 1).id())));
      } else {
        fitting.forEach(each -> entries.add(new Entry(act, Optional.of(each.id()))));
      }
    }
    return entries;
  }

  private static boolean fits(Protocol protocol, Referral referral, String kind) {
    ReferralState state = referral.state();
    boolean notice =
        protocol.resource(referral.resource()).orElseThrow().consent() == Consent.NOTICE;
    return switch (kind) {
      case "accept", "decline" -> state == ReferralState.OFFERED;
      case "connect" ->
          state == ReferralState.ACCEPTED || (notice && state == ReferralState.OFFERED);
      case "complete", "withdraw" ->
          state == ReferralState.ACCEPTED || state == ReferralState.CONNECTED;
      default -> !state.isFinal();
    };
  }

  /** The command of an option: any end, any new supporter, a referral that nobody has. */
  private static Command command(Session session, String by, Options.Option option) {
    Commands from = Commands.of(session.id(), by, session.at());
    String act = option.activity();
    String key = act.substring(act.indexOf(':') + 1);
    String referral = option.referral().orElse("none");
    return switch (act.substring(0, act.indexOf(':') < 0 ? act.length() : act.indexOf(':'))) {
      case "begin" -> from.begin(key);
      case "concern" -> from.raiseConcern(key);
      case "thank" -> from.thank(key);
      case "offer" -> from.offer("new", key);
      case "accept" -> from.accept(referral);
      case "decline" -> from.decline(referral);
      case "connect" -> from.connect(referral);
      case "complete" -> from.complete(referral);
      case "withdraw" -> from.withdraw(referral);
      case "lapse" -> from.lapse(referral);
      case "close" -> from.close();
      case "end" -> from.end(EndReason.STOPPED);
      case "pause" -> from.pause();
      case "resume" -> from.resume();
      default -> from.transfer(Peer.of("sup-7").from("surgery"));
    };
  }
}
