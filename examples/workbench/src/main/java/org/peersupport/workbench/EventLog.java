package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.peersupport.json.LineReader;
import org.peersupport.json.LogEntry;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.SessionDesk;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Event;

/**
 * A log file that one process writes. What is appended has reached the operating system when {@link
 * #write()} returns, so the death of this process loses nothing of it; with {@code sync} it has
 * reached the disk.
 */
final class EventLog implements AutoCloseable {
  private static final String PACKED = ".gz";
  private static final String NOT_RECORDED =
      "Commands that have no answer were not recorded: send them again after a restart";
  private static final String PERHAPS_RECORDED =
      "Commands that have no answer may be recorded: send them again after a restart, each under"
          + " its commandId, or with ifSeq where it has none";

  private final String name;
  private final Path path;
  private final LogFile file;
  private boolean started;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  private EventLog(String name, Path path, LogFile file) {
    this.name = name;
    this.path = path;
    this.file = file;
  }

  /**
   * Opens a log, or makes an empty one that only its owner may read.
   *
   * @throws BadInputException if it cannot be opened
   */
  static EventLog open(Path path, boolean sync) {
    String name = path.toString();
    refuseWhatIsNoLog(name, path);
    try {
      return new EventLog(name, path, LogFile.open(path, sync));
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  private static void refuseWhatIsNoLog(String name, Path path) {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new BadInputException(name + ": a log is a regular file, and this is none");
    }
    if (name.endsWith(PACKED)) {
      throw new BadInputException(
          name
              + ": who reads a log takes one of this name for packed, and guide packs none; give a"
              + " name that does not end in "
              + PACKED);
    }
  }

  /**
   * Restores a desk from what the log holds, and begins a log that is empty. The console is told
   * when others may read it.
   *
   * @throws BadInputException if it cannot be read or written, in which case it is left as it is
   */
  void replay(SessionDesk desk, Console console) {
    try {
      restore(desk, console);
      Permissions.tellIfReadByOthers(name, path, "log", console);
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  private void restore(SessionDesk desk, Console console) throws IOException {
    LineReader lines = LineReader.ofEvents(file.content());
    boolean terminated = true;
    while (lines.next()) {
      terminated = lines.isTerminated();
      if (!terminated && isTorn(lines)) {
        remove(lines, console);
        terminated = true;
      } else if (!lines.isBlank() && !isHeader(lines)) {
        restore(desk, lines, console);
      }
    }
    if (file.length() == 0) {
      append(PeerSupportJson.logHeader().getBytes(UTF_8));
    } else if (!terminated) {
      pending.write('\n');
    }
    write();
  }

  /** Removes the last line, of which nobody can say whether it was answered. */
  private void remove(LineReader lines, Console console) throws IOException {
    file.requireUnchanged(NOT_RECORDED);
    file.truncate(lines.offset());
    console.tell(
        name
            + ":"
            + lines.number()
            + ": the last line breaks off and was removed; its command may have been answered:"
            + " send it again under its 'commandId', or with 'ifSeq' where it has none");
  }

  private boolean isHeader(LineReader lines) {
    if (started) {
      return false;
    }
    started = true;
    OptionalInt version = PeerSupportJson.logVersion(new String(lines.line(), UTF_8));
    if (version.isPresent() && version.getAsInt() != PeerSupportJson.LOG_VERSION) {
      throw unusable(
          lines.number(),
          "this is a log of version "
              + version.getAsInt()
              + ", and this release reads version "
              + PeerSupportJson.LOG_VERSION
              + "; use the release that wrote it");
    }
    return version.isPresent();
  }

  /**
   * Whether the last line, which has no end, is the beginning of one that was being written. The
   * first line must be the beginning of a header then, or the file might be something else.
   */
  private static boolean isTorn(LineReader lines) {
    String text = new String(lines.line(), UTF_8);
    if (lines.number() == 1) {
      return PeerSupportJson.logHeader().startsWith(text);
    }
    for (Issue issue : PeerSupportJson.readEvent(lines.line(), lines.number()).issues()) {
      if (issue.code().equals(IssueCode.NOT_JSON.wireName())) {
        return true;
      }
    }
    return false;
  }

  /** One broken session does not stop the others; what may concern all of them does. */
  private void restore(SessionDesk desk, LineReader lines, Console console) {
    LogEntry entry = PeerSupportJson.readLogEntry(lines.line(), lines.number());
    List<Issue> issues = desk.restore(entry);
    if (entry instanceof LogEntry.Broken broken && broken.session().isEmpty()) {
      throw new BadInputException(Documents.problems(name, "the log", issues));
    }
    for (Issue issue : issues) {
      if (isOfProtocol(issue)) {
        throw unusable(
            lines.number(),
            issue.code().equals(IssueCode.PROTOCOL_DIFFERS.wireName())
                ? issue.code() + ": " + issue.explanation()
                : issue.explanation());
      }
      console.tell(
          name
              + ":"
              + lines.number()
              + ": the history of a session is broken, so it is refused as session.unreadable: "
              + issue.explanation());
    }
  }

  /** The protocols are given beside the log, and the same ones serve every session. */
  private static boolean isOfProtocol(Issue issue) {
    return issue.code().equals(IssueCode.PROTOCOL_DIFFERS.wireName())
        || issue.pointer().equals("/protocol");
  }

  private BadInputException unusable(int line, String why) {
    return new BadInputException(
        List.of(
            name + ": the log cannot be used, it has one problem", name + ":" + line + ": " + why));
  }

  /** Adds an event, with its reasons: the log is where they belong. */
  void append(Event event) {
    append(PeerSupportJson.writeEventBytes(event, Reasons.WRITTEN));
  }

  private void append(byte[] line) {
    pending.writeBytes(line);
    pending.write('\n');
  }

  /**
   * Hands everything that was added to the operating system. It comes before answers are sent, also
   * when nothing was added: an answer is given only while the log is as this process has written
   * it.
   *
   * @throws BadInputException if it cannot be written, or somebody else has changed it; no answer
   *     may follow then
   */
  void write() {
    try {
      file.requireUnchanged(NOT_RECORDED);
      if (pending.size() > 0) {
        file.append(pending.toByteArray());
        pending.reset();
        file.requireUnchanged(PERHAPS_RECORDED);
      }
    } catch (IOException e) {
      throw new BadInputException(
          BadInputException.of(name, e).getMessage() + ". " + PERHAPS_RECORDED);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }
}
