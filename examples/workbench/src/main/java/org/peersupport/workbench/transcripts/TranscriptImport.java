package org.peersupport.workbench.transcripts;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.peersupport.json.studies.TranscriptCorpus;
import org.peersupport.json.studies.TranscriptMapping;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/**
 * Turns the conversations of a corpus into sessions of a log, one after the other. A conversation
 * of which something cannot be told is left out whole: a history with a gap is none.
 */
public final class TranscriptImport {
  private final TranscriptMapping mapping;
  private final Protocol protocol;
  private final Instant start;
  private final String prefix;
  private final Consumer<String> problems;
  private final UnknownLabels unknown = new UnknownLabels();
  private long sessions;
  private long events;
  private long leftOut;
  private boolean told;

  /**
   * @param start when every conversation begins
   * @param prefix what the ids begin with
   * @param problems takes what is wrong, each beginning with its line
   */
  public TranscriptImport(
      TranscriptMapping mapping,
      Protocol protocol,
      Instant start,
      String prefix,
      Consumer<String> problems) {
    this.mapping = mapping;
    this.protocol = protocol;
    this.start = start;
    this.prefix = prefix;
    this.problems =
        problem -> {
          told = true;
          problems.accept(problem);
        };
  }

  /**
   * Reads a corpus to its end, and tells then which labels the mapping does not have.
   *
   * @param log takes the events, session by session
   * @throws BrokenCorpusException if it is not in order, so that there is no going on; what came
   *     before has been taken
   * @throws IOException if it cannot be read
   */
  public void run(InputStream corpus, Consumer<Event> log)
      throws IOException, BrokenCorpusException {
    try (TranscriptReader reader = reader(corpus)) {
      for (Optional<Transcript> next = reader.next(); next.isPresent(); next = reader.next()) {
        take(next.get(), log);
      }
    } finally {
      unknown.sentences().forEach(problems);
    }
  }

  private TranscriptReader reader(InputStream corpus) throws IOException {
    return mapping.corpus() == TranscriptCorpus.ESCONV
        ? new EsconvReader(corpus)
        : new AnnomiReader(corpus);
  }

  private void take(Transcript transcript, Consumer<Event> log) {
    boolean usable = transcript.flaws().isEmpty();
    transcript.flaws().forEach(problems);
    for (Turn turn : transcript.turns()) {
      if (!mapping.labels().containsKey(turn.label())) {
        usable = false;
        unknown.add(transcript, turn);
      }
    }
    if (!usable) {
      leftOut++;
      return;
    }
    transcript.notes().forEach(problems);
    List<Event> all = TranscriptEvents.of(mapping, protocol, transcript, start, prefix);
    all.forEach(log);
    sessions++;
    events += all.size();
  }

  /** Whether there was nothing to tell. */
  public boolean isClean() {
    return !told;
  }

  /** What was done, in one sentence or two. */
  public String summary() {
    return "Written: "
        + count(sessions, "session")
        + " with "
        + count(events, "event")
        + ". Left out: "
        + count(leftOut, "conversation")
        + ".";
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
