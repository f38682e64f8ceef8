package org.peersupport.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.peersupport.audit.Corrections;
import org.peersupport.audit.LogAudit;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/**
 * An event of a log, from its bytes to the judgement, with a thousand sessions open at any time.
 *
 * <p>{@code audit} is this library, with everything that it judges. {@code jackson} is a streaming
 * parser of Jackson's that drives one {@code int[]} table: no referrals, no people, no times, no
 * deadlines. {@code events} is without reading: events in memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
public class AuditBenchmark {
  /** How many events the log has. */
  static final int EVENTS = 200_000;

  private static final int OPEN = 1000;
  private static final long SEED = 3;

  private final Protocol protocol = Catalogue.amaSixElements();
  private final byte[] log = AuditLog.of(EVENTS, OPEN, SEED);
  private final AuditTable table = new AuditTable(SEED);
  private final JsonFactory factory = new JsonFactory();
  private final List<Event> events = new ArrayList<>();

  /** Reads the log, for those who do not measure reading. */
  public AuditBenchmark() {
    try (LogReader reader = LogReader.of(new ByteArrayInputStream(log))) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        events.add(((LogEntry.Recorded) entry.get()).event());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** This library. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long audit() throws IOException {
    long[] reports = new long[1];
    LogAudit audit = start(reports);
    try (LogReader reader = LogReader.of(new ByteArrayInputStream(log))) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        LogEntry.Recorded recorded = (LogEntry.Recorded) entry.get();
        audit.add(recorded.event(), "log", recorded.line());
      }
    }
    return audit.finish().events() + reports[0];
  }

  /** This library, without the judging. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long read() throws IOException {
    long lines = 0;
    try (LogReader reader = LogReader.of(new ByteArrayInputStream(log))) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        lines += entry.get().line();
      }
    }
    return lines;
  }

  /** Jackson and a table. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long jackson() throws IOException {
    Map<String, int[]> states = new HashMap<>();
    Map<String, Integer> known = new HashMap<>();
    long sum = 0;
    try (JsonParser json = factory.createParser(new ByteArrayInputStream(log))) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        String session = "";
        String type = "";
        String key = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          switch (name) {
            case "session" -> session = json.getText();
            case "type" -> type = json.getText();
            case "element", "resource", "level" -> key = json.getText();
            default -> json.skipChildren();
          }
        }
        int[] state = states.computeIfAbsent(session, id -> new int[1]);
        int letter = known.computeIfAbsent(type + key, word -> known.size() % 64);
        state[0] = table.next(state[0], letter);
        sum += state[0];
      }
    }
    return sum;
  }

  /** This library, with events that are in memory already. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long events() {
    long[] reports = new long[1];
    LogAudit audit = start(reports);
    int line = 0;
    for (Event event : events) {
      audit.add(event, "log", ++line);
    }
    return audit.finish().events() + reports[0];
  }

  private LogAudit start(long[] reports) {
    return LogAudit.start(
        reference -> Optional.of(protocol), new Corrections(), report -> reports[0]++);
  }
}
