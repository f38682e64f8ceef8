package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What stands against a command but rules: one code, the first in the order of the contract. */
final class Guard {
  private static final Set<String> OF_PEER = Set.of("accept", "decline", "pause", "resume", "end");
  private static final Set<String> OF_ANYONE =
      Set.of("transfer", "concern", "withdraw", "complete", "lapse");
  private static final Set<String> AFTERWARDS = Set.of("connect", "void");
  private static final Set<String> WHILE_PAUSED =
      Set.of("connect", "resume", "end", "transfer", "void");
  private static final Set<String> NEW = Set.of("begin", "offer", "thank");
  private static final Set<String> ENDS =
      Set.of("declined", "unreachable", "stopped", "interrupted", "safety");
  private static final Set<String> VOIDS = Set.of("wrong-person", "duplicate", "test", "other");

  private final Talk talk;
  private final JsonNode command;
  private final String act;

  private Guard(Talk talk, JsonNode command) {
    this.talk = talk;
    this.command = command;
    this.act = command.path("do").asText();
  }

  /** The code of a structural refusal, or nothing. */
  static String code(Talk talk, JsonNode command) {
    Guard guard = new Guard(talk, command);
    for (String code :
        List.of(guard.status(), guard.actor(), guard.time(), guard.name(), guard.referral())) {
      if (!code.isEmpty()) {
        return code;
      }
    }
    return "";
  }

  private String status() {
    if (command.has("ifSeq") && command.path("ifSeq").asInt() != talk.seq) {
      return "session.changed";
    } else if (talk.isVoided()) {
      return "session.voided";
    } else if (talk.isFinished() && !mayComeAfterTheEnd()) {
      return "session.finished";
    } else if (talk.status.equals("paused")
        && !Talk.FACTS.contains(act)
        && !WHILE_PAUSED.contains(act)
        && !helps()) {
      return "session.paused";
    }
    return act.equals("resume") && !talk.status.equals("paused") ? "session.not-paused" : "";
  }

  private boolean mayComeAfterTheEnd() {
    return Talk.FACTS.contains(act)
        || AFTERWARDS.contains(act)
        || (act.equals("transfer") && !talk.isSettled())
        || helps();
  }

  /** Whether it brings help to someone in danger nearer. */
  private boolean helps() {
    List<String> activities = talk.activities(command);
    return NEW.contains(act)
        && talk.paper.alphabet.containsAll(activities)
        && talk.discharges(activities);
  }

  private String actor() {
    String by = command.path("by").asText();
    boolean isOpener = act.equals("void") && by.equals(talk.openedBy);
    if (OF_ANYONE.contains(act) || isOpener || by.equals(talk.supporter.path("id").asText())) {
      return "";
    } else if (!by.equals(talk.peer.path("id").asText())) {
      return "actor.not-in-session";
    }
    return OF_PEER.contains(act) ? "" : "actor.not-allowed";
  }

  /** What is to come cannot lie in the future, and a new supporter must be one who may meet. */
  private String time() {
    boolean plans = Talk.OF_RULES.contains(act) || act.equals("close");
    if (plans && !Times.ahead(command).isZero()) {
      return "time.in-future";
    }
    boolean meets =
        !act.equals("transfer")
            || !command.has("supporter")
            || Talk.mayMeet(talk.paper, command.path("supporter"), talk.peer);
    return meets ? "" : "pairing.not-allowed";
  }

  private String name() {
    boolean known = talk.paper.alphabet.containsAll(talk.activities(command));
    String unknown =
        switch (act) {
          case "begin" -> "element.unknown";
          case "offer" -> "resource.unknown";
          case "concern" -> "level.unknown";
          case "thank" -> "facet.unknown";
          default -> "";
        };
    if (!known && !unknown.isEmpty()) {
      return unknown;
    }
    return hasReason() ? "" : "reason.unknown";
  }

  private boolean hasReason() {
    String reason = command.path("reason").asText();
    boolean known =
        switch (act) {
          case "end" -> !command.has("reason") || ENDS.contains(reason) || isListed("end", reason);
          case "decline", "lapse" -> !command.has("reason") || isListed(act, reason);
          case "void" -> VOIDS.contains(reason);
          default -> true;
        };
    JsonNode code = command.at("/override/code");
    boolean departs = Talk.OF_RULES.contains(act) || act.equals("close");
    return known && (!departs || code.isMissingNode() || isListed("override", code.asText()));
  }

  private boolean isListed(String list, String key) {
    return talk.paper.reasons.getOrDefault(list, List.of()).contains(key);
  }

  private String referral() {
    if (act.equals("offer")) {
      if (talk.referrals.containsKey(command.path("referral").asText())) {
        return "referral.duplicate";
      }
      boolean pending = talk.pending().contains(command.path("resource").asText());
      return pending ? "referral.pending" : "";
    } else if (act.equals("void")) {
      return talk.urgent().isEmpty() ? "" : "correction.not-allowed";
    } else if (!Talk.OF_REFERRAL.contains(act)) {
      return "";
    }
    Talk.Referral referral = talk.referrals.get(command.path("referral").asText());
    return referral == null ? "referral.unknown" : talk.misstep(act, referral);
  }
}
