package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Protocol;

/** Instants, and what is due when. */
final class TimeVectors {
  private static final Instant START = ConformanceSuite.START;
  private static final Duration LATE = Duration.ofHours(5);
  private static final List<String> WORDS = List.of("open", "close", "end");

  private final Casting casting;
  private final Protocol protocol;

  private TimeVectors(Casting casting) {
    this.casting = casting;
    this.protocol = casting.protocol();
  }

  static void add(Casting casting) {
    TimeVectors vectors = new TimeVectors(casting);
    vectors.instants();
    for (Deadline deadline : casting.protocol().deadlines()) {
      vectors.met(deadline, "in-time", deadline.within());
      vectors.met(deadline, "late", deadline.within().plus(LATE));
      vectors.met(deadline, "a-moment-late", deadline.within().plusMillis(1));
      vectors.words(deadline);
      vectors.others(deadline);
      vectors.ofReferrals(deadline);
    }
  }

  private void instants() {
    Scene scene =
        casting.opened("time/instants").covers("time.not-back", "time.equal", "json.instants");
    scene.check("pause", at(START));
    scene.check("resume", at(START.plusMillis(250)));
    scene.check("pause", at(START.plusMillis(249)));
    scene.check("pause", at(START.minus(Duration.ofDays(1))));
    scene.check("pause", at(START.plusMillis(250)));
    casting.keep(scene);

    Scene two = casting.opened("time/of-its-own-session").covers("time.not-back", "session.apart");
    two.in("-b").check("open", at(START.minus(Duration.ofDays(7))));
    casting.keep(two.check("pause").in("").check("pause"));
  }

  private static Consumer<ObjectNode> at(Instant instant) {
    return line -> line.put("at", instant.toString());
  }

  /** An obligation from its opening to its discharge, so long after. */
  private void met(Deadline deadline, String when, Duration after) {
    Scene scene = obliged(deadline, when).covers("deadline.discharges");
    Optional<String> from = first(deadline);
    if (from.isEmpty() || !opens(scene, from.get())) {
      return;
    }
    Instant since = scene.lastAt();
    List<String> to = deadline.to().stream().flatMap(this::acts).toList();
    for (String act : to) {
      boolean sameResource =
          !isOfReferral(act) || !isOfReferral(from.get()) || sharesResource(act, from.get());
      if (sameResource && scene.reaches(act)) {
        scene.check(act, at(since.plus(after)));
        scene.check("pause").check("end:stopped");
        casting.keep(scene);
        return;
      }
    }
  }

  /** The words that are no activities open obligations and discharge them too. */
  private void words(Deadline deadline) {
    for (String word : WORDS) {
      Scene scene = obliged(deadline, "from-" + word).covers("deadline." + word);
      if (deadline.from().contains(word) && opens(scene, acts(word).toList().get(0))) {
        casting.keep(scene.check("transfer:sup-2"));
      }
    }
    for (String word : WORDS) {
      Scene scene = obliged(deadline, "by-" + word).covers("deadline." + word);
      Optional<String> from = first(deadline);
      if (deadline.to().contains(word) && from.isPresent() && opens(scene, from.get())) {
        Instant since = scene.lastAt();
        String act = acts(word).toList().get(0);
        if (scene.reaches(act)) {
          casting.keep(scene.check(act, at(since.plus(deadline.within()).plus(LATE))));
        }
      }
    }
  }

  private Scene obliged(Deadline deadline, String what) {
    return casting
        .scene("deadline/" + deadline.id() + "/" + what)
        .about(deadline.id())
        .covers("deadline.opens", "due.listed");
  }

  private Optional<String> first(Deadline deadline) {
    return deadline.from().stream().flatMap(this::acts).findFirst();
  }

  /** Leads to the act that opens an obligation, and checks it; false where nothing leads there. */
  private static boolean opens(Scene scene, String from) {
    if (!from.equals("open") && !scene.open().reaches(from)) {
      return false;
    }
    scene.check(from);
    return true;
  }

  /** Late, and departing from something else too: they stand in their order. */
  private void others(Deadline deadline) {
    for (String act : deadline.to().stream().flatMap(this::acts).toList()) {
      Scene scene =
          casting.scene("deadline/" + deadline.id() + "/late-with-others").about(deadline.id());
      Optional<String> from = first(deadline);
      if (isOfReferral(act) || from.isEmpty() || isOfReferral(from.get())) {
        return;
      }
      if (from.get().equals("open") || scene.open().reaches(from.get())) {
        Instant since = scene.lead(from.get()).lastAt();
        if (scene.permits(act)) {
          scene.check(act, at(since.plus(deadline.within()).plus(LATE)));
          if (scene.covered().contains("deviations.order")) {
            casting.keep(scene);
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
    Scene scene =
        casting
            .opened("deadline/" + deadline.id() + "/of-its-referral")
            .about(deadline.id())
            .covers("deadline.per-referral", "due.listed");
    List<String> opening = reachable(from, scene);
    if (opening.size() < 2 || !scene.reaches(opening.get(0))) {
      return;
    }
    scene.check(opening.get(0));
    if (!scene.reaches(opening.get(1))) {
      return;
    }
    scene.check(opening.get(1));
    deadline.to().stream()
        .flatMap(this::acts)
        .filter(act -> isOfReferral(act) && sharesResource(act, opening.get(0)))
        .filter(scene::permits)
        .findFirst()
        .ifPresent(act -> casting.keep(scene.check(act).check("pause").check("end:stopped")));
  }

  /** The first two that are reached, one after the other. */
  private static List<String> reachable(List<String> acts, Scene scene) {
    List<String> reachable = new ArrayList<>();
    for (String act : acts) {
      if (reachable.size() < 2 && scene.reaches(act)) {
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
