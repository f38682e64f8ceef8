package org.peersupport.workbench.transcripts;

import java.io.IOException;
import java.util.Optional;

/** Reads a corpus, one conversation after the other; holds no more than one. */
interface TranscriptReader extends AutoCloseable {
  /**
   * The next conversation; empty at the end.
   *
   * @throws BrokenCorpusException if there is no going on
   * @throws IOException if the file cannot be read
   */
  Optional<Transcript> next() throws IOException, BrokenCorpusException;

  @Override
  void close() throws IOException;
}
