package org.peersupport.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.internal.words.Nouns;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Protocol;

/** The time limits of a protocol in plain sentences. */
final class DeadlineNarration {
  private final Protocol protocol;
  private final Phrasebook phrases;

  DeadlineNarration(Protocol protocol, Phrasebook phrases) {
    this.protocol = protocol;
    this.phrases = phrases;
  }

  /** Each time limit with its reason and where it comes from. */
  List<Statement> all() {
    List<Statement> told = new ArrayList<>();
    for (Deadline deadline : protocol.expandedDeadlines()) {
      List<String> notes = new ArrayList<>();
      if (isOfReferrals(deadline.from()) && isOfReferrals(deadline.to())) {
        notes.add(phrases.say("deadline.referral"));
      }
      notes.addAll(phrases.reason(deadline.because()));
      notes.add(phrases.origin(deadline.provenance(), deadline.source()));
      told.add(
          new Statement(
              List.of(deadline.id()),
              Optional.empty(),
              sentence(deadline),
              notes,
              Optional.of(deadline.provenance())));
    }
    return told;
  }

  /** What should follow what, and within which time. */
  String sentence(Deadline deadline) {
    return phrases.say(
        "deadline",
        Map.of(
            "time", time(deadline.within()),
            "A", Nouns.capital(phrases.nouns.anyMomentOf(deadline.from())),
            "b", phrases.nouns.anyMomentOf(deadline.to())));
  }

  private static boolean isOfReferrals(List<String> patterns) {
    for (String pattern : patterns) {
      for (ActivityKind kind : ActivityKind.values()) {
        if (kind.isReferral() && pattern.startsWith(kind.wireName() + ":")) {
          return true;
        }
      }
    }
    return false;
  }

  /** In days from two on: a day is said as 24 hours, because it does not end at midnight. */
  private String time(Duration time) {
    List<String> said = new ArrayList<>();
    long days = time.toDays() < 2 ? 0 : time.toDays();
    long hours = time.toHours() - 24 * days;
    if (days > 0) {
      said.add(count(Long.toString(days), "time.day"));
    }
    if (hours > 0) {
      said.add(count(Long.toString(hours), "time.hour"));
    }
    if (time.toMinutesPart() > 0) {
      said.add(count(Integer.toString(time.toMinutesPart()), "time.minute"));
    }
    if (time.toSecondsPart() > 0 || time.toNanosPart() > 0) {
      said.add(count(seconds(time), "time.second"));
    }
    return phrases.nouns.list(said, "list.and");
  }

  private static String seconds(Duration time) {
    String whole = Integer.toString(time.toSecondsPart());
    if (time.toNanosPart() == 0) {
      return whole;
    }
    String nanos = Integer.toString(1_000_000_000 + time.toNanosPart()).substring(1);
    int end = nanos.length();
    while (nanos.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + nanos.substring(0, end);
  }

  private String count(String count, String unit) {
    return phrases.say(count.equals("1") ? unit : unit + "s", Map.of("count", count));
  }
}
