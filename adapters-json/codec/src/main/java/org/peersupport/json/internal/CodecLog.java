package org.peersupport.json.internal;

import java.util.List;
import org.peersupport.json.data.Issue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of the codec: one constant message, with its values by name. Codes and pointers repeat
 * nothing of a text; explanations stay out, because they name keys of the document.
 */
final class CodecLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.peersupport.json");

  private static final int NAMED = 10;

  private CodecLog() {}

  /** A protocol document was refused. */
  static void documentRefused(List<Issue> issues) {
    LOG.atDebug()
        .addKeyValue("issues", issues.size())
        .addKeyValue("first", () -> first(issues))
        .log("A protocol document was refused");
  }

  private static List<String> first(List<Issue> issues) {
    return issues.stream()
        .limit(NAMED)
        .map(
            issue ->
                issue.pointer().isEmpty() ? issue.code() : issue.code() + " " + issue.pointer())
        .toList();
  }
}
