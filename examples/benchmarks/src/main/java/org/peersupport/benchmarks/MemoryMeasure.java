package org.peersupport.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * How much heap a million open sessions take, in mid-conversation, each with an accepted referral
 * and its deadline running.
 *
 * <p>Not counted: the protocol and what it remembers, which all sessions share; the id strings,
 * which come from the caller; the place where the caller keeps the sessions, here an array. All of
 * these are there before the count begins. Counted is everything else that one session keeps alive:
 * its supporter and its peer, which are new objects for every session, its instants, its referral
 * and its obligation. The events are dropped: they are in the caller's store.
 *
 * @param before used heap before the first session, in bytes
 * @param perSession bytes for one session
 */
public record MemoryMeasure(long before, double perSession) {
  private static final int MEGABYTE = 1 << 20;
  private static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");

  /**
   * Prints the heap that is used before the sessions, in bytes, and the bytes of one session.
   *
   * @param args how many sessions; a million if nothing is said
   */
  public static void main(String[] args) {
    int count = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    MemoryMeasure measure = here(count);
    System.out.printf(Locale.ROOT, "%d %.1f%n", measure.before, measure.perSession);
  }

  /** Measures in a JVM of its own. */
  static MemoryMeasure of(int count) throws IOException, InterruptedException {
    String[] words = run(count, "-Xmx2g").trim().split(" ", -1);
    return new MemoryMeasure(Long.parseLong(words[0]), Double.parseDouble(words[1]));
  }

  /** Whether so many sessions fit into so many megabytes beyond what is there before them. */
  boolean fits(int count, int megabytes) throws InterruptedException {
    long heap = (before + MEGABYTE - 1) / MEGABYTE + megabytes;
    try {
      return !run(count, "-Xmx" + heap + "m").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(int count, String heap) throws IOException, InterruptedException {
    return Jvm.output(
        List.of(
            heap,
            "-XX:+UseG1GC",
            "-cp",
            ClassPaths.same(),
            MemoryMeasure.class.getName(),
            Integer.toString(count)));
  }

  private static MemoryMeasure here(int count) {
    String[] ids = ids("s-", count);
    String[] supporters = ids("sup-", count);
    String[] peers = ids("peer-", count);
    String[] referrals = ids("r-", count);
    Session[] sessions = new Session[count];
    Session shared = midway("s-shared", "sup-shared", "peer-shared", "r-shared");
    long before = usedHeap();
    for (int i = 0; i < count; i++) {
      sessions[i] = midway(ids[i], supporters[i], peers[i], referrals[i]);
    }
    long after = usedHeap();
    // Keeps everything alive until it has been counted.
    int alive = 0;
    for (int i = 0; i < count; i++) {
      boolean asOthers = sessions[i].permitted().equals(shared.permitted());
      alive += asOthers && ids[i].length() + referrals[i].length() > 0 ? 1 : 0;
    }
    if (alive != count || supporters.length != peers.length) {
      throw new IllegalStateException("the sessions are not alike");
    }
    return new MemoryMeasure(before, (double) (after - before) / count);
  }

  private static String[] ids(String prefix, int count) {
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = prefix + i;
    }
    return ids;
  }

  private static Session midway(String id, String supporter, String peer, String referral) {
    Protocol protocol = Catalogue.amaSixElements();
    Commands first = Commands.of(id, supporter, later(0));
    Command.Open open =
        first.open(
            protocol.id(), Peer.of(supporter).from("surgery"), Peer.of(peer).from("emergency"));
    Session session = Sessions.open(protocol, open).orElseThrow().session();
    Command[] commands = {
      first.at(later(1)).begin("reach-out"),
      first.at(later(2)).begin("invite-and-listen"),
      first.at(later(3)).begin("offer-resources"),
      first.at(later(4)).offer(referral, "employee-assistance"),
      Commands.of(id, peer, later(5)).accept(referral),
      first.at(later(6)).begin("make-sense-and-cope")
    };
    for (Command command : commands) {
      session = Sessions.decide(session, command).orElseThrow().session();
    }
    return session;
  }

  private static Instant later(int minutes) {
    return OPENED.plus(Duration.ofMinutes(minutes));
  }

  private static long usedHeap() {
    var memory = ManagementFactory.getMemoryMXBean();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      memory.gc();
      used = Math.min(used, memory.getHeapMemoryUsage().getUsed());
    }
    return used;
  }
}
