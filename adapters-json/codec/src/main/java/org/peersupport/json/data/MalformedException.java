package org.peersupport.json.data;

import java.util.List;

/**
 * A text could not be read because of the {@link #issues()}. The message has their codes, places
 * and explanations, and nothing of the text itself.
 */
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;

  private final transient List<Issue> issues;

  MalformedException(List<Issue> issues) {
    super(message(issues));
    this.issues = List.copyOf(issues);
  }

  private static String message(List<Issue> issues) {
    StringBuilder text = new StringBuilder("malformed, ").append(issues.size());
    text.append(issues.size() == 1 ? " issue:" : " issues:");
    for (Issue issue : issues.subList(0, Math.min(SHOWN, issues.size()))) {
      text.append("\nline ").append(issue.line());
      if (!issue.pointer().isEmpty()) {
        text.append(", ").append(issue.pointer());
      }
      text.append(": ").append(issue.code()).append(". ").append(issue.explanation());
    }
    return issues.size() <= SHOWN ? text.toString() : text.append("\n…").toString();
  }

  /** Every issue that was found, in document order; never empty, but after serialization. */
  public List<Issue> issues() {
    return issues == null ? List.of() : issues;
  }
}
