package org.peersupport.simulation;

import java.time.Duration;
import java.util.Map;
import org.peersupport.protocol.Catalogue;

/** The default protocol and a behaviour for it, in which nobody raises a concern. */
public final class UsualTalk {
  private UsualTalk() {}

  /** Both together. */
  public static ConversationChain chain() {
    return ConversationChain.of(Catalogue.amaSixElements(), behaviour());
  }

  private static Behaviour behaviour() {
    Behaviour behaviour =
        Behaviour.of("usual-talk", Map.of("begin:reach-out", 1.0))
            .after("begin:reach-out", Map.of("begin:invite-and-listen", 1.0))
            .after(
                "begin:invite-and-listen",
                Map.of(
                    "begin:reflect-and-reframe", 0.6,
                    "begin:make-sense-and-cope", 0.2,
                    "begin:offer-resources", 0.17,
                    "end:interrupted", 0.03))
            .after(
                "begin:reflect-and-reframe",
                Map.of(
                    "begin:make-sense-and-cope", 0.5,
                    "begin:offer-resources", 0.35,
                    "begin:invite-and-listen", 0.15))
            .after(
                "begin:make-sense-and-cope",
                Map.of("begin:offer-resources", 0.9, "begin:reflect-and-reframe", 0.1))
            .after(
                "begin:offer-resources",
                Map.of(
                    "offer:information-sheet", 0.35,
                    "offer:peer-follow-up", 0.25,
                    "offer:employee-assistance", 0.25,
                    "offer:mental-health-professional", 0.1,
                    "offer:chaplaincy", 0.05))
            .after("begin:close-with-thank-you", Map.of("thank:work", 1.0))
            .after("thank:work", Map.of("thank:sharing", 1.0))
            .after("thank:sharing", Map.of("close", 1.0))
            .otherwise(Map.of("begin:close-with-thank-you", 1.0));
    behaviour = answering(behaviour, "information-sheet", 0.8);
    behaviour = answering(behaviour, "peer-follow-up", 0.6);
    behaviour = answering(behaviour, "employee-assistance", 0.14);
    behaviour = answering(behaviour, "mental-health-professional", 0.14);
    behaviour = answering(behaviour, "chaplaincy", 0.14);
    return behaviour
        .lasting("begin:reach-out", lognormal(3, 0.5))
        .lasting("begin:invite-and-listen", lognormal(12, 0.5))
        .lasting("begin:reflect-and-reframe", lognormal(7, 0.5))
        .lasting("begin:make-sense-and-cope", lognormal(7, 0.5))
        .lasting("begin:offer-resources", lognormal(4, 0.5))
        .lasting("begin:close-with-thank-you", lognormal(2, 0.3));
  }

  private static Behaviour answering(Behaviour behaviour, String resource, double yes) {
    return behaviour.after(
        "offer:" + resource, Map.of("accept:" + resource, yes, "decline:" + resource, 1 - yes));
  }

  private static Lognormal lognormal(int minutes, double sigma) {
    return Lognormal.of(Duration.ofMinutes(minutes), sigma);
  }
}
