package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.peersupport.json.Issue;
import org.peersupport.json.IssueCode;
import org.peersupport.json.LineReader;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.Read;
import org.peersupport.json.Reasons;
import org.peersupport.session.Event;

/**
 * A log file that one process writes. What is appended has reached the operating system when {@link
 * #write()} returns, so the death of this process loses nothing of it; with {@code sync} it has
 * reached the disk.
 */
final class EventLog implements AutoCloseable {
  private static final String PACKED = ".gz";
  private static final Set<StandardOpenOption> HOW =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);

  private final String name;
  private final FileChannel channel;
  private final boolean sync;
  private boolean started;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  private EventLog(String name, FileChannel channel, boolean sync) {
    this.name = name;
    this.channel = channel;
    this.sync = sync;
  }

  /**
   * Opens a log, or starts one that only its owner may read, and reads what it holds.
   *
   * @param restore takes each event and says why it does not fit
   * @throws BadInputException if it cannot be read or written, in which case it is left as it is
   */
  static EventLog open(
      Path file, boolean sync, Function<Event, Optional<String>> restore, Console console) {
    String name = file.toString();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new BadInputException(name + ": a log is a regular file, and this is none");
    }
    if (name.endsWith(PACKED)) {
      throw new BadInputException(
          name
              + ": who reads a log takes one of this name for packed, and guide packs none; give a"
              + " name that does not end in "
              + PACKED);
    }
    try {
      FileChannel channel = FileChannel.open(file, HOW, Permissions.ownerOnly(file));
      try {
        lock(name, channel);
        EventLog log = new EventLog(name, channel, sync);
        log.replay(restore, console);
        return log;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  private static void lock(String name, FileChannel channel) throws IOException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new BadInputException(name + ": another guide is writing this log");
    }
  }

  private void replay(Function<Event, Optional<String>> restore, Console console)
      throws IOException {
    LineReader lines = LineReader.ofEvents(Channels.newInputStream(channel));
    long end = channel.size();
    boolean terminated = true;
    while (lines.next()) {
      terminated = lines.isTerminated();
      if (!terminated && isTorn(lines)) {
        end = lines.offset();
        terminated = true;
        console.tell(
            name
                + ":"
                + lines.number()
                + ": the last line was cut off while it was written and never answered; removed");
      } else if (!lines.isBlank() && !isHeader(lines)) {
        restore(lines, restore);
      }
    }
    channel.truncate(end);
    channel.position(end);
    if (end == 0) {
      append(PeerSupportJson.logHeader().getBytes(UTF_8));
    } else if (!terminated) {
      pending.write('\n');
    }
    write();
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
      if (issue.code().equals(IssueCode.NOT_JSON.wire())) {
        return true;
      }
    }
    return false;
  }

  private void restore(LineReader lines, Function<Event, Optional<String>> restore) {
    Read<Event> read = PeerSupportJson.readEvent(lines.line(), lines.number());
    if (read.isMalformed()) {
      throw new BadInputException(Documents.problems(name, "the log", read.issues()));
    }
    Optional<String> misfit = restore.apply(read.orElseThrow());
    if (misfit.isPresent()) {
      throw unusable(lines.number(), misfit.get());
    }
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

  /** Hands everything that was added to the operating system. */
  void write() {
    if (pending.size() == 0) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (sync) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
    pending.reset();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }
}
