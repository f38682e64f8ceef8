package org.peersupport.workbench.transcripts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The labels that a mapping does not have, each with how often it was met. One is shown only when
 * it looks like a label: where columns are mixed up, somebody's words may stand in its place.
 */
final class UnknownLabels {
  /** So many are told apart; what else there is, is counted together. */
  private static final int LABELS = 200;

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_/&()-]{1,32}(?: [A-Za-z0-9_/&()-]{1,32}){0,3}");
  private static final int SHOWN = 48;

  private final Map<String, Met> met = new LinkedHashMap<>();
  private long others;

  /** Where a label was met for the first time, and how often it was met. */
  private static final class Met {
    private final int conversation;
    private final int line;
    private long times;

    private Met(int conversation, int line) {
      this.conversation = conversation;
      this.line = line;
    }
  }

  void add(Transcript transcript, Turn turn) {
    Met known = met.get(turn.label());
    if (known == null && met.size() == LABELS) {
      others++;
      return;
    }
    if (known == null) {
      known = new Met(transcript.number(), turn.line());
      met.put(turn.label(), known);
    }
    known.times++;
  }

  /** A sentence for each label, beginning with its line. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    met.forEach(
        (label, where) ->
            sentences.add(
                where.line
                    + ": conversation "
                    + where.conversation
                    + ": the mapping does not have "
                    + shown(label)
                    + ", met "
                    + times(where.times)
                    + "; map it to an activity, or to null for nothing"));
    if (others > 0) {
      sentences.add(" there are more labels that the mapping does not have, met " + times(others));
    }
    return sentences;
  }

  private static String shown(String label) {
    if (label.isEmpty()) {
      return "the empty label, that of turns without one";
    }
    return label.length() <= SHOWN && PLAIN.matcher(label).matches()
        ? "the label \"" + label + "\""
        : "the label of this turn, which is not shown because it does not look like one";
  }

  private static String times(long times) {
    return times == 1 ? "once" : times + " times";
  }
}
