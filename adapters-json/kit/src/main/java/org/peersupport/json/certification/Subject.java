package org.peersupport.json.certification;

/**
 * A program under test: it is given lines and answers each with one line, as {@code guide} does. A
 * vendor writes one of these around an adapter in Java; {@code certify} has one around a process.
 *
 * <p>It is used by one thread at a time. Whatever it throws fails the vector that is being played,
 * and no other one.
 */
public interface Subject extends AutoCloseable {
  /**
   * Begins anew, knowing no session. Called before the first line, and again whenever the last
   * answer could not be used.
   *
   * @throws SubjectException if it cannot
   */
  void restart() throws SubjectException;

  /**
   * Answers one line.
   *
   * @param line a command or a query, one JSON object without a line end; never null
   * @return the answer, one JSON object without a line end
   * @throws SubjectException if there is no answer
   */
  String answer(String line) throws SubjectException;

  /** Ends it for good. Does nothing the second time. */
  @Override
  void close();
}
