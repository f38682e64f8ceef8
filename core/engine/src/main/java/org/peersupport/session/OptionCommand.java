package org.peersupport.session;

import java.util.Optional;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;

/** The command that an entry of a list of options stands for. */
final class OptionCommand {
  private OptionCommand() {}

  static Command of(Commands commands, String activity, Optional<String> referral) {
    Optional<Activity> named = Activity.parse(activity);
    if (named.isPresent()) {
      return of(commands, named.get(), referral);
    }
    ActType word =
        ActType.ofCommand(activity)
            .orElseThrow(() -> new IllegalArgumentException("neither an activity nor a word"));
    return switch (word) {
      case PAUSE -> commands.pause();
      case RESUME -> commands.resume();
      case CLOSE -> commands.close();
      case END -> throw needing("an end needs a reason; use end(reason)");
      case TRANSFER -> throw needing("a transfer needs a supporter; use transfer(supporter)");
      case OPEN -> throw needing("an opening needs a protocol and two people; use open(…)");
      case CORRECT -> throw needing("a correction needs a seq and a reason; use correct(…)");
      case VOID -> throw needing("a session is voided for a reason; use voidSession(reason)");
      case BEGIN, CONCERN, OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE, THANK ->
          throw needing("an activity is written kind:key");
    };
  }

  private static Command of(Commands commands, Activity activity, Optional<String> referral) {
    String key = activity.qualifier();
    return switch (activity.kind()) {
      case BEGIN -> commands.begin(key);
      case CONCERN -> commands.raiseConcern(key);
      case THANK -> commands.thank(key);
      case OFFER -> commands.offer(opened(referral), key);
      case ACCEPT -> commands.accept(meant(referral));
      case DECLINE -> commands.decline(meant(referral));
      case CONNECT -> commands.connect(meant(referral));
      case COMPLETE -> commands.complete(meant(referral));
      case WITHDRAW -> commands.withdraw(meant(referral));
      case LAPSE -> commands.lapse(meant(referral));
    };
  }

  private static String opened(Optional<String> referral) {
    return referral.orElseThrow(
        () -> needing("an offer needs the id of a new referral; use of(option, newReferral)"));
  }

  private static String meant(Optional<String> referral) {
    return referral.orElseThrow(
        () -> needing("the resource has no referral yet; use offer(referral, resource) first"));
  }

  private static IllegalArgumentException needing(String what) {
    return new IllegalArgumentException(what);
  }
}
