package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** One session as the contract tells it. */
final class Talk {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> OF_PEER =
      Set.of("concern", "accept", "decline", "pause", "resume", "end");
  private static final Set<String> FACTS =
      Set.of("concern", "accept", "decline", "complete", "lapse");
  private static final Set<String> OF_REFERRAL =
      Set.of("accept", "decline", "connect", "complete", "lapse");
  private static final Set<String> OF_RULES = Set.of("begin", "offer", "thank", "connect");
  private static final Map<String, Set<String>> FROM =
      Map.of(
          "accept", Set.of("offered"),
          "decline", Set.of("offered"),
          "connect", Set.of("accepted"),
          "complete", Set.of("connected"),
          "lapse", Set.of("offered", "accepted", "connected"));
  private static final Map<String, String> TO =
      Map.of(
          "accept", "accepted",
          "decline", "declined",
          "connect", "connected",
          "complete", "completed",
          "lapse", "lapsed");
  private static final Set<String> FINAL = Set.of("declined", "completed", "lapsed");
  private static final int CONFLICT = -1;

  private record Referral(String resource, String state) {}

  /** An obligation; without a referral its referral is empty. */
  private record Owed(String deadline, String referral, Instant since, Instant due) {}

  /** All that what is permitted depends on. */
  private record Standing(
      String status, List<Integer> states, Set<Integer> departed, List<Referral> referrals) {}

  private record Heard(int seq, List<String> activities) {}

  /** What was worked out of a paper, for all that is said under it. */
  static final class Memory {
    private final Map<List<Integer>, Ahead> aheads = new HashMap<>();
    private final Map<Standing, Set<String>> permitted = new HashMap<>();
    private final Map<Set<Integer>, Bound> open = new HashMap<>();
    private final Map<Set<Integer>, Bound> finished = new HashMap<>();
  }

  /** The laws that bind, and what lies ahead of whoever keeps them. */
  private record Bound(List<Integer> laws, Ahead ahead) {}

  private final Paper paper;
  private final Memory memory;
  private final String id;
  private final JsonNode peer;
  private JsonNode supporter;
  private Instant at;
  private String status = "open";
  private int seq = 1;
  private final int[] states;
  private final Set<Integer> departed = new TreeSet<>();
  private final Map<String, Referral> referrals = new LinkedHashMap<>();
  private final List<Owed> owed = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();

  Talk(Paper paper, Memory memory, JsonNode open) {
    this.paper = paper;
    this.memory = memory;
    this.id = open.path("session").asText();
    this.supporter = open.path("supporter");
    this.peer = open.path("peer");
    this.at = Instant.parse(open.path("at").asText());
    this.states = new int[paper.laws.size()];
    clock("open", "");
  }

  static boolean mayMeet(Paper paper, JsonNode supporter, JsonNode peer) {
    if (supporter.path("id").equals(peer.path("id"))) {
      return false;
    }
    String one = supporter.path("department").asText();
    String other = peer.path("department").asText();
    return paper.pairing.equals("any")
        || (!one.isEmpty()
            && !other.isEmpty()
            && one.equals(other) == paper.pairing.equals("same"));
  }

  // --- what binds

  private boolean isFinished() {
    return status.equals("closed") || status.equals("ended");
  }

  /** It follows from what was departed from, so it is worked out once for each such set. */
  private Bound bound(boolean finished) {
    Map<Set<Integer>, Bound> known = finished ? memory.finished : memory.open;
    Bound bound = known.get(departed);
    if (bound == null) {
      List<Integer> laws = binding(finished);
      bound = new Bound(laws, ahead(laws));
      known.put(Set.copyOf(departed), bound);
    }
    return bound;
  }

  private List<Integer> binding(boolean finished) {
    List<Integer> binding = new ArrayList<>();
    for (int i = 0; i < paper.laws.size(); i++) {
      Law law = paper.laws.get(i);
      if (law.mandatory() && !departed.contains(i) && (law.always() || !finished)) {
        binding.add(i);
      }
    }
    return List.copyOf(binding);
  }

  private Ahead ahead(List<Integer> laws) {
    return memory.aheads.computeIfAbsent(
        laws, some -> new Ahead(paper, some.stream().map(paper.laws::get).toList()));
  }

  private Place here(List<Integer> laws) {
    Map<String, String> pending = new TreeMap<>();
    for (Referral each : referrals.values()) {
      if (each.state().equals("offered") || each.state().equals("accepted")) {
        pending.put(each.resource(), each.state());
      }
    }
    return new Place(laws.stream().mapToInt(i -> states[i]).toArray(), pending);
  }

  private List<Integer> unsatisfied() {
    return bound(isFinished()).laws().stream()
        .filter(i -> !paper.laws.get(i).table().accepts(states[i]))
        .toList();
  }

  /** The laws that these acts would break, or a conflict. */
  private List<Integer> broken(List<String> acts) {
    Bound bound = bound(false);
    List<Integer> laws = bound.laws();
    Place place = here(laws);
    for (String act : acts) {
      place = bound.ahead().step(place, act);
    }
    List<Integer> broken = new ArrayList<>();
    for (int i = 0; i < laws.size(); i++) {
      if (!paper.laws.get(laws.get(i)).table().isAlive(place.state(i))) {
        broken.add(laws.get(i));
      }
    }
    if (broken.isEmpty() && !bound.ahead().canClose(place)) {
      broken.add(CONFLICT);
    }
    return broken;
  }

  /**
   * The smallest set of binding laws that no continuation of these acts satisfies, first in their
   * order.
   */
  private List<Integer> clash(List<String> acts) {
    List<Integer> laws = bound(false).laws();
    for (int size = 1; size <= laws.size(); size++) {
      for (List<Integer> some : subsets(laws, size)) {
        Place place = here(some);
        for (String act : acts) {
          place = ahead(some).step(place, act);
        }
        if (!ahead(some).canClose(place)) {
          return some;
        }
      }
    }
    throw new IllegalStateException("nothing clashes");
  }

  private static <T> List<List<T>> subsets(List<T> from, int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<T>> subsets = new ArrayList<>();
    for (int i = 0; i + size <= from.size(); i++) {
      for (List<T> rest : subsets(from.subList(i + 1, from.size()), size - 1)) {
        List<T> subset = new ArrayList<>(List.of(from.get(i)));
        subset.addAll(rest);
        subsets.add(subset);
      }
    }
    return subsets;
  }

  /** Whether the acts bring what is owed after the end nearer. */
  private boolean discharges(List<String> acts) {
    Ahead ahead = bound(true).ahead();
    Place place = here(bound(true).laws());
    Optional<List<String>> before = ahead.toClose(place);
    if (before.isEmpty() || before.get().isEmpty()) {
      return false;
    }
    for (String act : acts) {
      if (!Ahead.isPossible(paper, place.pending(), act)) {
        return false;
      }
      place = ahead.step(place, act);
    }
    Optional<List<String>> after = ahead.toClose(place);
    return ahead.isAlive(place) && after.isPresent() && after.get().size() < before.get().size();
  }

  private boolean isSettled() {
    return isFinished()
        && referrals.values().stream().allMatch(each -> FINAL.contains(each.state()))
        && unsatisfied().isEmpty();
  }

  // --- what is refused

  private List<String> activities(JsonNode command) {
    String act = command.path("do").asText();
    List<String> activities = new ArrayList<>();
    switch (act) {
      case "begin" -> activities.add("begin:" + command.path("element").asText());
      case "concern" -> activities.add("concern:" + command.path("level").asText());
      case "offer" -> activities.add("offer:" + command.path("resource").asText());
      case "thank" ->
          command.path("facets").forEach(facet -> activities.add("thank:" + facet.asText()));
      default -> {
        Referral referral = referrals.get(command.path("referral").asText());
        if (OF_REFERRAL.contains(act) && referral != null) {
          activities.add(act + ":" + referral.resource());
        }
      }
    }
    return activities;
  }

  private boolean mayComeAfterTheEnd(String act, JsonNode command) {
    List<String> activities = activities(command);
    return OF_REFERRAL.contains(act)
        || (act.equals("transfer") && !isSettled())
        || (Set.of("begin", "offer", "thank").contains(act)
            && paper.alphabet.containsAll(activities)
            && discharges(activities));
  }

  /** The code of a structural refusal, or nothing. */
  private String structural(JsonNode command) {
    String act = command.path("do").asText();
    String by = command.path("by").asText();
    if (command.has("ifSeq") && command.path("ifSeq").asInt() != seq) {
      return "session.changed";
    } else if (isFinished() && !mayComeAfterTheEnd(act, command)) {
      return "session.finished";
    } else if (status.equals("paused")
        && !FACTS.contains(act)
        && !Set.of("resume", "end", "transfer").contains(act)) {
      return "session.paused";
    } else if (act.equals("resume") && !status.equals("paused")) {
      return "session.not-paused";
    }
    if (!Set.of("transfer", "complete", "lapse").contains(act)) {
      boolean isPeer = by.equals(peer.path("id").asText());
      if (!isPeer && !by.equals(supporter.path("id").asText())) {
        return "actor.not-in-session";
      } else if (isPeer && !OF_PEER.contains(act)) {
        return "actor.not-allowed";
      }
    }
    if (Instant.parse(command.path("at").asText()).isBefore(at)) {
      return "time.before-last-event";
    } else if (act.equals("transfer") && !mayMeet(paper, command.path("supporter"), peer)) {
      return "pairing.not-allowed";
    }
    return unknown(act, command);
  }

  private String unknown(String act, JsonNode command) {
    boolean known = paper.alphabet.containsAll(activities(command));
    return switch (act) {
      case "begin" -> known ? "" : "element.unknown";
      case "concern" -> known ? "" : "level.unknown";
      case "thank" -> known ? "" : "facet.unknown";
      case "offer" -> known ? ofOffer(command) : "resource.unknown";
      default -> OF_REFERRAL.contains(act) ? ofReferral(act, command) : "";
    };
  }

  private String ofOffer(JsonNode command) {
    if (referrals.containsKey(command.path("referral").asText())) {
      return "referral.duplicate";
    }
    boolean pending = here(List.of()).pending().containsKey(command.path("resource").asText());
    return pending ? "referral.pending" : "";
  }

  private String ofReferral(String act, JsonNode command) {
    Referral referral = referrals.get(command.path("referral").asText());
    if (referral == null) {
      return "referral.unknown";
    }
    if (act.equals("connect") && referral.state().equals("offered")) {
      boolean told = "notice".equals(paper.consents.get(referral.resource()));
      return told ? "" : "referral.no-consent";
    }
    return FROM.getOrDefault(act, Set.of()).contains(referral.state())
        ? ""
        : "referral.wrong-state";
  }

  /** What a command would depart from. */
  private List<Integer> against(JsonNode command) {
    String act = command.path("do").asText();
    if (act.equals("close")) {
      return unsatisfied();
    }
    return OF_RULES.contains(act) && !isFinished() ? broken(activities(command)) : List.of();
  }

  private boolean mayDepart(JsonNode command, List<Integer> bad) {
    boolean overridable =
        bad.stream().allMatch(i -> i != CONFLICT && paper.laws.get(i).overridable());
    if (!overridable || command.path("do").asText().equals("close")) {
      return overridable;
    }
    List<Integer> laws = new ArrayList<>(bound(false).laws());
    laws.removeAll(bad);
    Place place = here(laws);
    for (String act : activities(command)) {
      place = ahead(laws).step(place, act);
    }
    return ahead(laws).canClose(place);
  }

  private boolean isAccepted(JsonNode command) {
    return structural(command).isEmpty() && mayBe(command, against(command));
  }

  private boolean mayBe(JsonNode command, List<Integer> bad) {
    boolean reasoned = !command.at("/override/reason").asText().isBlank();
    return bad.isEmpty() || (reasoned && mayDepart(command, bad));
  }

  /** What a command is answered. */
  ObjectNode answer(JsonNode command) {
    String code = structural(command);
    List<Integer> bad = code.isEmpty() ? against(command) : List.of();
    return code.isEmpty() && mayBe(command, bad)
        ? accepted(command, bad)
        : refused(command, code, bad);
  }

  private ObjectNode refused(JsonNode command, String code, List<Integer> bad) {
    ObjectNode answer = JSON.objectNode().put("session", id).put("outcome", "refused");
    ArrayNode violations = answer.putArray("violations");
    if (!code.isEmpty()) {
      violations.addObject().put("code", code).put("explanation", "Not now.");
      return answer;
    }
    for (int i : bad) {
      ObjectNode violation = violations.addObject();
      if (i == CONFLICT) {
        violation.put("code", "rule.conflict");
        ArrayNode rules = violation.putArray("rules");
        clash(activities(command)).forEach(each -> rules.add(paper.laws.get(each).id()));
        violation.put("explanation", "Nothing leads on from there.");
      } else {
        violation.put("code", "rule.violated").put("rule", paper.laws.get(i).id());
        violation.put("explanation", "This rule stands against it.");
        ArrayNode witness = violation.putArray("witness");
        witness(i, activities(command)).forEach(witness::add);
      }
    }
    if (command.has("override")) {
      boolean blank = command.at("/override/reason").asText().isBlank();
      violations
          .addObject()
          .put("code", blank ? "override.no-reason" : "override.not-allowed")
          .put("explanation", "It cannot be overridden so.");
      return answer;
    }
    remedy(command)
        .ifPresent(
            way -> {
              ArrayNode remedy = answer.putArray("remedy");
              way.forEach(remedy::add);
            });
    return answer;
  }

  private List<Integer> witness(int law, List<String> acts) {
    List<Heard> latestFirst = new ArrayList<>(heard);
    latestFirst.sort(Comparator.comparing(Heard::seq).reversed());
    for (int size = 0; size <= heard.size(); size++) {
      for (List<Heard> some : subsets(latestFirst, size)) {
        if (isBrokenBy(law, some, acts)) {
          return some.stream().map(Heard::seq).sorted().toList();
        }
      }
    }
    throw new IllegalStateException("no witness");
  }

  private boolean isBrokenBy(int law, List<Heard> latestFirst, List<String> acts) {
    Table table = paper.laws.get(law).table();
    int state = 0;
    for (int i = latestFirst.size() - 1; i >= 0; i--) {
      for (String activity : latestFirst.get(i).activities()) {
        state = table.next(state, activity);
      }
    }
    for (String act : acts) {
      state = table.next(state, act);
    }
    return acts.isEmpty() ? !table.accepts(state) : !table.isAlive(state);
  }

  private Optional<List<String>> remedy(JsonNode command) {
    Bound bound = bound(false);
    return bound.ahead().remedy(here(bound.laws()), activities(command));
  }

  // --- what is recorded

  private ObjectNode accepted(JsonNode command, List<Integer> bad) {
    String act = command.path("do").asText();
    boolean over = isFinished();
    List<String> acts = activities(command);
    List<ObjectNode> deviations = new ArrayList<>();
    for (int i : bad) {
      departed.add(i);
      deviations.add(deviation(i).put("reason", command.at("/override/reason").asText()));
    }
    at = Instant.parse(command.path("at").asText());
    seq++;
    if (!acts.isEmpty() && !over) {
      heard.add(new Heard(seq, acts));
    }
    int[] before = states.clone();
    List<ObjectNode> late = new ArrayList<>();
    for (String activity : acts) {
      for (int i = 0; i < states.length; i++) {
        if (!over || paper.laws.get(i).always()) {
          states[i] = paper.laws.get(i).table().next(states[i], activity);
        }
      }
      late.addAll(clock(activity, command.path("referral").asText()));
    }
    if (!over) {
      addAdvisories(act, before, deviations);
    }
    change(act, command);
    if (act.equals("close") || act.equals("end")) {
      late.addAll(clock(act, ""));
    }
    if (FACTS.contains(act) && !departed.isEmpty() && !isFinished()) {
      addBrokenByFact(deviations);
    }
    deviations.addAll(late);
    return accepted(event(act, command, deviations));
  }

  private ObjectNode deviation(int law) {
    return JSON.objectNode().put("rule", paper.laws.get(law).id());
  }

  private void addAdvisories(String act, int[] before, List<ObjectNode> deviations) {
    add(
        deviations,
        i ->
            paper.laws.get(i).table().isAlive(before[i])
                && !paper.laws.get(i).table().isAlive(states[i]));
    if (act.equals("close")) {
      add(
          deviations,
          i ->
              paper.laws.get(i).table().isAlive(states[i])
                  && !paper.laws.get(i).table().accepts(states[i]));
    }
  }

  private void add(List<ObjectNode> deviations, IntPredicate departs) {
    for (int i = 0; i < states.length; i++) {
      if (!paper.laws.get(i).mandatory() && departs.test(i)) {
        deviations.add(deviation(i));
      }
    }
  }

  /** A fact may break what an override has left in pieces. */
  private void addBrokenByFact(List<ObjectNode> deviations) {
    while (true) {
      Bound bound = bound(false);
      List<Integer> bad =
          bound.laws().stream().filter(i -> !paper.laws.get(i).table().isAlive(states[i])).toList();
      if (bad.isEmpty()) {
        if (bound.ahead().canClose(here(bound.laws()))) {
          return;
        }
        bad = clash(List.of());
      }
      departed.addAll(bad);
      bad.forEach(i -> deviations.add(deviation(i)));
    }
  }

  private void change(String act, JsonNode command) {
    String referral = command.path("referral").asText();
    switch (act) {
      case "offer" ->
          referrals.put(referral, new Referral(command.path("resource").asText(), "offered"));
      case "pause" -> status = "paused";
      case "resume" -> status = "open";
      case "close" -> status = "closed";
      case "end" -> status = "ended";
      case "transfer" -> supporter = command.path("supporter");
      default -> {
        if (TO.containsKey(act)) {
          referrals.put(referral, new Referral(referrals.get(referral).resource(), TO.get(act)));
        }
      }
    }
  }

  /** Discharges and opens obligations; what comes late is returned. */
  private List<ObjectNode> clock(String activity, String referral) {
    List<ObjectNode> late = new ArrayList<>();
    for (JsonNode deadline : paper.deadlines) {
      String name = deadline.path("id").asText();
      if (fits(deadline.path("to"), activity)) {
        for (Owed each : List.copyOf(owed)) {
          if (each.deadline().equals(name)
              && (referral.isEmpty()
                  || each.referral().isEmpty()
                  || each.referral().equals(referral))) {
            owed.remove(each);
            if (at.isAfter(each.due())) {
              Duration by = Duration.between(each.due(), at);
              late.add(JSON.objectNode().put("rule", name).put("lateBy", by.toString()));
            }
          }
        }
      }
      if (fits(deadline.path("from"), activity)) {
        Instant due = at.plus(Duration.parse(deadline.path("within").asText()));
        owed.add(new Owed(name, referral, at, due));
      }
    }
    return late;
  }

  private static boolean fits(JsonNode patterns, String activity) {
    List<String> texts = new ArrayList<>();
    patterns.forEach(each -> texts.add(each.asText()));
    return Paper.matches(texts, activity);
  }

  // --- what is told

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("open", "session-opened"),
          Map.entry("begin", "element-begun"),
          Map.entry("concern", "concern-raised"),
          Map.entry("offer", "referral-offered"),
          Map.entry("accept", "referral-accepted"),
          Map.entry("decline", "referral-declined"),
          Map.entry("connect", "referral-connected"),
          Map.entry("complete", "referral-completed"),
          Map.entry("lapse", "referral-lapsed"),
          Map.entry("thank", "appreciation-expressed"),
          Map.entry("pause", "session-paused"),
          Map.entry("resume", "session-resumed"),
          Map.entry("transfer", "supporter-changed"),
          Map.entry("close", "session-closed"),
          Map.entry("end", "session-ended"));

  private ObjectNode event(String act, JsonNode command, List<ObjectNode> deviations) {
    ObjectNode event = JSON.objectNode().put("session", id).put("seq", seq);
    event
        .put("at", Instant.parse(command.path("at").asText()).toString())
        .put("by", command.path("by").asText());
    event.put("type", TYPES.get(act));
    for (String member :
        List.of(
            "supporter",
            "peer",
            "followUpOf",
            "element",
            "level",
            "referral",
            "resource",
            "facets",
            "reason")) {
      if (command.has(member)) {
        event.set(member, command.path(member));
      }
    }
    if (act.equals("open")) {
      event.put("protocol", paper.reference);
    }
    if (!deviations.isEmpty()) {
      deviations.forEach(event.putArray("deviations")::add);
    }
    return event;
  }

  ObjectNode opened(JsonNode command) {
    return accepted(event("open", command, List.of()));
  }

  private ObjectNode accepted(ObjectNode event) {
    ObjectNode answer = JSON.objectNode().put("session", id).put("outcome", "accepted");
    answer.putArray("events").add(event);
    answer.put("status", status).put("settled", isSettled());
    permitted().forEach(answer.putArray("permitted")::add);
    ArrayNode outstanding = answer.putArray("outstanding");
    unsatisfied().stream().map(i -> paper.laws.get(i).id()).sorted().forEach(outstanding::add);
    due(Optional.empty()).forEach(answer.putArray("due")::add);
    return answer;
  }

  /** It follows from where the session stands, so it is worked out once for each such place. */
  private Set<String> permitted() {
    Standing here =
        new Standing(
            status,
            Arrays.stream(states).boxed().toList(),
            Set.copyOf(departed),
            List.copyOf(referrals.values()));
    return memory.permitted.computeIfAbsent(here, key -> workPermitted());
  }

  private Set<String> workPermitted() {
    Set<String> permitted = new TreeSet<>();
    for (String activity : paper.alphabet) {
      if (commands(activity).stream().anyMatch(this::isAccepted)) {
        permitted.add(activity);
      }
    }
    for (String act : List.of("close", "pause", "resume", "end")) {
      if (isAccepted(command(act))) {
        permitted.add(act);
      }
    }
    if (!isSettled()) {
      permitted.add("transfer");
    }
    return permitted;
  }

  private ObjectNode command(String act) {
    return JSON.objectNode()
        .put("do", act)
        .put("at", at.toString())
        .put("by", supporter.path("id").asText());
  }

  /** The commands of the supporter that record an activity. */
  private List<ObjectNode> commands(String activity) {
    String act = activity.substring(0, activity.indexOf(':'));
    String what = activity.substring(activity.indexOf(':') + 1);
    ObjectNode command = command(act);
    switch (act) {
      case "begin" -> command.put("element", what);
      case "concern" -> command.put("level", what);
      case "offer" -> command.put("resource", what).put("referral", "");
      case "thank" -> command.putArray("facets").add(what);
      default -> {
        return referrals.entrySet().stream()
            .filter(each -> each.getValue().resource().equals(what))
            .map(each -> command(act).put("referral", each.getKey()))
            .toList();
      }
    }
    return List.of(command);
  }

  List<ObjectNode> due(Optional<Instant> now) {
    List<Owed> sorted = new ArrayList<>(owed);
    sorted.sort(
        Comparator.comparing(Owed::due)
            .thenComparing(Owed::deadline)
            .thenComparing(Owed::referral));
    List<ObjectNode> due = new ArrayList<>();
    for (Owed each : sorted) {
      ObjectNode item = JSON.objectNode().put("deadline", each.deadline());
      if (!each.referral().isEmpty()) {
        item.put("referral", each.referral());
      }
      item.put("since", each.since().toString()).put("dueAt", each.due().toString());
      now.ifPresent(moment -> item.put("overdue", moment.isAfter(each.due())));
      due.add(item);
    }
    return due;
  }

  ObjectNode options(JsonNode query) {
    ObjectNode answer = JSON.objectNode().put("session", id).put("outcome", "options");
    answer.put("status", status);
    ArrayNode rules = answer.putArray("rules");
    for (int i = 0; i < states.length; i++) {
      Law law = paper.laws.get(i);
      rules.addObject().put("id", law.id()).put("verdict", law.table().verdict(states[i]));
    }
    Instant now = Instant.parse(query.path("at").asText());
    due(Optional.of(now)).forEach(answer.putArray("due")::add);
    return answer;
  }
}
