package org.peersupport.json.certification;

import static org.peersupport.json.certification.VectorBuilder.told;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.analysis.ConformanceSuite;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Protocol;

/** Commands that say when they were told, and what they say of later. */
final class FutureVectors {
  private static final Instant START = ConformanceSuite.START;
  private static final Duration NEARLY = Duration.ofMinutes(5);
  private static final Duration TOO_FAR = NEARLY.plusMillis(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final VectorNumbering numbering;
  private final Protocol protocol;

  private FutureVectors(VectorNumbering numbering) {
    this.numbering = numbering;
    this.protocol = numbering.protocol();
  }

  static void add(VectorNumbering numbering) {
    FutureVectors vectors = new FutureVectors(numbering);
    vectors.openings();
    vectors.plans();
    vectors.facts();
    vectors.referrals();
    vectors.corrections();
    vectors.voids();
    numbering.protocol().expandedDeadlines().forEach(vectors::late);
  }

  private VectorBuilder opened(String what) {
    return numbering.opened("future/" + what).covers("time.recorded-at");
  }

  /** Sends an act that was told so long before it happened. */
  private static VectorBuilder ahead(VectorBuilder builder, String act, Duration by) {
    Instant recordedAt = builder.lastAt().plusSeconds(1);
    return builder.check(act, told(recordedAt.plus(by), recordedAt));
  }

  private void openings() {
    VectorBuilder builder = numbering.vector("future/open").covers("time.in-future");
    builder.check("open", told(START.plus(TOO_FAR), START));
    builder.check("pause").check("open", told(START.plus(NEARLY), START));
    numbering.keep(builder.covers("time.recorded-at").check("pause"));
  }

  /** What the supporter is about to do cannot have happened later than it was told. */
  private void plans() {
    VectorBuilder builder = opened("plans").covers("time.in-future");
    List<String> acts = new ArrayList<>();
    protocol.elements().forEach(each -> acts.add("begin:" + each.key()));
    protocol.resources().forEach(each -> acts.add("offer:" + each.key()));
    protocol.appreciation().forEach(each -> acts.add("thank:" + each));
    acts.add("close");
    for (String act : acts) {
      ahead(builder, act, TOO_FAR);
      ahead(builder, act, NEARLY);
    }
    if (builder.reaches("close")) {
      ahead(builder, "close", DAY);
      ahead(builder, "close", Duration.ofMinutes(-90));
    }
    numbering.keep(builder);
  }

  /** What is told is recorded, with the instant at which it was told. */
  private void facts() {
    VectorBuilder builder = opened("facts").covers("time.recorded-instead");
    List<String> acts = new ArrayList<>();
    protocol.concerns().forEach(each -> acts.add("concern:" + each));
    acts.addAll(List.of("pause", "resume", "transfer:sup-2"));
    for (String act : acts) {
      ahead(builder, act, NEARLY);
      if (act.equals("resume")) {
        builder.lead("pause");
      }
      if (!act.equals("pause")) {
        ahead(builder, act, Duration.ofMinutes(6));
      }
    }
    ahead(builder, "pause", DAY.plusMillis(250));
    ahead(builder, "end:stopped", TOO_FAR);
    protocol.concerns().forEach(each -> ahead(builder, "concern:" + each, DAY));
    numbering.keep(builder);
  }

  private void referrals() {
    for (var resource : protocol.resources()) {
      String key = resource.key();
      VectorBuilder builder = opened("referral-" + key);
      builder.covers("time.in-future", "time.recorded-instead", "fact.never-refused");
      if (builder.reaches("offer:" + key)) {
        builder.lead("offer:" + key);
        ahead(builder, "accept:" + key, DAY);
        ahead(builder, "connect:" + key, DAY);
        ahead(builder, "connect:" + key, NEARLY);
        ahead(builder, "withdraw:" + key, DAY);
        for (String last : List.of("decline:", "lapse:")) {
          if (builder.reaches(last + key)) {
            ahead(builder, last + key, DAY);
          }
        }
        if (builder.reaches("connect:" + key)) {
          builder.lead("connect:" + key);
          ahead(builder, "complete:" + key, DAY);
        }
        numbering.keep(builder);
      }
    }
  }

  private void corrections() {
    VectorBuilder builder = opened("correction").needs("correct").covers("time.recorded-instead");
    builder.lead("pause");
    numbering.keep(ahead(builder, "correct:2", DAY).check("pause"));
  }

  private void voids() {
    VectorBuilder builder = opened("void").needs("void").covers("time.recorded-instead");
    numbering.keep(ahead(builder, "void:test", DAY).check("pause"));
  }

  /** Late by what was recorded, and ahead by what was said: being ahead stands last. */
  private void late(Deadline deadline) {
    VectorBuilder builder = opened("late-and-ahead-" + deadline.id());
    builder.about(deadline.id()).covers("time.recorded-instead", "deadline.late");
    List<String> from = acts(deadline.from());
    if (from.isEmpty() || !builder.reaches(from.get(0))) {
      return;
    }
    Instant since = builder.lead(from.get(0)).lastAt();
    for (String act : acts(deadline.to())) {
      boolean isFact = act.matches("(complete|withdraw|lapse|decline|accept|concern):.*");
      if (isFact && builder.reaches(act)) {
        Instant recordedAt = since.plus(deadline.within()).plus(Duration.ofHours(5));
        builder.check(act, told(recordedAt.plus(DAY), recordedAt));
        numbering.keep(builder);
        return;
      }
    }
  }

  private List<String> acts(List<String> patterns) {
    return protocol.activities().stream()
        .filter(each -> each.matchesAny(patterns))
        .map(each -> each.text())
        .toList();
  }
}
