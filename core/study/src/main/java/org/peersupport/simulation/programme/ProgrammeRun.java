package org.peersupport.simulation.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.peersupport.simulation.Draws;
import org.peersupport.simulation.Lognormal;

/**
 * One run of a programme, event by event (A. M. Law, Simulation Modeling and Analysis, 5th ed.,
 * 2015, chapter 1). Not safe to share between threads.
 *
 * <p>A person who is referred is matched at once when a supporter who fits has room: the one with
 * the fewest people at the time; among equals who is available first, then who has had fewer, then
 * who stands first in the document. Otherwise the person waits, and is the first who fits when
 * somebody has room again. A supporter meets the people who are due in the order in which they
 * became due, one at a time.
 */
final class ProgrammeRun {
  private static final int ARRIVAL = 0;
  private static final int DEPARTMENT = 1;
  private static final int DELAY = 2;
  private static final int DECLINE = 3;
  private static final int DECLINING = 4;
  private static final int NUMBER = 5;
  private static final int BETWEEN = 6;

  private final Plan plan;
  private final TalkSource source;
  private final long seed;
  private final long end;
  private final EventQueue events = new EventQueue();
  private final Draws arrivals;
  private final double[] numbers;
  private final List<ReferredPerson> cases = new ArrayList<>();
  private final Deque<ReferredPerson> unmatched = new ArrayDeque<>();
  private final TimeWeightedMean queue = new TimeWeightedMean();
  private final List<Caseload> caseloads = new ArrayList<>();
  private double expected;
  private long now;

  /** What a supporter is at. */
  private static final class Caseload {
    final int number;
    final Supporter supporter;
    final Deque<ReferredPerson> due = new ArrayDeque<>();
    final TimeWeightedMean open = new TimeWeightedMean();
    int cases;
    boolean busy;
    boolean woken;
    long busyMillis;

    /** Of these, those within the hours. */
    long busyOpenMillis;

    Caseload(int number, Supporter supporter) {
      this.number = number;
      this.supporter = supporter;
    }
  }

  /**
   * @param seed of this run
   */
  ProgrammeRun(Plan plan, TalkSource source, long seed) {
    this.plan = plan;
    this.source = source;
    this.seed = seed;
    this.end = plan.arrivals.end();
    this.arrivals = Draws.of(seed, 0, ARRIVAL);
    this.numbers = Plan.cumulative(plan.scenario.talks().number());
    plan.supporters.forEach(supporter -> caseloads.add(new Caseload(caseloads.size(), supporter)));
  }

  /** Runs it from the start to the end. */
  RunResult run() {
    expectNext();
    while (!events.isEmpty()) {
      EventQueue.ScheduledEvent event = events.next();
      now = event.at();
      switch (event.kind()) {
        case REFERRED -> referred(event.subject());
        case DUE -> due(cases.get(event.subject()));
        case OPEN -> opened(caseloads.get(event.subject()));
        case OVER -> over(cases.get(event.subject()));
      }
    }
    return RunResult.of(plan, cases, caseloads.stream().map(this::load).toList(), queue);
  }

  private RunResult.Load load(Caseload caseload) {
    return new RunResult.Load(
        caseload.cases,
        caseload.busyMillis,
        caseload.busyOpenMillis,
        caseload.supporter.calendar().openUntil(end),
        caseload.open.area(end),
        caseload.supporter.group().mostCases() * end);
  }

  /** What would happen at the end or later does not happen. */
  private void add(long at, EventQueue.Kind kind, int subject) {
    if (at < end) {
      events.add(at, kind, subject);
    }
  }

  private Draws draws(long number, int purpose) {
    return Draws.of(seed, number, purpose);
  }

  // --- referral and match

  private void expectNext() {
    expected += arrivals.exponential();
    add(plan.arrivals.instant(expected), EventQueue.Kind.REFERRED, cases.size());
  }

  private void referred(int person) {
    int department = Plan.index(plan.departments, draws(person, DEPARTMENT).uniform());
    ReferredPerson fresh = new ReferredPerson(person, now, department);
    cases.add(fresh);
    int supporter = supporter(department);
    if (supporter < 0) {
      fresh.queued = true;
      unmatched.add(fresh);
      queue.add(1, now);
    } else {
      match(fresh, supporter);
    }
    expectNext();
  }

  /** Who should support a person of this department; -1 when nobody has room. */
  private int supporter(int department) {
    int best = -1;
    for (int s = 0; s < caseloads.size(); s++) {
      Caseload caseload = caseloads.get(s);
      boolean possible =
          caseload.open.people() < caseload.supporter.group().mostCases()
              && plan.fits(department, s);
      if (possible && (best < 0 || isBetter(caseload, caseloads.get(best)))) {
        best = s;
      }
    }
    return best;
  }

  private boolean isBetter(Caseload one, Caseload other) {
    if (one.open.people() != other.open.people()) {
      return one.open.people() < other.open.people();
    }
    long open = one.supporter.calendar().nextOpen(now);
    long otherOpen = other.supporter.calendar().nextOpen(now);
    return open != otherOpen ? open < otherOpen : one.cases < other.cases;
  }

  private void match(ReferredPerson matched, int supporter) {
    matched.supporter = supporter;
    caseloads.get(supporter).open.add(1, now);
    caseloads.get(supporter).cases++;
    long delay = time(plan.scenario.contact().delay(), matched.person, DELAY);
    add(now + delay, EventQueue.Kind.DUE, matched.person);
  }

  private long time(Optional<Lognormal> distribution, long number, int purpose) {
    return distribution.isPresent() ? draws(number, purpose).millis(distribution.get()) : 0;
  }

  // --- contact and conversations

  private void due(ReferredPerson due) {
    Caseload caseload = caseloads.get(due.supporter);
    caseload.due.add(due);
    meetNext(caseload);
  }

  private void opened(Caseload caseload) {
    caseload.woken = false;
    meetNext(caseload);
  }

  private void meetNext(Caseload caseload) {
    if (caseload.busy || caseload.woken || caseload.due.isEmpty()) {
      return;
    }
    long open = caseload.supporter.calendar().nextOpen(now);
    if (open == now) {
      meet(caseload, caseload.due.remove());
    } else {
      caseload.woken = true;
      add(open, EventQueue.Kind.OPEN, caseload.number);
    }
  }

  private void meet(Caseload caseload, ReferredPerson met) {
    long took = met.contacted < 0 ? contact(met) : talk(met);
    caseload.busy = true;
    long within = Math.min(took, end - now);
    Calendar calendar = caseload.supporter.calendar();
    caseload.busyMillis += within;
    caseload.busyOpenMillis += calendar.openUntil(now + within) - calendar.openUntil(now);
    add(now + took, EventQueue.Kind.OVER, met.person);
  }

  /** How long it takes. */
  private long contact(ReferredPerson contacted) {
    contacted.contacted = now;
    Contact contact = plan.scenario.contact();
    if (draws(contacted.person, DECLINE).uniform() < contact.declines()) {
      contacted.declined = true;
      return time(contact.declining(), contacted.person, DECLINING);
    }
    contacted.allTalks = numbers.length == 0 ? 0 : number(contacted.person);
    return talk(contacted);
  }

  private int number(int person) {
    return 1 + Plan.index(numbers, draws(person, NUMBER).uniform());
  }

  private long talk(ReferredPerson met) {
    long number = talkNumber(met);
    TalkSource.Talk talk = source.draw(seed, number);
    if (met.talks == 0 && talk.declined()) {
      met.declined = true;
      return talk.millis();
    }
    met.talks++;
    met.referredOn |= talk.referredOn();
    if (numbers.length == 0 && !isAnother(number, met.talks)) {
      met.allTalks = met.talks;
    }
    return talk.millis();
  }

  /** The number of the next conversation: each of each person has its own. */
  private static long talkNumber(ReferredPerson met) {
    return (long) met.person * Talks.MOST + met.talks;
  }

  private boolean isAnother(long number, int had) {
    return had < Talks.MOST && draws(number, NUMBER).uniform() < plan.scenario.talks().another();
  }

  private void over(ReferredPerson met) {
    Caseload caseload = caseloads.get(met.supporter);
    caseload.busy = false;
    if (met.isLast()) {
      met.over = true;
      caseload.open.add(-1, now);
      matchWaiting(met.supporter);
    } else {
      long between = time(plan.scenario.talks().between(), talkNumber(met), BETWEEN);
      add(now + between, EventQueue.Kind.DUE, met.person);
    }
    meetNext(caseload);
  }

  /** Somebody has room again: nobody who waits fits anybody else who has. */
  private void matchWaiting(int supporter) {
    for (Iterator<ReferredPerson> waiting = unmatched.iterator(); waiting.hasNext(); ) {
      ReferredPerson next = waiting.next();
      if (plan.fits(next.department, supporter)) {
        waiting.remove();
        queue.add(-1, now);
        match(next, supporter);
        return;
      }
    }
  }
}
