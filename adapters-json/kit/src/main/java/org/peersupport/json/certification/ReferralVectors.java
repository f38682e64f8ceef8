package org.peersupport.json.certification;

import java.util.List;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/** Every resource through the whole life of its referrals, and every misstep on the way. */
final class ReferralVectors {
  private static final List<String> ACTS =
      List.of("accept:", "decline:", "connect:", "complete:", "withdraw:", "lapse:");

  private final VectorNumbering numbering;
  private final String key;
  private final boolean asks;

  private ReferralVectors(VectorNumbering numbering, Resource resource) {
    this.numbering = numbering;
    this.key = resource.key();
    this.asks = resource.consent() == Consent.REQUIRED;
  }

  static void add(VectorNumbering numbering) {
    Protocol protocol = numbering.protocol();
    for (Resource resource : protocol.resources()) {
      new ReferralVectors(numbering, resource).add();
    }
  }

  private void add() {
    unknown();
    states();
    completed();
    completedUnseen();
    withdrawn();
    declined();
    lapsed();
    pending();
    afterTheEnd();
    afterTheClose();
  }

  private VectorBuilder opened(String what) {
    return numbering.opened("referral/" + key + "/" + what);
  }

  /** Nothing was offered. */
  private void unknown() {
    VectorBuilder builder = opened("unknown").covers("referral.unknown");
    ACTS.forEach(act -> builder.check(act + key));
    numbering.keep(builder);
  }

  /** Every act in every state of a referral that does not fit it: nothing changes. */
  private void states() {
    for (String state :
        List.of("offer:", "accept:", "decline:", "connect:", "complete:", "withdraw:", "lapse:")) {
      VectorBuilder builder =
          opened("missteps-after-" + state.replace(":", "")).covers("referral.life");
      if (builder.reaches(state + key)) {
        builder.lead(state + key);
        for (String act : ACTS) {
          if (!builder.permits(act + key)) {
            builder.check(act + key);
          }
        }
        builder.closes();
        numbering.keep(builder);
      }
    }
  }

  private void completed() {
    VectorBuilder builder = opened("completed").covers("referral.life", "fact.never-refused");
    if (builder.reaches("offer:" + key)) {
      builder.check("offer:" + key);
      if (asks) {
        builder.covers("referral.consent-required").check("connect:" + key).check("accept:" + key);
      } else {
        builder.covers("referral.consent-notice");
      }
      builder.check("connect:" + key).check("complete:" + key).closes();
      numbering.keep(builder);
    }
  }

  /** What became of a referral is told although nobody recorded the hand-off. */
  private void completedUnseen() {
    VectorBuilder builder = opened("completed-unseen").covers("referral.life", "referral.final");
    if (builder.reaches("accept:" + key)) {
      builder.lead("accept:" + key).checkBy(VectorBuilder.STRANGER, "complete:" + key);
      builder.check("connect:" + key).check("offer:" + key);
      numbering.keep(builder.closes());
    }
  }

  /** A yes is taken back, by whoever tells it, before the hand-off and after it. */
  private void withdrawn() {
    for (String before : List.of("accept:", "connect:")) {
      VectorBuilder builder =
          opened("withdrawn-after-" + before.replace(":", ""))
              .covers("referral.withdraw", "referral.final", "fact.never-refused");
      if (builder.reaches(before + key)) {
        builder.lead(before + key).checkBy(VectorBuilder.PEER, "withdraw:" + key);
        builder.check("connect:" + key).check("withdraw:" + key).check("accept:" + key);
        builder.check("offer:" + key).check("withdraw:" + key).closes();
        numbering.keep(builder);
      }
    }
  }

  private void declined() {
    VectorBuilder builder = opened("declined").covers("referral.life", "referral.final");
    if (builder.reaches("offer:" + key)) {
      builder.check("offer:" + key).checkBy(VectorBuilder.PEER, "decline:" + key);
      builder.check("offer:" + key).closes();
      numbering.keep(builder);
    }
  }

  private void lapsed() {
    for (String before : List.of("offer:", "accept:", "connect:")) {
      VectorBuilder builder =
          opened("lapsed-after-" + before.replace(":", ""))
              .covers("referral.life", "referral.final");
      if (builder.reaches(before + key)) {
        builder.lead(before + key).checkBy(VectorBuilder.STRANGER, "lapse:" + key);
        builder.check("accept:" + key).check("complete:" + key).closes();
        numbering.keep(builder);
      }
    }
  }

  /** One pending referral of a resource at a time, beside any number that are connected. */
  private void pending() {
    VectorBuilder builder = opened("one-pending").covers("referral.one-pending");
    if (builder.reaches("offer:" + key)) {
      builder.lead("offer:" + key).check("offer:" + key);
      builder
          .covers("referral.duplicate-id", "refusal.first-code")
          .check("offer:" + key, line -> line.put("referral", "r-1"));
      builder.check("accept:" + key).check("offer:" + key).check("connect:" + key);
      builder.check("offer:" + key).checkBy(VectorBuilder.STRANGER, "complete:" + key);
      builder.check("complete:" + key, line -> line.put("referral", "r-1"));
      builder.check("lapse:" + key, line -> line.put("referral", "r-1"));
      builder.check("lapse:" + key).closes();
      numbering.keep(builder);
    }
  }

  private void afterTheClose() {
    for (String before : List.of("offer:", "accept:", "connect:")) {
      VectorBuilder builder =
          opened("outlives-the-close-after-" + before.replace(":", ""))
              .covers("referral.after-end", "session.settled");
      if (builder.reaches(before + key)) {
        builder.lead(before + key);
        if (builder.reaches("close")) {
          builder.check("close").check("offer:" + key).check("complete:" + key);
          builder.check("accept:" + key).check("connect:" + key).check("withdraw:" + key);
          numbering.keep(builder.check("connect:" + key).check("transfer:sup-2"));
        }
      }
    }
  }

  private void afterTheEnd() {
    for (String before : List.of("offer:", "accept:", "connect:")) {
      VectorBuilder builder =
          opened("lives-on-after-" + before.replace(":", ""))
              .covers("referral.after-end", "session.settled");
      if (builder.reaches(before + key)) {
        builder.lead(before + key).check("end:interrupted").check("offer:" + key);
        builder.check("accept:" + key).check("connect:" + key).check("complete:" + key);
        builder.check("withdraw:" + key).check("transfer:sup-2");
        numbering.keep(builder);
      }
    }
  }
}
