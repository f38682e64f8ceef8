package org.peersupport.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.peersupport.internal.automaton.IntList;
import org.peersupport.internal.study.Choices;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;

/**
 * Finds all states of a chain, breadth first, and whether each of them leads to an end. Of
 * connected referrals it tells apart what it is given.
 */
final class ChainExploration {
  /** More of the protocol's table take a gigabyte and a minute to find. */
  static final int MOST_ENTRIES = 1 << 26;

  private static final int NONE = -1;

  /** Whoever watches is told after so many states. */
  private static final int TOLD_EACH = 1_000;

  private final Protocol protocol;
  private final Behaviour behaviour;
  private final int most;
  private final TransitionTable table;
  private final Choices choices;

  private final List<Row> rows = new ArrayList<>();
  private final Map<Row, Integer> rowNumbers = new HashMap<>();

  /** By activity: the row that follows it. */
  private final int[] following;

  private final int start;
  private final int otherwise;

  private final List<TransitionTable.Reason> reasons = new ArrayList<>();
  private final Map<TransitionTable.Reason, Integer> reasonNumbers = new HashMap<>();

  /** A protocol's state and a row, and the number of the chain's state that they are. */
  private final Map<Long, Integer> numbers = new HashMap<>();

  /**
   * Of the states that were found: the protocol's state, and the row that follows what came last.
   */
  private final IntList protocolStates = new IntList();

  private final IntList foundRows = new IntList();

  /** Of the states that were explored. */
  private final IntList drawn = new IntList();

  private final IntList drawnTargets = new IntList();
  private final IntList instead = new IntList();
  private final IntList insteadTargets = new IntList();
  private final IntList targets = new IntList();

  /** By state: the state from which it was found first, and by which choice. */
  private final IntList parents = new IntList();

  private final IntList parentChoices = new IntList();

  /** The states of which the behaviour says nothing that is permitted. */
  private final BitSet unsaid = new BitSet();

  /** The rows that are drawn from in such states. */
  private final BitSet unsaidRows = new BitSet();

  /** By row: how many connected referrals of each resource are told apart. */
  private final int[][] toldApart;

  /** The same where more would matter; the largest integer elsewhere. */
  private final int[][] cut;

  /** Whether all that matter were told apart so far. */
  private boolean isExact = true;

  /**
   * @param most so many connected referrals of a resource are told apart where more would matter
   * @param evenRows as in {@link #unsaidRows}, but for those of which that is not known yet
   */
  ChainExploration(Protocol protocol, Behaviour behaviour, int most, BitSet evenRows) {
    this.protocol = protocol;
    this.behaviour = behaviour;
    this.most = most;
    this.table = TransitionTable.of(protocol);
    this.choices = new Choices(table.alphabet(), table.close(), EndReasons.of(protocol));
    this.start = number(Row.of(choices, behaviour.start()));
    this.otherwise =
        behaviour.otherwise().isEmpty() ? NONE : number(Row.of(choices, behaviour.otherwise()));
    this.following = new int[choices.activities()];
    for (int a = 0; a < following.length; a++) {
      var weights = behaviour.after().get(choices.text(a));
      following[a] = weights == null ? otherwise : number(Row.of(choices, weights));
    }
    this.toldApart = new int[rows.size() + 1][protocol.resources().size()];
    this.cut = new int[rows.size() + 1][protocol.resources().size()];
    tellApart(evenRows);
  }

  private void tellApart(BitSet evenRows) {
    int anything = rows.size();
    ConnectedReferrals connected =
        new ConnectedReferrals(
            protocol,
            choices,
            rows,
            Arrays.stream(following).map(row -> row == NONE ? anything : row).toArray(),
            otherwise == NONE ? anything : otherwise,
            evenRows);
    for (int x = 0; x < protocol.resources().size(); x++) {
      int[] matter = connected.thatMatter(protocol.resources().get(x), start);
      for (int row = 0; row <= anything; row++) {
        toldApart[row][x] = Math.min(most, matter[row]);
        cut[row][x] = matter[row] <= most ? Integer.MAX_VALUE : most;
      }
    }
  }

  /** How many connected referrals of a resource are told apart at most. */
  int toldApart() {
    return Arrays.stream(toldApart).flatMapToInt(Arrays::stream).max().orElse(0);
  }

  /** The rows, by number, of which nothing is permitted in some states, nor of otherwise. */
  BitSet unsaidRows() {
    return unsaidRows;
  }

  private int number(Row row) {
    return rowNumbers.computeIfAbsent(
        row,
        fresh -> {
          rows.add(fresh);
          return rows.size() - 1;
        });
  }

  /**
   * Finds all states, unless they are more than so many or the protocol's table grows too large.
   */
  void run(int states, IntConsumer found) {
    state(table.start(), start, NONE, NONE);
    for (int s = 0; s < protocolStates.size(); s++) {
      if (protocolStates.size() > states || isTableLarge()) {
        return;
      }
      if (s % TOLD_EACH == 0) {
        found.accept(protocolStates.size());
      }
      explore(s);
    }
  }

  private boolean isTableLarge() {
    return (long) table.states() * choices.activities() > MOST_ENTRIES;
  }

  /** Whether all states were found. */
  boolean isWhole() {
    return drawn.size() == protocolStates.size();
  }

  /** How many states were found. */
  int states() {
    return protocolStates.size();
  }

  /** The structure of the chain, after a run that found all states. */
  ChainStructure structure() {
    leadsToAnEnd();
    return made();
  }

  private ChainStructure made() {
    return new ChainStructure(
        choices,
        rows,
        reasons,
        isExact ? OptionalInt.empty() : OptionalInt.of(most),
        drawn.toArray(),
        drawnTargets.toArray(),
        instead.toArray(),
        insteadTargets.toArray(),
        targets.toArray(),
        unsaid,
        unsaid.isEmpty() ? List.of() : path(unsaid.nextSetBit(0)));
  }

  private int state(int next, int row, int parent, int choice) {
    int drawnFrom = row == NONE ? toldApart.length - 1 : row;
    int protocolState = table.withAtMost(next, toldApart[drawnFrom]);
    isExact = isExact && table.withAtMost(next, cut[drawnFrom]) == next;
    Long key = ((long) protocolState << Integer.SIZE) | (row & 0xFFFFFFFFL);
    Integer known = numbers.putIfAbsent(key, protocolStates.size());
    if (known != null) {
      return known;
    }
    protocolStates.add(protocolState);
    foundRows.add(row);
    parents.add(parent);
    parentChoices.add(choice);
    return protocolStates.size() - 1;
  }

  // --- one state

  private void explore(int s) {
    int here = protocolStates.get(s);
    int found = foundRows.get(s);
    // Where nothing is said of what comes now, anything may.
    int row = found == NONE ? anything(s, here) : found;
    drawn.add(row);
    drawnTargets.add(targets.size());
    Row drawnRow = rows.get(row);
    List<Integer> permitted = new ArrayList<>();
    for (int place = 0; place < drawnRow.size(); place++) {
      int target = target(s, here, drawnRow.choices().get(place));
      targets.add(target);
      if (target > ChainStructure.REFUSED) {
        permitted.add(place);
      }
    }
    int other = NONE;
    if (permitted.size() < drawnRow.size()) {
      other = permitted.isEmpty() ? elsewhere(s, here, row) : number(drawnRow.only(permitted));
    }
    instead.add(other);
    insteadTargets.add(targets.size());
    if (other != NONE) {
      rows.get(other).choices().forEach(choice -> targets.add(target(s, here, choice)));
    }
  }

  /** The row to draw from where everything in a row is refused. */
  private int elsewhere(int s, int here, int row) {
    List<Integer> permitted = new ArrayList<>();
    if (otherwise != NONE && otherwise != row) {
      Row fallback = rows.get(otherwise);
      for (int place = 0; place < fallback.size(); place++) {
        if (isPermitted(here, fallback.choices().get(place))) {
          permitted.add(place);
        }
      }
      if (!permitted.isEmpty()) {
        return number(fallback.only(permitted));
      }
    }
    unsaidRows.set(row);
    return anything(s, here);
  }

  /** The row of all that is permitted, where the behaviour says nothing of it. */
  private int anything(int s, int here) {
    unsaid.set(s);
    return number(Row.uniform(permitted(here)));
  }

  /** The permitted activities and close. */
  private List<Integer> permitted(int here) {
    List<Integer> permitted = new ArrayList<>();
    for (int choice = 0; choice <= choices.close(); choice++) {
      if (isPermitted(here, choice)) {
        permitted.add(choice);
      }
    }
    return permitted;
  }

  private boolean isPermitted(int here, int choice) {
    return table.next(here, choices.letter(choice)) >= 0;
  }

  private int target(int s, int here, int choice) {
    int next = table.next(here, choices.letter(choice));
    if (next < 0) {
      return ChainStructure.REFUSED - reason(table.reason(next));
    }
    if (choices.isEnd(choice)) {
      return ChainStructure.ENDED - (choice - choices.close() - 1);
    }
    return table.status(next) == Status.CLOSED
        ? ChainStructure.CLOSED
        : state(next, following[choice], s, choice);
  }

  private int reason(TransitionTable.Reason reason) {
    return reasonNumbers.computeIfAbsent(
        reason,
        fresh -> {
          reasons.add(fresh);
          return reasons.size() - 1;
        });
  }

  // --- traps

  private void leadsToAnEnd() {
    List<IntList> before = new ArrayList<>();
    for (int s = 0; s < drawn.size(); s++) {
      before.add(new IntList());
    }
    BitSet good = new BitSet();
    Deque<Integer> todo = new ArrayDeque<>();
    for (int s = 0; s < drawn.size(); s++) {
      if (follow(s, before)) {
        good.set(s);
        todo.add(s);
      }
    }
    while (!todo.isEmpty()) {
      IntList earlier = before.get(todo.remove());
      for (int i = 0; i < earlier.size(); i++) {
        if (!good.get(earlier.get(i))) {
          good.set(earlier.get(i));
          todo.add(earlier.get(i));
        }
      }
    }
    if (good.cardinality() < drawn.size()) {
      throw trap(innermost(good), drawn.size() - good.cardinality());
    }
  }

  /**
   * Of the states that lead to no end, the first of those that conversations go round in for ever:
   * what leads there is not to blame.
   */
  private int innermost(BitSet good) {
    Components components = Components.of(new Steps(made()));
    int component = 0;
    while (good.get(components.state(components.begin(component)))) {
      component++;
    }
    int first = components.state(components.begin(component));
    for (int at = components.begin(component); at < components.begin(component + 1); at++) {
      first = Math.min(first, components.state(at));
    }
    return first;
  }

  /** Notes the states that this one leads to; whether it leads to an end at once. */
  private boolean follow(int s, List<IntList> before) {
    boolean ends = false;
    for (int place = 0; place < rows.get(drawn.get(s)).size(); place++) {
      ends |= follow(s, targets.get(drawnTargets.get(s) + place), before);
    }
    int other = instead.get(s);
    for (int place = 0; other != NONE && place < rows.get(other).size(); place++) {
      ends |= follow(s, targets.get(insteadTargets.get(s) + place), before);
    }
    return ends;
  }

  private static boolean follow(int s, int target, List<IntList> before) {
    if (target >= 0) {
      before.get(target).add(s);
    }
    return target < 0 && target > ChainStructure.REFUSED;
  }

  /** The activities by which a state was found first. */
  private List<String> path(int state) {
    List<String> conversation = new ArrayList<>();
    for (int s = state; parents.get(s) != NONE; s = parents.get(s)) {
      conversation.add(choices.text(parentChoices.get(s)));
    }
    Collections.reverse(conversation);
    return conversation;
  }

  private InvalidBehaviourException trap(int trap, int states) {
    List<String> conversation = path(trap);
    String last = conversation.isEmpty() ? "" : conversation.get(conversation.size() - 1);
    String where =
        conversation.isEmpty() ? "From the start" : "After " + String.join(", ", conversation);
    return InvalidBehaviourException.of(
        BehaviourProblemCode.NEVER_ENDS,
        pointer(trap, last),
        where
            + " nothing that is drawn leads to a close or an end any more ("
            + states
            + (states == 1 ? " state" : " states")
            + "); give close or an end some weight where the protocol permits it.",
        conversation);
  }

  /** The row that is drawn from in the end: where all of the first is refused, another one is. */
  private String pointer(int trap, String last) {
    Row row = rows.get(drawn.get(trap));
    boolean allRefused = true;
    for (int place = 0; place < row.size(); place++) {
      allRefused &= targets.get(drawnTargets.get(trap) + place) <= ChainStructure.REFUSED;
    }
    if (allRefused) {
      return "/otherwise";
    }
    if (last.isEmpty()) {
      return "/start";
    }
    return behaviour.after().containsKey(last) ? "/after/" + last : "/otherwise";
  }
}
