package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;

/** A text while it is read: the parser, and what has been found wrong so far. */
public final class Source {
  /**
   * How many issues are recorded: more than are reported, for some may turn out to mean nothing.
   */
  private static final int RECORDED = 20 * JsonLimits.ISSUES;

  private static final String MORE =
      "There are more issues than are reported. Mend these and try again.";

  private final JsonParser parser;
  private final @Nullable JsonStreamContext base;
  private final int fixedLine;
  private @Nullable List<RankedIssue> found;
  private @Nullable JsonStreamContext cut;
  private boolean full;
  private int entries;

  /**
   * @param base the context in which the reading begins; pointers are counted from there
   * @param fixedLine the line of everything, or 0 to ask the parser
   */
  Source(JsonParser parser, @Nullable JsonStreamContext base, int fixedLine) {
    this.parser = parser;
    this.base = base;
    this.fixedLine = fixedLine;
  }

  /** A reading in the midst of somebody else's, the parser being at the value. */
  public static Source within(JsonParser parser) {
    JsonStreamContext here = parser.getParsingContext();
    boolean entered =
        parser.currentToken() == JsonToken.START_OBJECT
            || parser.currentToken() == JsonToken.START_ARRAY;
    return new Source(parser, entered && here != null ? here.getParent() : here, 0);
  }

  public JsonParser parser() {
    return parser;
  }

  /** The line of the parser's current token. */
  public int line() {
    return fixedLine > 0 ? fixedLine : Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  /**
   * From now on pointers end before this context, because the names in it may be anybody's words;
   * null when they need not end early.
   */
  public void cut(@Nullable JsonStreamContext context) {
    cut = context;
  }

  /** Something is wrong with the current value. */
  public void report(IssueCode code, String explanation) {
    report(code.wireName(), line(), "", explanation);
  }

  /** Something is wrong with an array that has just ended and began on that line. */
  public void report(IssueCode code, int line, String explanation) {
    report(code.wireName(), line, "", explanation);
  }

  /** Something is wrong with a member of the object that has just ended; it may not be there. */
  void reportMember(IssueCode code, String member, int line, String explanation) {
    report(code.wireName(), line, "/" + member, explanation);
  }

  /** Reading stops here, at the given line. */
  void reportStop(IssueCode code, int line, String explanation) {
    report(code.wireName(), fixedLine > 0 ? fixedLine : line, "", explanation);
  }

  private void report(String code, int line, String below, String explanation) {
    List<RankedIssue> all = found;
    if (all == null) {
      all = new ArrayList<>();
      found = all;
    }
    if (all.size() < RECORDED) {
      String pointer = Pointers.of(parser.getParsingContext(), base, cut) + below;
      all.add(new RankedIssue(new Issue(code, pointer, line, explanation)));
    } else {
      full = true;
    }
  }

  /** Whether so much was found that the rest is not recorded any more. */
  boolean isFull() {
    return full || count() >= RECORDED;
  }

  /** Whether nothing is wrong. */
  boolean isClean() {
    return found == null || (found.isEmpty() && !full);
  }

  /** How many issues were found. */
  public int count() {
    return found == null ? 0 : found.size();
  }

  /** What was found; empty when nothing is wrong. */
  List<RankedIssue> found() {
    return found == null ? new ArrayList<>(0) : found;
  }

  /** Whether all that was found from there on is about words for people only. */
  boolean isUsableFrom(int first) {
    if (full) {
      return false;
    }
    for (int i = first; i < count(); i++) {
      if (!found().get(i).wording) {
        return false;
      }
    }
    return true;
  }

  /** Every issue, in order; of too many the last says so. */
  public List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    for (RankedIssue each : found()) {
      issues.add(each.issue);
    }
    return atMost(issues, full);
  }

  /** As many of the issues as are reported, the last saying so if there are or were more. */
  static List<Issue> atMost(List<Issue> issues, boolean more) {
    if (!more && issues.size() <= JsonLimits.ISSUES) {
      return issues;
    }
    int kept = Math.min(issues.size(), JsonLimits.ISSUES - 1);
    List<Issue> reported = new ArrayList<>(issues.subList(0, kept));
    int line = issues.get(0).line();
    reported.add(new Issue(IssueCode.TOO_LARGE.wireName(), "", line, MORE));
    return reported;
  }

  /** Whether one more entry of an array may be read; the first that may not is reported. */
  boolean mayReadEntry() {
    entries++;
    if (entries == JsonLimits.ENTRIES_IN_ALL + 1) {
      report(
          IssueCode.TOO_LARGE,
          "At most " + JsonLimits.ENTRIES_IN_ALL + " entries are possible in all arrays together.");
    }
    return entries <= JsonLimits.ENTRIES_IN_ALL;
  }

  /** Passes over the current value, whatever it is; of what is in it only repeats are reported. */
  public void skip() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      JsonStreamContext before = cut;
      if (before == null) {
        cut = parser.getParsingContext();
      }
      Skipping.skip(parser, this::reportRepeated);
      cut = before;
    }
  }

  private void reportRepeated() throws IOException {
    report(IssueCode.REPEATED_MEMBER, Sentences.REPEATED_UNKNOWN);
    found().get(count() - 1).always = true;
  }

  /** Reports a value of another type and passes over it. */
  public void wrongType(String explanation) throws IOException {
    report(IssueCode.WRONG_TYPE, explanation);
    skip();
  }
}
