package org.peersupport.json.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The part of a ledger that is acknowledged, for somebody who only reads it: up to the append that
 * is under way, or was stopped.
 *
 * @param size how long the file was
 * @param note of that append, if there is one
 */
record AcknowledgedPart(long size, Optional<AppendNote> note) {
  /** A stream: all of it counts as acknowledged. */
  static final AcknowledgedPart ALL = new AcknowledgedPart(Long.MAX_VALUE, Optional.empty());

  /**
   * The part of a ledger as it is now; all of what is no file, a pipe say.
   *
   * @param channel reads the file
   */
  static AcknowledgedPart of(Path file, FileChannel channel) throws IOException {
    if (!Files.isRegularFile(file)) {
      return ALL;
    }
    Path real = file.toRealPath();
    long before = channel.size();
    while (true) {
      Optional<AppendNote> note = WriterLock.noteBeside(real);
      long size = channel.size();
      if (size == before) {
        boolean isNote = note.isPresent() && note.get().isOf(channel);
        return new AcknowledgedPart(size, isNote ? note : Optional.empty());
      }
      before = size; // written meanwhile, so the note may be of before or after
    }
  }

  /** Whether it ends here, with a line of this hash. */
  boolean endsAt(long end, String hash) {
    return end == size || note.filter(each -> each.isAt(end, hash)).isPresent();
  }

  /** Whether an append is under way, or was stopped, that is to begin the ledger. */
  boolean isBeginning() {
    return note.filter(AppendNote::isOfBeginning).isPresent();
  }

  /** How many bytes come after, if it ends here. */
  long after(long end, String hash) {
    return note.filter(each -> each.isAt(end, hash)).isPresent() ? size - end : 0;
  }
}
