package org.peersupport.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.MinimalConflict;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.Witness;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.TitledKey;

/**
 * Why an action is denied. What is not asked for is not worked out. Safe to share between threads.
 */
public final class Denial implements Answer {
  private static final int[] NO_ACTIVITY = {};

  private final CompiledProtocol protocol;
  private final RefusalCode code;
  private final @Nullable EngineState state;
  private final int[] activities;
  private final BitSet violated;
  private final char @Nullable [] conflictAfter;
  private final @Nullable RefusalCode override;
  private final Detail detail;
  private @Nullable Presentation presentation;

  /**
   * What a structural denial can tell more.
   *
   * @param referral the state that the referral is in; null where it is about none
   * @param consent what its hand-off takes; null likewise
   * @param reasons the reasons that could be given
   */
  public record Detail(
      @Nullable ReferralState referral, @Nullable Consent consent, List<TitledKey> reasons) {
    static final Detail NONE = new Detail(null, null, List.of());
  }

  /** The form in which a higher layer shows a denial. */
  public interface Presentation {}

  private Denial(
      CompiledProtocol protocol,
      RefusalCode code,
      @Nullable EngineState state,
      int[] activities,
      BitSet violated,
      char @Nullable [] conflictAfter,
      @Nullable RefusalCode override,
      Detail detail) {
    this.protocol = protocol;
    this.code = code;
    this.state = state;
    this.activities = activities;
    this.violated = violated;
    this.conflictAfter = conflictAfter;
    this.override = override;
    this.detail = detail;
  }

  /** A denial that no rule gives. */
  Denial(CompiledProtocol protocol, RefusalCode code) {
    this(protocol, code, Detail.NONE);
  }

  /** The same, telling more. */
  Denial(CompiledProtocol protocol, RefusalCode code, Detail detail) {
    this(protocol, code, null, NO_ACTIVITY, new BitSet(), null, null, detail);
  }

  /** The activities, none for a close, violate these rules. */
  public static Denial ofRules(EngineState state, int[] activities, BitSet violated) {
    return new Denial(
        state.protocol(),
        RefusalCode.RULE_VIOLATED,
        state,
        activities,
        violated,
        null,
        null,
        Detail.NONE);
  }

  /** After the activities no continuation satisfies all rules. */
  static Denial ofConflict(EngineState state, int[] activities, char[] after) {
    return new Denial(
        state.protocol(),
        RefusalCode.RULE_CONFLICT,
        state,
        activities,
        new BitSet(),
        after,
        null,
        Detail.NONE);
  }

  /** The same, and why an override does not help. */
  public Denial refusingOverride(RefusalCode why) {
    return new Denial(protocol, code, state, activities, violated, conflictAfter, why, detail);
  }

  /** Why an override does not help; empty when none was asked for. */
  public Optional<RefusalCode> refusedOverride() {
    return Optional.ofNullable(override);
  }

  /** Whether there might be a remedy: not after a structural denial or a refused override. */
  public boolean isMendable() {
    return !code.isStructural() && override == null;
  }

  /**
   * The form in which a higher layer shows this denial, made when it is first asked for. Threads
   * that race make equal ones.
   *
   * @throws ClassCastException if another form is kept
   */
  public <T extends Presentation> T presentation(Class<T> type, Function<Denial, T> making) {
    Presentation known = presentation;
    if (known == null) {
      known = making.apply(this);
      presentation = known;
    }
    return type.cast(known);
  }

  /** The protocol. */
  public CompiledProtocol protocol() {
    return protocol;
  }

  /** The code of the refusal. */
  public RefusalCode code() {
    return code;
  }

  /** What it can tell more. */
  public Detail detail() {
    return detail;
  }

  /** Whether the status of the session bars the action, whoever asks for it. */
  public boolean isOfStatus() {
    return code == RefusalCode.SESSION_VOIDED
        || code == RefusalCode.SESSION_FINISHED
        || code == RefusalCode.SESSION_PAUSED
        || code == RefusalCode.SESSION_NOT_PAUSED;
  }

  /** Whether a close is denied. */
  public boolean isOfClose() {
    return activities.length == 0;
  }

  /** What is denied, several thanks for one act; empty for a close. */
  public List<Activity> acts() {
    return Arrays.stream(activities).mapToObj(protocol::activity).toList();
  }

  /** The violated rules by number, in expanded order; none for a conflict. */
  public int[] violated() {
    return violated.stream().toArray();
  }

  /** The ids of the rules that are violated or conflict; none for any other denial. */
  public List<String> rules() {
    return violated.isEmpty() ? conflict() : protocol.ids(violated);
  }

  /** The ids of a smallest set of rules that conflict; empty unless this is a conflict. */
  public List<String> conflict() {
    return conflictAfter == null
        ? List.of()
        : protocol.ids(MinimalConflict.find(protocol.rules(), state().bound(), conflictAfter));
  }

  /** The transition with a departure from every violated rule; empty where that is impossible. */
  public Optional<Transition> overridden() {
    return code == RefusalCode.RULE_VIOLATED
        ? Enforcement.overriding(state(), activities, violated)
        : Optional.empty();
  }

  /**
   * A shortest continuation after which the action is taken; the first in the protocol's own order
   * among equals.
   */
  public Optional<List<Activity>> remedy() {
    int[] path = isMendable() ? path() : null;
    if (path == null) {
      return Optional.empty();
    }
    List<Activity> remedy = new ArrayList<>();
    for (int activity : path) {
      remedy.add(protocol.activity(activity));
    }
    return Optional.of(List.copyOf(remedy));
  }

  private int @Nullable [] path() {
    EngineState here = state();
    if (activities.length == 0) {
      return protocol.spaces().of(here.bound()).pathToClose(here.position());
    }
    int resource = protocol.rules().resource(activities[0]);
    StateSpace space = protocol.spaces().of(here.bound(), resource);
    boolean connects = protocol.rules().step(activities[0]) == ReferralStep.CONNECT;
    // A referral that is declined on the way could not be connected any more.
    int forbidden = connects ? protocol.ofReferral(ActType.DECLINE, resource) : -1;
    return space.pathTo(here.position(), activities, forbidden);
  }

  /**
   * The places of the fewest, latest earlier events that are enough to break the rule.
   *
   * @param events the activities of each earlier event, oldest first
   */
  public int[] witness(int rule, int[][] events) {
    return Witness.of(protocol.rules().rule(rule), events, activities);
  }

  private EngineState state() {
    return Objects.requireNonNull(state, "only a denial by rules has a state");
  }
}
