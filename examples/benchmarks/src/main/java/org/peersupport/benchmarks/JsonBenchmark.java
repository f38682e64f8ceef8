package org.peersupport.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
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
 * An event read from its bytes, and written to bytes.
 *
 * <p>All read the same bytes and come to equal events; there are a thousand, from conversations
 * that differ. This library makes every check of the wire format on the way. {@code streaming} is
 * the shortest codec by hand over the same Jackson, without a check; {@code databind} is Jackson's
 * own mapping of the records.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class JsonBenchmark {
  /** How many events are read or written in turn. */
  static final int EVENTS = 1024;

  final Event[] events = events();
  final byte[][] written = new byte[EVENTS][];
  final StreamingCodec streaming = new StreamingCodec();
  final DatabindCodec databind = new DatabindCodec();

  /** Writes what is to be read. */
  public JsonBenchmark() {
    for (int i = 0; i < EVENTS; i++) {
      written[i] = PeerSupportJson.writeEventBytes(events[i], Reasons.LEFT_OUT);
    }
  }

  private static Event[] events() {
    Protocol protocol = Catalogue.amaSixElements();
    List<Event> events = new ArrayList<>();
    for (Command[] commands : VariedConversations.of(5)) {
      Decision.Accepted accepted =
          Sessions.open(protocol, (Command.Open) commands[0]).orElseThrow();
      Session session = accepted.session();
      events.add(accepted.event());
      for (int i = 1; i < commands.length; i++) {
        accepted = Sessions.decide(session, commands[i]).orElseThrow();
        session = accepted.session();
        events.add(accepted.event());
      }
    }
    return events.subList(0, EVENTS).toArray(new Event[0]);
  }

  /** This library reads. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void readHere(Blackhole read) {
    for (byte[] utf8 : written) {
      read.consume(PeerSupportJson.readEvent(utf8, 1).orElseThrow());
    }
  }

  /** The codec by hand reads. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void readStreaming(Blackhole read) throws IOException {
    for (byte[] utf8 : written) {
      read.consume(streaming.read(utf8));
    }
  }

  /** The mapper reads. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void readDatabind(Blackhole read) throws IOException {
    for (byte[] utf8 : written) {
      read.consume(databind.read(utf8));
    }
  }

  /** This library writes. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void writeHere(Blackhole bytes) {
    for (Event event : events) {
      bytes.consume(PeerSupportJson.writeEventBytes(event, Reasons.LEFT_OUT));
    }
  }

  /** The codec by hand writes. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void writeStreaming(Blackhole bytes) throws IOException {
    for (Event event : events) {
      bytes.consume(streaming.write(event));
    }
  }

  /** The mapper writes. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void writeDatabind(Blackhole bytes) throws IOException {
    for (Event event : events) {
      bytes.consume(databind.write(event));
    }
  }
}
