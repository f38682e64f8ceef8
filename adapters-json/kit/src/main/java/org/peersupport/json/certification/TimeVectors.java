package org.peersupport.json.certification;

import static org.peersupport.json.certification.VectorBuilder.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Protocol;

/** Instants, and what is due when. */
final class TimeVectors {
  private static final Instant START = ConformanceSuite.START;
  private static final Duration LATE = Duration.ofHours(5);
  private static final int WEEK = 7;
  private static final List<String> WORDS = List.of("open", "close", "end");

  private final VectorNumbering numbering;
  private final Protocol protocol;

  private TimeVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    this.protocol = numbering.protocol();
  }

  static void add(VectorNumbering numbering) {
    TimeVectors vectors = new TimeVectors(numbering);
    vectors.instants();
    numbering.protocol().deadlines().forEach(vectors::takenAway);
    for (Deadline deadline : numbering.protocol().expandedDeadlines()) {
      vectors.met(deadline, "in-time", deadline.within());
      vectors.met(deadline, "late", deadline.within().plus(LATE));
      vectors.met(deadline, "a-moment-late", deadline.within().plusMillis(1));
      vectors.met(deadline, "before-since", Duration.ofHours(-3));
      vectors.twice(deadline);
      vectors.over(deadline);
      vectors.words(deadline);
      vectors.others(deadline);
      vectors.ofReferrals(deadline);
    }
  }

  /** Clocks differ, and people write things down later: the order is that of seq. */
  private void instants() {
    VectorBuilder builder =
        numbering.opened("time/instants").covers("time.back", "time.equal", "json.instants");
    builder.check("pause", at(START));
    builder.check("resume", at(START.plusMillis(250)));
    builder.check("pause", at(START.plusMillis(249)));
    builder.check("resume", at(START.minus(Duration.ofDays(1))));
    for (var element : protocol.elements()) {
      builder.check("begin:" + element.key(), at(START.minus(Duration.ofDays(2))));
    }
    builder.check("pause", at(START.plusMillis(250))).check("end:stopped", at(START));
    numbering.keep(builder);

    VectorBuilder two =
        numbering.opened("time/of-its-own-session").covers("time.back", "session.apart");
    two.in("-b").check("open", at(START.minus(Duration.ofDays(7))));
    numbering.keep(two.check("pause").in("").check("pause"));
  }

  /** An obligation from its opening to its discharge, so long after. */
  private void met(Deadline deadline, String when, Duration after) {
    VectorBuilder builder = obliged(deadline, when).covers("deadline.discharges");
    if (after.isNegative()) {
      builder.covers("time.back");
    }
    Optional<String> from = first(deadline);
    if (from.isEmpty() || !opens(builder, from.get())) {
      return;
    }
    Instant since = builder.lastAt();
    List<String> to = deadline.to().stream().flatMap(this::acts).toList();
    for (String act : to) {
      boolean sameResource =
          !isOfReferral(act) || !isOfReferral(from.get()) || sharesResource(act, from.get());
      if (sameResource && builder.reaches(act)) {
        builder.check(act, at(since.plus(after)));
        builder.check("pause").check("end:stopped");
        numbering.keep(builder);
        return;
      }
    }
  }

  /** The words that are no activities open obligations and discharge them too. */
  private void words(Deadline deadline) {
    for (String word : WORDS) {
      VectorBuilder builder = obliged(deadline, "from-" + word).covers("deadline." + word);
      if (deadline.from().contains(word) && opens(builder, acts(word).toList().get(0))) {
        numbering.keep(builder.check("transfer:sup-2"));
      }
    }
    for (String word : WORDS) {
      VectorBuilder builder = obliged(deadline, "by-" + word).covers("deadline." + word);
      Optional<String> from = first(deadline);
      if (deadline.to().contains(word) && from.isPresent() && opens(builder, from.get())) {
        Instant since = builder.lastAt();
        String act = acts(word).toList().get(0);
        if (builder.reaches(act)) {
          numbering.keep(builder.check(act, at(since.plus(deadline.within()).plus(LATE))));
        }
      }
    }
  }

  /**
   * The obligation that is noted second may have begun before: what is due first stands first, and
   * one act discharges both.
   */
  private void twice(Deadline deadline) {
    VectorBuilder builder = obliged(deadline, "noted-later").covers("time.back");
    Optional<String> from = first(deadline);
    if (from.isEmpty() || !opens(builder, from.get())) {
      return;
    }
    Instant since = builder.lastAt();
    if (!builder.reaches(from.get())) {
      return;
    }
    builder.check(from.get(), at(since.minus(Duration.ofHours(1))));
    for (String act : deadline.to().stream().flatMap(this::acts).toList()) {
      if (builder.reaches(act)) {
        builder.check(act, at(since.plus(deadline.within()).minus(Duration.ofMinutes(30))));
        numbering.keep(builder.check("end:stopped"));
        return;
      }
    }
  }

  /** What a pattern takes away means nothing to the deadline. */
  private void takenAway(Deadline deadline) {
    for (Activity each : protocol.activities()) {
      boolean taken =
          Stream.of(deadline.from(), deadline.to())
              .flatMap(List::stream)
              .anyMatch(pattern -> pattern.equals("!" + each.text()));
      if (taken) {
        VectorBuilder builder =
            numbering.opened(
                "deadline/" + deadline.id() + "/without-" + each.text().replace(':', '-'));
        builder.about(deadline.id()).covers("deadline.taken-away");
        if (builder.reaches(each.text())) {
          numbering.keep(builder.check(each.text()).check("end:stopped"));
        }
      }
    }
  }

  /** What nothing can meet after the close or the end waits no longer, and does not begin then. */
  private void over(Deadline deadline) {
    boolean waits = deadline.to().stream().flatMap(this::acts).anyMatch(TimeVectors::comesAfterEnd);
    for (String word : List.of("close", "end")) {
      VectorBuilder builder = obliged(deadline, "until-the-" + word);
      if (!waits) {
        builder.covers("deadline.over");
      }
      Optional<String> from = first(deadline);
      if (from.isPresent()
          && opens(builder, from.get())
          && builder.reaches(acts(word).toList().get(0))) {
        builder.check(acts(word).toList().get(0));
        for (String act : deadline.from().stream().flatMap(this::acts).toList()) {
          if (act.indexOf(':') > 0 && builder.permits(act)) {
            builder.check(act);
          }
        }
        numbering.keep(builder);
      }
    }
  }

  private static boolean comesAfterEnd(String act) {
    return act.indexOf(':') > 0
        && !act.startsWith("begin:")
        && !act.startsWith("thank:")
        && !act.startsWith("end:");
  }

  private VectorBuilder obliged(Deadline deadline, String what) {
    VectorBuilder builder =
        numbering
            .vector("deadline/" + deadline.id() + "/" + what)
            .about(deadline.id())
            .covers("deadline.opens", "due.listed");
    return deadline.within().toDays() % WEEK == 0 && deadline.within().toDays() > 0
        ? builder.covers("json.durations")
        : builder;
  }

  private Optional<String> first(Deadline deadline) {
    return deadline.from().stream().flatMap(this::acts).findFirst();
  }

  /** Leads to the act that opens an obligation, and checks it; false where nothing leads there. */
  private static boolean opens(VectorBuilder builder, String from) {
    if (!from.equals("open") && !builder.open().reaches(from)) {
      return false;
    }
    builder.check(from);
    return true;
  }

  /** Late, and departing from something else too: they stand in their order. */
  private void others(Deadline deadline) {
    for (String act : deadline.to().stream().flatMap(this::acts).toList()) {
      VectorBuilder builder =
          numbering.vector("deadline/" + deadline.id() + "/late-with-others").about(deadline.id());
      Optional<String> from = first(deadline);
      if (isOfReferral(act) || from.isEmpty() || isOfReferral(from.get())) {
        return;
      }
      if (from.get().equals("open") || builder.open().reaches(from.get())) {
        Instant since = builder.lead(from.get()).lastAt();
        if (builder.permits(act)) {
          builder.check(act, at(since.plus(deadline.within()).plus(LATE)));
          if (builder.covered().contains("deviations.order")) {
            numbering.keep(builder);
            return;
          }
        }
      }
    }
  }

  /** Two referrals owe the same; what one of them does is nothing to the other. */
  private void ofReferrals(Deadline deadline) {
    List<String> from =
        deadline.from().stream().flatMap(this::acts).filter(this::isOfReferral).toList();
    VectorBuilder builder =
        numbering
            .opened("deadline/" + deadline.id() + "/of-its-referral")
            .about(deadline.id())
            .covers("deadline.per-referral", "due.listed");
    List<String> opening = reachable(from, builder);
    if (opening.size() < 2 || !builder.reaches(opening.get(0))) {
      return;
    }
    builder.check(opening.get(0));
    if (!builder.reaches(opening.get(1))) {
      return;
    }
    builder.check(opening.get(1));
    deadline.to().stream()
        .flatMap(this::acts)
        .filter(act -> isOfReferral(act) && sharesResource(act, opening.get(0)))
        .filter(builder::permits)
        .findFirst()
        .ifPresent(act -> numbering.keep(builder.check(act).check("pause").check("end:stopped")));
  }

  /** The first two that are reached, one after the other. */
  private static List<String> reachable(List<String> acts, VectorBuilder builder) {
    List<String> reachable = new ArrayList<>();
    for (String act : acts) {
      if (reachable.size() < 2 && builder.reaches(act)) {
        reachable.add(act);
      }
    }
    return reachable;
  }

  private Stream<String> acts(String pattern) {
    if (pattern.equals("end")) {
      return Stream.of("end:stopped");
    }
    return pattern.indexOf(':') < 0
        ? Stream.of(pattern)
        : protocol.activities().stream()
            .filter(each -> each.matchesAny(List.of(pattern)))
            .map(Activity::text);
  }

  private boolean isOfReferral(String act) {
    return protocol.resources().stream().anyMatch(each -> act.endsWith(":" + each.key()));
  }

  private static boolean sharesResource(String one, String other) {
    return one.substring(one.indexOf(':')).equals(other.substring(other.indexOf(':')));
  }
}
