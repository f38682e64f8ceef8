package org.peersupport.workbench.transcripts;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads AnnoMI: a row for each utterance, or, in the full table, for each utterance and annotator.
 * The rows of a transcript stand together; where there is an {@code utterance_id} they are put in
 * its order, and of several rows of an utterance the first one in the file counts.
 */
final class AnnomiReader implements TranscriptReader {
  private static final List<String> COLUMNS =
      List.of(
          "transcript_id", "interlocutor", "timestamp", "main_therapist_behaviour", "utterance_id");
  private static final int TRANSCRIPT = 0;
  private static final int SPEAKER = 1;
  private static final int TIME = 2;
  private static final int LABEL = 3;
  private static final int UTTERANCE = 4;
  private static final int NEEDED = 4;

  private static final Pattern CLOCK =
      Pattern.compile("([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])(?:\\.[0-9]+)?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** What stands where a turn has no label. */
  private static final String NO_LABEL = "n/a";

  private final CsvTable table;
  private final Set<String> seen = new HashSet<>();
  private boolean begun;
  private boolean waiting;
  private int number;

  AnnomiReader(InputStream in) throws IOException {
    table = new CsvTable(in, COLUMNS);
  }

  /** What is needed of a row. */
  private record UtteranceRow(
      int line, long utterance, boolean supporter, long seconds, String label) {}

  @Override
  public Optional<Transcript> next() throws IOException, BrokenCorpusException {
    if (!begun) {
      begun = true;
      table.header(NEEDED);
      waiting = table.next();
    }
    if (!waiting) {
      return Optional.empty();
    }
    String id = table.cell(TRANSCRIPT);
    if (!seen.add(id)) {
      throw new BrokenCorpusException(
          table.line(),
          "a transcript goes on here whose rows are to stand together; sort the table by"
              + " transcript_id");
    }
    Transcript transcript = new Transcript(++number, table.line());
    List<UtteranceRow> rows = new ArrayList<>();
    int count = 0;
    do {
      count++;
      if (count <= Transcript.TURNS) {
        row(transcript).ifPresent(rows::add);
      }
      waiting = table.next();
    } while (waiting && table.cell(TRANSCRIPT).equals(id));
    if (count > Transcript.TURNS) {
      transcript.flaw(transcript.line(), "it has more than " + Transcript.TURNS + " rows");
    }
    fill(transcript, distinct(transcript, rows));
    return Optional.of(transcript);
  }

  private Optional<UtteranceRow> row(Transcript transcript) {
    int line = table.line();
    if (!table.isWhole()) {
      transcript.flaw(line, "the row has more or fewer cells than the first one names columns");
      return Optional.empty();
    }
    if (table.cell(TRANSCRIPT).isEmpty()) {
      transcript.flaw(line, "the row has no transcript_id");
    }
    String speaker = table.cell(SPEAKER);
    if (!speaker.equals("therapist") && !speaker.equals("client")) {
      transcript.flaw(line, "interlocutor is to be therapist or client");
    }
    String utterance = table.cell(UTTERANCE);
    if (!utterance.isEmpty() && !NUMBER.matcher(utterance).matches()) {
      transcript.flaw(line, "utterance_id is to be a whole number");
      return Optional.empty();
    }
    String label = table.cell(LABEL);
    return Optional.of(
        new UtteranceRow(
            line,
            utterance.isEmpty() ? -1 : Long.parseLong(utterance),
            speaker.equals("therapist"),
            seconds(table.cell(TIME)),
            label.equals(NO_LABEL) ? "" : label));
  }

  /** The seconds of a clock; -1 when it cannot be read. */
  private static long seconds(String clock) {
    Matcher matcher = CLOCK.matcher(clock);
    return matcher.matches()
        ? Duration.ofHours(Long.parseLong(matcher.group(1)))
            .plusMinutes(Long.parseLong(matcher.group(2)))
            .plusSeconds(Long.parseLong(matcher.group(3)))
            .toSeconds()
        : -1;
  }

  /** A row for each utterance, in their order. Rows without a number stay where they are. */
  private static List<UtteranceRow> distinct(Transcript transcript, List<UtteranceRow> rows) {
    if (rows.stream().anyMatch(row -> row.utterance() < 0)) {
      return rows;
    }
    List<UtteranceRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingLong(UtteranceRow::utterance));
    List<UtteranceRow> distinct = new ArrayList<>();
    long last = -1;
    for (UtteranceRow row : sorted) {
      if (row.utterance() != last) {
        distinct.add(row);
      }
      last = row.utterance();
    }
    int more = sorted.size() - distinct.size();
    if (more > 0) {
      transcript.note(
          transcript.line(),
          "it has "
              + count(more, "row")
              + " more than utterances, as where several people annotated it; the first of each"
              + " utterance counts");
    }
    return distinct;
  }

  private static void fill(Transcript transcript, List<UtteranceRow> rows) {
    long first = -1;
    long now = 0;
    int odd = 0;
    int where = 0;
    for (UtteranceRow row : rows) {
      if (first < 0 && row.seconds() >= 0) {
        first = row.seconds();
      }
      long at = row.seconds() - Math.max(first, 0);
      if (row.seconds() < 0 || at < now) {
        where = odd == 0 ? row.line() : where;
        odd++;
      } else {
        now = at;
      }
      if (row.supporter()) {
        transcript.add(new Turn(Duration.ofSeconds(now), row.label(), row.line()));
      }
    }
    if (odd > 0) {
      transcript.note(
          where,
          count(odd, "turn")
              + (odd == 1 ? " has" : " have")
              + " a timestamp that is not hh:mm:ss or goes back, here for the first time; the"
              + " instant of the turn before stands in its place");
    }
    transcript.length(Duration.ofSeconds(now));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
