package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;

/**
 * Two writers on one session without think time, each with a clock of its own: nothing of the peer
 * is refused, nothing is lost, and nothing is there twice.
 */
class RaceTest {
  private static final Protocol AMA = Catalogue.amaSixElements();
  private static final int ACTS = 1_000;

  /** The one list: an event is appended only where it is the next one. */
  private static final class Log {
    private final List<Event> events = new ArrayList<>();

    synchronized boolean append(Event event) {
      return event.seq() == events.size() + 1 && events.add(event);
    }

    synchronized List<Event> since(int seq) {
      return List.copyOf(events.subList(seq, events.size()));
    }
  }

  /** A program that reads the log, decides, appends, and tries again when it was too late. */
  private abstract static class Writer {
    final Log log;
    final Random random;
    final List<Event> known = new ArrayList<>();
    final List<Event> written = new ArrayList<>();
    int lostRaces;
    int repeats;
    Session session;

    Writer(Log log, long seed) {
      this.log = log;
      this.random = new Random(seed);
      this.known.add(log.since(0).get(0));
      this.session = Sessions.start(AMA, known.get(0));
    }

    abstract Command next(Commands from);

    /** What is refused is thought of anew; the peer's writer does not take that. */
    abstract void refused(Command command, Refusal refusal);

    abstract Instant clock();

    final Writer run() {
      for (int i = 0; written.size() < ACTS; i++) {
        if (isUpToDate()) {
          read();
        }
        Commands from = Commands.of("s-1", by(), clock()).commandId(by() + "-" + i);
        send(next(from.recordedAt(Talk.START)));
      }
      return this;
    }

    abstract String by();

    /** Whether it looks at the log before the next act. */
    boolean isUpToDate() {
      return true;
    }

    private void read() {
      for (Event event : log.since(known.size())) {
        session = Sessions.evolve(session, event, known);
        known.add(event);
      }
    }

    /**
     * Sends one command until it is recorded; sometimes its answer is lost and it is sent again.
     */
    private void send(Command command) {
      boolean sent = false;
      while (true) {
        Decision decision = Sessions.decide(session, command, known);
        if (decision instanceof Decision.Repeated repeated) {
          assertThat(sent).isTrue();
          repeats++;
          written.add(repeated.event());
          return;
        }
        if (decision instanceof Refusal refusal && refusal.code() != RefusalCode.SESSION_CHANGED) {
          refused(command, refusal);
          return;
        }
        if (decision instanceof Decision.Accepted accepted) {
          boolean appended = log.append(accepted.event());
          if (appended && random.nextInt(5) > 0) {
            written.add(accepted.event());
            return;
          }
          sent |= appended;
        }
        lostRaces += sent ? 0 : 1;
        read();
        command = retried(command);
      }
    }

    Command retried(Command command) {
      return command;
    }
  }

  /** Raises concerns and answers what is offered, by a clock that is behind or far ahead. */
  private static final class PeerWriter extends Writer {
    PeerWriter(Log log) {
      super(log, 1);
    }

    @Override
    String by() {
      return "peer-1";
    }

    @Override
    Instant clock() {
      return Talk.START.plusSeconds(random.nextInt(4_000) - 2_000);
    }

    @Override
    Command next(Commands from) {
      Optional<Referral> mine = latest();
      if (random.nextBoolean() && mine.isPresent()) {
        ReferralState state = mine.get().state();
        if (state == ReferralState.OFFERED) {
          return random.nextInt(3) == 0
              ? from.decline(mine.get().id(), "not-now")
              : from.accept(mine.get().id());
        }
        if (state == ReferralState.ACCEPTED) {
          return from.withdraw(mine.get().id());
        }
      }
      return from.raiseConcern(random.nextInt(3) == 0 ? "imminent" : "elevated");
    }

    private Optional<Referral> latest() {
      List<Referral> all = session.referrals();
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    void refused(Command command, Refusal refusal) {
      throw new AssertionError(command + " is " + refusal);
    }
  }

  /** Leads the conversation, and acts on nothing that it has not seen. */
  private static final class SupporterWriter extends Writer {
    private int offers;

    SupporterWriter(Log log) {
      super(log, 2);
    }

    @Override
    String by() {
      return "sup-1";
    }

    @Override
    Instant clock() {
      return Talk.START.plusSeconds(random.nextInt(300));
    }

    /** Often what it knows is old, so that races are lost on any machine. */
    @Override
    boolean isUpToDate() {
      return random.nextInt(3) > 0;
    }

    @Override
    Command next(Commands from) {
      Commands seen = from.ifSeq(session.seq());
      return switch (random.nextInt(4)) {
        case 0 -> seen.begin("reach-out");
        case 1 -> seen.offer("r-" + ++offers, "emergency-care");
        case 2 -> seen.thank("work", "sharing");
        default -> seen.transfer(Talk.SUPPORTER);
      };
    }

    @Override
    void refused(Command command, Refusal refusal) {
      assertThat(refusal.code()).isIn(RefusalCode.REFERRAL_PENDING, RefusalCode.RULE_VIOLATED);
    }

    @Override
    Command retried(Command command) {
      return command.withTerms(command.terms().ifSeq(session.seq()));
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void two_writers_lose_nothing_and_nothing_of_the_peer_is_refused() throws Exception {
    Log log = new Log();
    assertThat(log.append(Talk.under(AMA).last())).isTrue();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Writer> peer = threads.submit(() -> new PeerWriter(log).run());
      Future<Writer> supporter = threads.submit(() -> new SupporterWriter(log).run());
      List<Event> events = new ArrayList<>(peer.get().written);
      events.addAll(supporter.get().written);
      List<Event> history = log.since(0);

      assertThat(history).hasSize(1 + 2 * ACTS);
      assertThat(history.subList(1, history.size())).containsExactlyInAnyOrderElementsOf(events);
      assertThat(history)
          .filteredOn(event -> event.seq() > 1)
          .extracting(event -> event.metadata().commandId().orElseThrow())
          .doesNotHaveDuplicates();
      assertThat(peer.get().repeats).isPositive();
      assertThat(supporter.get().repeats).isPositive();
      assertThat(peer.get().lostRaces + supporter.get().lostRaces).isPositive();
      assertThat(Sessions.replay(reference -> AMA, history).seq()).isEqualTo(history.size());
      assertThat(history)
          .allSatisfy(
              event ->
                  assertThat(event.at()).isBeforeOrEqualTo(Talk.START.plus(Duration.ofMinutes(5))));
    } finally {
      threads.shutdownNow();
    }
  }
}
