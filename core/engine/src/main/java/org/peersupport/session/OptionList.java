package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Verdict;

/** The acts that one person could ask for, each with the answer that they would get. */
final class OptionList {
  private static final List<ActType> WORDS =
      List.of(ActType.CLOSE, ActType.END, ActType.PAUSE, ActType.RESUME, ActType.TRANSFER);

  private final Session session;
  private final String by;
  private final List<Options.Option> options = new ArrayList<>();

  private OptionList(Session session, String by) {
    this.session = session;
    this.by = by;
  }

  static Options options(Session session, String by, Instant now) {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(now, "now");
    List<Options.RuleVerdict> rules = new ArrayList<>();
    List<Verdict> verdicts = session.verdicts();
    for (int r = 0; r < verdicts.size(); r++) {
      rules.add(new Options.RuleVerdict(session.state().protocol().rule(r).id(), verdicts.get(r)));
    }
    return new Options(session.status(), of(session, by), rules, session.due(), now);
  }

  private static List<Options.Option> of(Session session, String by) {
    OptionList list = new OptionList(session, by);
    CompiledProtocol protocol = session.state().protocol();
    SortedMap<String, Runnable> entries = new TreeMap<>();
    for (int a = 0; a < protocol.rules().activities(); a++) {
      int activity = a;
      String text = protocol.activity(a).text();
      entries.put(text, () -> list.addActivity(text, activity));
    }
    for (ActType word : WORDS) {
      entries.put(word.commandName(), () -> list.addWord(word));
    }
    entries.values().forEach(Runnable::run);
    return list.options;
  }

  private void addWord(ActType word) {
    Answer answer =
        word == ActType.TRANSFER ? Answers.toTransfer(session) : session.state().answerToWord(word);
    add(word.commandName(), word, null, answer);
  }

  private void addActivity(String text, int activity) {
    CompiledProtocol protocol = session.state().protocol();
    ActType act = ActType.of(protocol.activity(activity).kind());
    if (!act.followsOffer()) {
      add(text, act, null, session.state().answer(activity));
      return;
    }
    List<ReferralChain> meant = meant(act, protocol.rules().resource(activity));
    if (meant.isEmpty()) {
      add(text, act, null, Answers.toReferral(session, null, act));
    }
    for (ReferralChain link : meant) {
      add(text, act, link.id, Answers.toReferral(session, link, act));
    }
  }

  /** The referrals of the resource that the act fits, oldest first, or the latest of all. */
  private List<ReferralChain> meant(ActType act, int resource) {
    Consent consent = session.state().protocol().consent(resource);
    List<ReferralChain> fitting = new ArrayList<>();
    ReferralChain latest = null;
    for (ReferralChain link = session.referralChain(); link != null; link = link.older) {
      if (link.resource == resource) {
        latest = latest == null ? link : latest;
        if (ReferralLifecycle.fits(link.state, act, consent)) {
          fitting.add(link);
        }
      }
    }
    Collections.reverse(fitting);
    return fitting.isEmpty() && latest != null ? List.of(latest) : fitting;
  }

  private void add(String text, ActType act, @Nullable String referral, Answer answer) {
    Answer mine = forSender(act, answer);
    Optional<Refusal> refusal =
        mine instanceof Denial denial ? Optional.of(Refusal.of(denial)) : Optional.empty();
    options.add(new Options.Option(text, act, Optional.ofNullable(referral), refusal));
  }

  /** What the status bars is told first, then who asks, then the rest. */
  private Answer forSender(ActType act, Answer answer) {
    RefusalCode sender = Guards.denied(session, by, act.recorder());
    boolean ofStatus = answer instanceof Denial denial && denial.isOfStatus();
    return sender == null || ofStatus ? answer : session.state().protocol().denial(sender);
  }
}
