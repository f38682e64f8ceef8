package org.peersupport.json.certification;

import java.time.Duration;

/**
 * A subject gave no answer that could be looked at. Its sentence ends up in reports, so there is
 * one for each thing that can happen and none of them repeats what the subject said.
 */
public final class SubjectException extends Exception {
  private static final long serialVersionUID = 1L;

  private SubjectException(String sentence) {
    super(sentence);
  }

  /** It could not be started. */
  public static SubjectException notStarted() {
    return new SubjectException("The subject could not be started.");
  }

  /** It was silent for too long. */
  public static SubjectException silent(Duration limit) {
    return new SubjectException("No answer came within " + limit + ".");
  }

  /** It ended instead of answering. */
  public static SubjectException ended(int status) {
    return new SubjectException(
        "The subject ended with exit status " + status + " instead of answering.");
  }

  /** It went on but closed its output. */
  public static SubjectException mute() {
    return new SubjectException("The subject closed its output instead of answering.");
  }

  /** Its answer was too long. */
  public static SubjectException tooLong(int limit) {
    return new SubjectException("The answer has more than " + limit + " bytes.");
  }

  /** Its answer was no text. */
  public static SubjectException notUtf8() {
    return new SubjectException("The answer is no text in UTF-8.");
  }

  /** It wrote a line that nothing had asked for. */
  public static SubjectException unasked() {
    return new SubjectException(
        "The subject wrote a line before it was asked. Each line is answered with exactly one.");
  }
}
