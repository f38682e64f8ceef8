package org.peersupport.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * A log of any length, made as it is read: so many sessions are open at any time, and at random one
 * of them goes on. Each tells one of the varied conversations, with ids of its own; only such as
 * are settled in the end, because all others stay open for ever. The same arguments give the same
 * bytes.
 */
final class AuditLog extends InputStream {
  private static final byte[] BEGINNING = "{\"session\":\"".getBytes(US_ASCII);

  /** The lines of each conversation, without their beginning and the session's id. */
  private final byte[][][] tails;

  private final SplittableRandom random;
  private final long events;
  private final int[] told;
  private final int[] place;
  private final long[] numbers;
  private final byte[] line = new byte[1 << 12];
  private long sessions;
  private long made;
  private int from;
  private int to;

  /**
   * @param events how many events there are
   * @param open how many sessions are open at any time
   */
  AuditLog(long events, int open, long seed) {
    this.tails = tails(seed);
    this.random = new SplittableRandom(seed);
    this.events = events;
    this.told = new int[open];
    this.place = new int[open];
    this.numbers = new long[open];
    for (int i = 0; i < open; i++) {
      begin(i);
    }
  }

  private static byte[][][] tails(long seed) {
    Protocol protocol = Catalogue.amaSixElements();
    List<byte[][]> all = new ArrayList<>();
    for (Command[] commands : VariedConversations.of(seed)) {
      List<byte[]> tails = new ArrayList<>();
      Decision.Accepted accepted =
          Sessions.open(protocol, (Command.Open) commands[0]).orElseThrow();
      Session session = accepted.session();
      tails.add(tail(accepted.event()));
      for (int i = 1; i < commands.length; i++) {
        accepted = Sessions.decide(session, commands[i]).orElseThrow();
        session = accepted.session();
        tails.add(tail(accepted.event()));
      }
      if (session.isSettled()) {
        all.add(tails.toArray(new byte[0][]));
      }
    }
    return all.toArray(new byte[0][][]);
  }

  private static byte[] tail(Event event) {
    String written = PeerSupportJson.writeEvent(event, Reasons.LEFT_OUT);
    int id = BEGINNING.length + event.session().length();
    return (written.substring(id) + "\n").getBytes(UTF_8);
  }

  private void begin(int slot) {
    numbers[slot] = sessions++;
    told[slot] = random.nextInt(tails.length);
    place[slot] = 0;
  }

  private boolean next() {
    if (made == events) {
      return false;
    }
    made++;
    int slot = random.nextInt(told.length);
    byte[] tail = tails[told[slot]][place[slot]++];
    from = 0;
    to = copy(BEGINNING, 0);
    to = copy(("s-" + numbers[slot]).getBytes(US_ASCII), to);
    to = copy(tail, to);
    if (place[slot] == tails[told[slot]].length) {
      begin(slot);
    }
    return true;
  }

  private int copy(byte[] bytes, int at) {
    System.arraycopy(bytes, 0, line, at, bytes.length);
    return at + bytes.length;
  }

  /** A whole log in memory. */
  static byte[] of(int events, int open, long seed) {
    try (AuditLog log = new AuditLog(events, open, seed)) {
      return log.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int read() {
    return from < to || next() ? line[from++] : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    int filled = 0;
    while (filled < length && (from < to || next())) {
      int count = Math.min(length - filled, to - from);
      System.arraycopy(line, from, bytes, offset + filled, count);
      from += count;
      filled += count;
    }
    return filled == 0 && length > 0 ? -1 : filled;
  }
}
