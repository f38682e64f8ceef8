package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** One session as the contract tells it: what binds, and what an act does. */
final class Talk {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  static final Set<String> FACTS =
      Set.of("concern", "accept", "decline", "withdraw", "complete", "lapse");
  static final Set<String> OF_REFERRAL =
      Set.of("accept", "decline", "connect", "complete", "withdraw", "lapse");

  /** What rules may refuse, beside a close. */
  static final Set<String> OF_RULES = Set.of("begin", "offer", "thank", "connect");

  private static final Map<String, Set<String>> FROM =
      Map.of(
          "accept", Set.of("offered"),
          "decline", Set.of("offered"),
          "connect", Set.of("accepted"),
          "complete", Set.of("accepted", "connected"),
          "withdraw", Set.of("accepted", "connected"),
          "lapse", Set.of("offered", "accepted", "connected"));
  private static final Map<String, String> TO =
      Map.of(
          "accept", "accepted",
          "decline", "declined",
          "connect", "connected",
          "complete", "completed",
          "withdraw", "withdrawn",
          "lapse", "lapsed");
  private static final Set<String> FINAL = Set.of("declined", "withdrawn", "completed", "lapsed");
  static final int CONFLICT = -1;

  record Referral(String resource, String state) {}

  /** An obligation; without a referral its referral is empty. */
  record Owed(String deadline, String referral, Instant since, Instant due) {}

  private record Heard(int seq, List<String> activities) {}

  /** What was recorded, and the event that it became. */
  record Entry(JsonNode command, ObjectNode event) {}

  /** What was worked out of a paper, for all that is said under it. */
  static final class Memory {
    private final Map<List<Integer>, Ahead> aheads = new HashMap<>();
    final Map<Teller.Standing, Set<String>> permitted = new HashMap<>();
    private final Map<Set<Integer>, Bound> open = new HashMap<>();
    private final Map<Set<Integer>, Bound> finished = new HashMap<>();
  }

  /** The laws that bind, and what lies ahead of whoever keeps them. */
  private record Bound(List<Integer> laws, Ahead ahead) {}

  final Paper paper;
  final Memory memory;
  final String id;
  final JsonNode peer;
  final String openedBy;
  JsonNode supporter;
  Instant at;
  String status = "open";
  String element = "";
  int seq = 1;
  final int[] states;
  final Set<Integer> departed = new TreeSet<>();
  final Map<String, Referral> referrals = new LinkedHashMap<>();
  final List<Owed> owed = new ArrayList<>();
  final List<Entry> log = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();

  Talk(Paper paper, Memory memory, JsonNode open) {
    this.paper = paper;
    this.memory = memory;
    this.id = open.path("session").asText();
    this.openedBy = open.path("by").asText();
    this.supporter = open.path("supporter");
    this.peer = open.path("peer");
    this.at = Times.read(open.path("at"));
    this.states = new int[paper.laws.size()];
    clock("open", "");
    log.add(new Entry(open, Teller.event(this, "open", open, List.of())));
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

  boolean isVoided() {
    return status.equals("voided");
  }

  boolean isFinished() {
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

  /** The laws that bind and are unsatisfied as things stand. */
  List<Integer> unsatisfied() {
    if (isVoided()) {
      return List.of();
    }
    return bound(isFinished()).laws().stream()
        .filter(i -> !paper.laws.get(i).table().accepts(states[i]))
        .toList();
  }

  /** What someone may be in danger without: it binds always, and was satisfied at the opening. */
  List<Integer> urgent() {
    return unsatisfied().stream()
        .filter(i -> paper.laws.get(i).always() && paper.laws.get(i).table().accepts(0))
        .toList();
  }

  /** A shortest way to satisfy these laws, any other law aside. */
  Optional<List<String>> toSatisfy(List<Integer> laws) {
    return ahead(laws).toClose(here(laws));
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
  List<Integer> clash(List<String> acts, boolean finished) {
    List<Integer> laws = bound(finished).laws();
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

  /** Whether the acts bring what binds always and is outstanding nearer. */
  boolean discharges(List<String> acts) {
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

  boolean isSettled() {
    return isVoided() || isSettledInItself();
  }

  private boolean isSettledInItself() {
    return isFinished()
        && referrals.values().stream().allMatch(each -> FINAL.contains(each.state()))
        && unsatisfied().isEmpty();
  }

  // --- what rules say of an act

  /** What a command would depart from. */
  List<Integer> against(JsonNode command) {
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

  boolean isAccepted(JsonNode command) {
    return Guard.code(this, command).isEmpty() && mayBe(command, against(command));
  }

  private boolean mayBe(JsonNode command, List<Integer> bad) {
    boolean reasoned = !command.at("/override/reason").asText().isBlank();
    return bad.isEmpty() || (reasoned && mayDepart(command, bad));
  }

  /** What a command is answered. */
  ObjectNode answer(JsonNode command) {
    String code = Guard.code(this, command);
    List<Integer> bad = code.isEmpty() ? against(command) : List.of();
    return code.isEmpty() && mayBe(command, bad)
        ? Teller.accepted(this, recorded(command, bad), false)
        : Teller.refused(this, command, code, bad);
  }

  /** The activities of a command. */
  List<String> activities(JsonNode command) {
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

  /** What is wrong with a step in the life of a referral; nothing when it fits. */
  String misstep(String act, Referral referral) {
    String state = referral.state();
    if (act.equals("connect") && state.equals("offered")) {
      boolean told = "notice".equals(paper.consents.get(referral.resource()));
      return told ? "" : "referral.no-consent";
    } else if (act.equals("connect") && Set.of("declined", "withdrawn").contains(state)) {
      return "referral.no-consent";
    }
    return FROM.getOrDefault(act, Set.of()).contains(state) ? "" : "referral.wrong-state";
  }

  /** The resources that have a referral that is offered or accepted. */
  Set<String> pending() {
    return here(List.of()).pending().keySet();
  }

  List<Integer> witness(int law, List<String> acts) {
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

  /** The way out of a refusal, as if the conversation did not rest. */
  Optional<List<String>> remedy(JsonNode command) {
    Bound bound = bound(false);
    return bound.ahead().remedy(here(bound.laws()), activities(command));
  }

  // --- what is recorded

  private ObjectNode recorded(JsonNode command, List<Integer> bad) {
    String act = command.path("do").asText();
    boolean over = isFinished();
    List<String> acts = activities(command);
    List<ObjectNode> deviations = new ArrayList<>();
    for (int i : bad) {
      departed.add(i);
      ObjectNode deviation = deviation(i);
      if (command.at("/override/code").isTextual()) {
        deviation.put("code", command.at("/override/code").asText());
      }
      deviations.add(deviation.put("reason", command.at("/override/reason").asText()));
    }
    Duration ahead = Times.ahead(command);
    at = Times.read(command.path(ahead.isZero() ? "at" : "recordedAt"));
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
    if (FACTS.contains(act) || (over && act.equals("connect"))) {
      addBrokenByFact(deviations);
    }
    List<String> order = paper.limits.stream().map(Paper.TimeLimit::id).toList();
    late.sort(Comparator.comparingInt(each -> order.indexOf(each.path("rule").asText())));
    deviations.addAll(late);
    if (!ahead.isZero()) {
      deviations.add(
          JSON.objectNode().put("rule", "time.in-future").put("aheadBy", ahead.toString()));
    }
    ObjectNode event = Teller.event(this, act, command, deviations);
    log.add(new Entry(command, event));
    return event;
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

  /** A fact may break what an override has left in pieces, or the end. */
  private void addBrokenByFact(List<ObjectNode> deviations) {
    List<Integer> broken = new ArrayList<>();
    while (true) {
      Bound bound = bound(isFinished());
      List<Integer> bad =
          bound.laws().stream().filter(i -> !paper.laws.get(i).table().isAlive(states[i])).toList();
      if (bad.isEmpty()) {
        if (bound.ahead().canClose(here(bound.laws()))) {
          broken.stream().sorted().forEach(i -> deviations.add(deviation(i)));
          return;
        }
        bad = clash(List.of(), isFinished());
      }
      departed.addAll(bad);
      broken.addAll(bad);
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
      case "void" -> status = "voided";
      case "begin" -> begin(command.path("element").asText());
      case "transfer" -> supporter = command.path("supporter");
      default -> {
        if (TO.containsKey(act)) {
          referrals.put(referral, new Referral(referrals.get(referral).resource(), TO.get(act)));
        }
      }
    }
  }

  private void begin(String begun) {
    if (!paper.continuous.contains(begun)) {
      element = begun;
    }
  }

  /** Discharges and opens obligations; what comes late is returned. */
  private List<ObjectNode> clock(String activity, String referral) {
    List<ObjectNode> late = new ArrayList<>();
    boolean ends = Set.of("close", "end").contains(activity);
    for (Paper.TimeLimit limit : paper.limits) {
      String name = limit.id();
      if (Paper.matches(limit.to(), activity) || (ends && limit.over())) {
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
      boolean tooLate = limit.over() && (ends || isFinished());
      if (Paper.matches(limit.from(), activity) && !tooLate) {
        owed.add(new Owed(name, referral, at, at.plus(limit.within())));
      }
    }
    return late;
  }
}
