package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
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
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /** The sessions that went well until a damaged line came. */
  private final Set<String> met = new HashSet<>();

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

  /** The reader stays open: closing it would give up the lock. */
  private void restore(SessionDesk desk, Console console) throws IOException {
    LogReader log = LogReader.of(file.content());
    for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
      if (entry.get() instanceof LogEntry.Torn torn) {
        remove(torn, console);
      } else {
        restore(desk, entry.get(), console);
      }
    }
    if (file.length() == 0) {
      append(PeerSupportJson.logHeader().getBytes(UTF_8));
    } else if (!file.endsWithLine()) {
      pending.write('\n');
    }
    write();
  }

  /** Removes the last line, of which nobody can say whether it was answered. */
  private void remove(LogEntry.Torn last, Console console) throws IOException {
    file.requireUnchanged(NOT_RECORDED);
    file.truncate(last.offset());
    console.tell(
        name
            + ":"
            + last.line()
            + ": the last line breaks off and was removed; its command may have been answered:"
            + " send it again under its 'commandId', or with 'ifSeq' where it has none");
  }

  /** One broken session does not stop the others; what may concern all of them does. */
  private void restore(SessionDesk desk, LogEntry entry, Console console) {
    String session = nameable(desk, entry);
    List<Issue> issues = desk.restore(entry);
    if (entry instanceof LogEntry.Broken broken && broken.session().isEmpty()) {
      throw new BadInputException(Documents.problems(name, "the log", issues));
    }
    for (Issue issue : issues) {
      if (isOfProtocol(issue)) {
        throw unusable(issue);
      }
      console.tell(
          name
              + ":"
              + entry.line()
              + ": the history of "
              + session
              + " is broken, so it is refused as session.unreadable: "
              + issue.explanation());
    }
  }

  /**
   * The session by its id, if an event that can be read has it; a damaged line may say anything.
   */
  private String nameable(SessionDesk desk, LogEntry entry) {
    String id =
        entry instanceof LogEntry.Recorded recorded
            ? recorded.event().session()
            : ((LogEntry.Broken) entry).session().filter(each -> isKnown(desk, each)).orElse("");
    return id.isEmpty() ? "a session" : "session " + id;
  }

  private boolean isKnown(SessionDesk desk, String session) {
    if (desk.session(session).isPresent()) {
      met.add(session);
    }
    return met.contains(session);
  }

  /** The protocols are given beside the log, and the same ones serve every session. */
  private static boolean isOfProtocol(Issue issue) {
    return issue.code().equals(IssueCode.PROTOCOL_DIFFERS.wireName())
        || issue.pointer().equals("/protocol");
  }

  private BadInputException unusable(Issue issue) {
    String code =
        issue.code().equals(IssueCode.PROTOCOL_DIFFERS.wireName()) ? issue.code() + ": " : "";
    return new BadInputException(
        List.of(
            name + ": the log cannot be used, it has one problem",
            name + ":" + issue.line() + ": " + code + issue.explanation()));
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
