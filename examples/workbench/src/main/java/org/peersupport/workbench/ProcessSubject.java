package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.peersupport.json.certification.Subject;
import org.peersupport.json.certification.SubjectException;
import org.peersupport.json.data.JsonLimits;

/**
 * A subject that is a process of its own. Whatever it does, every answer comes or is given up in
 * time: its pipes are served by other threads than the one that waits. When this program is told to
 * end, it ends the process first.
 */
final class ProcessSubject implements Subject {
  private static final Duration STARTING = Duration.ofSeconds(30);
  private static final int STARTING_TIMES = 10;
  private static final long ENDING_MILLIS = 500;

  private final ProcessBuilder builder;
  private final Duration timeout;
  private final Duration first;
  private final Thread hook = new Thread(this::end);
  private final Set<ProcessHandle> children = new HashSet<>();
  private Process process;
  private ProcessPipes pipes;
  private boolean closed;
  private boolean hasAnswered;

  /**
   * @param command the program and its arguments
   * @param timeout how long an answer may take
   * @param showErrors whether its standard error is passed on or dropped
   */
  ProcessSubject(List<String> command, Duration timeout, boolean showErrors) {
    this.builder =
        new ProcessBuilder(command).redirectError(showErrors ? Redirect.INHERIT : Redirect.DISCARD);
    this.timeout = timeout;
    this.first = firstAnswer(timeout);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The first answer takes longer, because many programs need a while to start. */
  private static Duration firstAnswer(Duration timeout) {
    Duration longer = timeout.multipliedBy(STARTING_TIMES);
    Duration most = timeout.compareTo(STARTING) > 0 ? timeout : STARTING;
    return longer.compareTo(most) > 0 ? most : longer;
  }

  /**
   * Starts it for the first time.
   *
   * @throws BadInputException if there is no such program
   */
  void tryStart() {
    try {
      restart();
    } catch (SubjectException e) {
      throw new BadInputException(
          name() + ": cannot be started; give a program that exists and may be run");
    }
  }

  /**
   * The program without its arguments, which may hold a password. A name with a blank in it may be
   * a whole command line in one word.
   */
  private String name() {
    String name = builder.command().get(0);
    return name.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))
        ? "COMMAND (its first word has a blank in it)"
        : name;
  }

  @Override
  public void restart() throws SubjectException {
    if (process != null && !hasAnswered && pipes.isUntouched() && process.isAlive()) {
      return;
    }
    kill();
    try {
      start();
    } catch (IOException e) {
      throw SubjectException.notStarted();
    }
  }

  private synchronized void start() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    process = builder.start();
    pipes = new ProcessPipes(process);
    hasAnswered = false;
  }

  @Override
  public String answer(String line) throws SubjectException {
    if (pipes.hasOutput()) {
      Optional<ProcessPipes.Output> early = pipes.await(Duration.ZERO);
      throw early.isPresent() && early.get().isEnd() ? ended() : SubjectException.unasked();
    }
    Duration limit = hasAnswered ? timeout : first;
    pipes.send(line);
    String answer = text(pipes.await(limit).orElseThrow(() -> SubjectException.silent(limit)));
    if (!hasAnswered) {
      hasAnswered = true;
      remember();
    }
    return answer;
  }

  private String text(ProcessPipes.Output output) throws SubjectException {
    if (output.isEnd()) {
      throw ended();
    }
    if (output.line().length > JsonLimits.LINE_BYTES) {
      throw SubjectException.tooLong(JsonLimits.LINE_BYTES);
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(output.line())).toString();
    } catch (CharacterCodingException e) {
      throw SubjectException.notUtf8();
    }
  }

  private SubjectException ended() {
    try {
      return process.waitFor(ENDING_MILLIS, TimeUnit.MILLISECONDS)
          ? SubjectException.ended(process.exitValue())
          : SubjectException.mute();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SubjectException.mute();
    }
  }

  /** A program often runs in a shell or a launcher; by its first answer it has been started. */
  private synchronized void remember() {
    process.descendants().forEach(children::add);
  }

  /** Ends the process and what it has started, also what has outlived the process. */
  private synchronized void kill() {
    if (process != null) {
      remember();
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
      children.clear();
      pipes.stop();
    }
  }

  /** Ends it, and starts none again. */
  private synchronized void end() {
    closed = true;
    kill();
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This program is ending, and the hook runs or has run.
    }
  }
}
