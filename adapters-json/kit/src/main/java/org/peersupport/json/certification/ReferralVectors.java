package org.peersupport.json.certification;

import java.util.List;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/** Every resource through the whole life of its referrals, and every misstep on the way. */
final class ReferralVectors {
  private static final List<String> ACTS =
      List.of("accept:", "decline:", "connect:", "complete:", "lapse:");

  private final Casting casting;
  private final String key;
  private final boolean asks;

  private ReferralVectors(Casting casting, Resource resource) {
    this.casting = casting;
    this.key = resource.key();
    this.asks = resource.consent() == Consent.REQUIRED;
  }

  static void add(Casting casting) {
    Protocol protocol = casting.protocol();
    for (Resource resource : protocol.resources()) {
      new ReferralVectors(casting, resource).add();
    }
  }

  private void add() {
    unknown();
    states();
    completed();
    declined();
    lapsed();
    pending();
    afterTheEnd();
    afterTheClose();
  }

  private Scene opened(String what) {
    return casting.opened("referral/" + key + "/" + what);
  }

  /** Nothing was offered. */
  private void unknown() {
    Scene scene = opened("unknown").covers("referral.unknown");
    ACTS.forEach(act -> scene.check(act + key));
    casting.keep(scene);
  }

  /** Every act in every state of a referral that does not fit it: nothing changes. */
  private void states() {
    for (String state :
        List.of("offer:", "accept:", "decline:", "connect:", "complete:", "lapse:")) {
      Scene scene = opened("missteps-after-" + state.replace(":", "")).covers("referral.life");
      if (scene.reaches(state + key)) {
        scene.lead(state + key);
        for (String act : ACTS) {
          if (!scene.permits(act + key)) {
            scene.check(act + key);
          }
        }
        scene.closes();
        casting.keep(scene);
      }
    }
  }

  private void completed() {
    Scene scene = opened("completed").covers("referral.life", "act.peer-never-refused");
    if (scene.reaches("offer:" + key)) {
      scene.check("offer:" + key);
      if (asks) {
        scene.covers("referral.consent-required").check("connect:" + key).check("accept:" + key);
      } else {
        scene.covers("referral.consent-notice");
      }
      scene.check("connect:" + key).check("complete:" + key).closes();
      casting.keep(scene);
    }
  }

  private void declined() {
    Scene scene = opened("declined").covers("referral.life", "referral.final");
    if (scene.reaches("offer:" + key)) {
      scene.check("offer:" + key).checkBy(Scene.PEER, "decline:" + key);
      scene.check("offer:" + key).closes();
      casting.keep(scene);
    }
  }

  private void lapsed() {
    for (String before : List.of("offer:", "accept:", "connect:")) {
      Scene scene =
          opened("lapsed-after-" + before.replace(":", ""))
              .covers("referral.life", "referral.final");
      if (scene.reaches(before + key)) {
        scene.lead(before + key).checkBy(Scene.STRANGER, "lapse:" + key);
        scene.check("accept:" + key).check("complete:" + key).closes();
        casting.keep(scene);
      }
    }
  }

  /** One pending referral of a resource at a time, beside any number that are connected. */
  private void pending() {
    Scene scene = opened("one-pending").covers("referral.one-pending");
    if (scene.reaches("offer:" + key)) {
      scene.lead("offer:" + key).check("offer:" + key);
      scene
          .covers("referral.duplicate-id", "refusal.first-code")
          .check("offer:" + key, line -> line.put("referral", "r-1"));
      scene.check("accept:" + key).check("offer:" + key).check("connect:" + key);
      scene.check("offer:" + key).checkBy(Scene.STRANGER, "complete:" + key);
      scene.check("complete:" + key, line -> line.put("referral", "r-1"));
      scene.check("lapse:" + key, line -> line.put("referral", "r-1"));
      scene.check("lapse:" + key).closes();
      casting.keep(scene);
    }
  }

  private void afterTheClose() {
    for (String before : List.of("offer:", "accept:", "connect:")) {
      Scene scene =
          opened("outlives-the-close-after-" + before.replace(":", ""))
              .covers("referral.after-end", "session.settled");
      if (scene.reaches(before + key)) {
        scene.lead(before + key);
        if (scene.reaches("close")) {
          scene.check("close").check("offer:" + key).check("complete:" + key);
          scene.check("accept:" + key).check("connect:" + key).check("lapse:" + key);
          casting.keep(scene.check("transfer:sup-2"));
        }
      }
    }
  }

  private void afterTheEnd() {
    for (String before : List.of("offer:", "accept:", "connect:")) {
      Scene scene =
          opened("lives-on-after-" + before.replace(":", ""))
              .covers("referral.after-end", "session.settled");
      if (scene.reaches(before + key)) {
        scene.lead(before + key).check("end:interrupted").check("offer:" + key);
        scene.check("accept:" + key).check("connect:" + key).check("complete:" + key);
        scene.check("transfer:sup-2");
        casting.keep(scene);
      }
    }
  }
}
