package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;

/** The sentences that say what to do next, a few steps in each. */
final class StepSentences {
  /** More steps than these are hard to keep in mind. */
  private static final int AT_ONCE = 4;

  private static final String AFTER = "remedy.after";
  private static final String THANK = "step.thank";

  private final Wording wording;
  private final Nouns nouns;

  StepSentences(Wording wording, Nouns nouns) {
    this.wording = wording;
    this.nouns = nouns;
  }

  /** What people call the parts of a protocol. */
  static Nouns nouns(Wording wording, Protocol protocol) {
    return new Nouns(
        wording, kind -> ActivityKind.named(kind).map(protocol::titles).orElse(Map.of()));
  }

  /**
   * The steps in sentences.
   *
   * @param first the key of the first sentence; another one begins the rest
   */
  String say(String first, List<Activity> steps) {
    List<String> told = told(steps);
    StringBuilder said = new StringBuilder();
    for (int from = 0; from < told.size(); from += AT_ONCE) {
      String joined = joined(told.subList(from, Math.min(from + AT_ONCE, told.size())));
      String key = from == 0 ? first : AFTER;
      said.append(from == 0 ? "" : " ")
          .append(wording.say(key, Map.of("steps", joined, "Steps", Nouns.capital(joined))));
    }
    return said.toString();
  }

  /** The steps one after another, as they stand in a sentence; empty where there are none. */
  String inOneSentence(List<Activity> steps) {
    return joined(told(steps));
  }

  private String joined(List<String> told) {
    return nouns.list(told, "remedy.join", "remedy.join");
  }

  /** The steps one by one; thanks that follow each other are one. */
  private List<String> told(List<Activity> steps) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      List<String> thanks = thanks(steps, i);
      if (thanks.isEmpty()) {
        boolean isFirst = told.size() % AT_ONCE == 0;
        told.add(step(steps.get(i), !isFirst && isBegin(steps.get(i - 1))));
      } else {
        told.add(wording.say(THANK, Map.of("title", nouns.list(thanks, "list.and"))));
        i += thanks.size() - 1;
      }
    }
    return told;
  }

  /** What is thanked for from this step on. */
  private List<String> thanks(List<Activity> steps, int from) {
    return steps.subList(from, steps.size()).stream()
        .takeWhile(step -> step.kind() == ActivityKind.THANK)
        .map(this::title)
        .toList();
  }

  /** A step; of elements that follow each other in a sentence the first alone has a verb. */
  private String step(Activity step, boolean afterBegin) {
    boolean again = afterBegin && isBegin(step);
    String key = again ? "quote" : "step." + step.kind().wireName();
    return wording.say(key, Map.of("title", title(step)));
  }

  private static boolean isBegin(Activity step) {
    return step.kind() == ActivityKind.BEGIN;
  }

  private String title(Activity step) {
    return nouns.title(step.kind().wireName(), step.qualifier());
  }
}
