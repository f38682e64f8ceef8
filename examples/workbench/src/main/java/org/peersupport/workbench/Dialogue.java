package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.peersupport.json.LineReader;
import org.peersupport.json.SessionDesk;
import org.peersupport.json.data.Answer;
import org.peersupport.json.data.Outcome;

/**
 * Lines in, answers out. Answers are sent as soon as no other line is waiting; until then they are
 * gathered, and the events with them, so that a log is written once for many.
 */
final class Dialogue {
  private static final int SEND_AT = 1 << 16;
  private static final Set<Outcome> FINDINGS = EnumSet.of(Outcome.REFUSED, Outcome.MALFORMED);

  private final SessionDesk desk;
  private final Optional<EventLog> log;
  private final Console console;
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private int status = ExitStatus.DONE;

  /**
   * @param log what the desk's events are appended to, and what is written before each answer
   */
  Dialogue(SessionDesk desk, Optional<EventLog> log, Console console) {
    this.desk = desk;
    this.log = log;
    this.console = console;
  }

  /** Answers every line, and gives the exit status. */
  int untilTheEnd() {
    LineReader lines = LineReader.ofCommands(console.in());
    try {
      while (lines.next()) {
        if (!lines.isBlank()) {
          answer(lines);
        }
        if (answers.size() >= SEND_AT || !lines.hasAnother()) {
          send();
        }
      }
    } catch (OutputException e) {
      if (!e.isReaderGone()) {
        throw e;
      }
    } catch (IOException e) {
      throw BadInputException.of("standard input", e);
    }
    return status;
  }

  private void answer(LineReader lines) {
    Answer answer = desk.answer(lines.line(), lines.number());
    if (FINDINGS.contains(answer.outcome())) {
      status = ExitStatus.FOUND;
    }
    answers.writeBytes(answer.line().getBytes(UTF_8));
    answers.write('\n');
  }

  /** First the log, then the answers: what is answered has been recorded, and can be read there. */
  private void send() {
    log.ifPresent(EventLog::write);
    if (answers.size() > 0) {
      console.print(answers.toByteArray(), answers.size());
      answers.reset();
    }
  }
}
