package org.peersupport.json.data;

import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.Problem;

/**
 * One thing that is wrong with a text, and where. Never repeats what the text says: it is safe to
 * log, to print and to send back. Immutable.
 *
 * @param code what kind of thing, a stable name: one of {@link IssueCode}, or in a protocol
 *     document one of {@link org.peersupport.protocol.ProblemCode}; never null
 * @param pointer its place, a JSON pointer (RFC 6901) such as {@code /rules/3/a/0}; empty for the
 *     whole text. It ends before the first member whose name is none of the wire format's own;
 *     never null
 * @param line its line, from 1: the given one for a text of one line, that in the file for a
 *     document
 * @param explanation a sentence for people, what is expected and not what came; the words are not
 *     stable; never null
 * @param problem the problem of the protocol that it tells of, with the rules and the conversation
 *     that it names; empty when it is about how something is written in JSON
 */
public record Issue(
    String code, String pointer, int line, String explanation, Optional<Problem> problem) {
  /** Checks that nothing is null. */
  public Issue {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(problem, "problem");
  }

  /** An issue that is about how something is written in JSON. */
  public Issue(String code, String pointer, int line, String explanation) {
    this(code, pointer, line, explanation, Optional.empty());
  }
}
