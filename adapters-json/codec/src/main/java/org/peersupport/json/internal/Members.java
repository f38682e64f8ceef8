package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;

/**
 * Reads the members of one object:
 *
 * <pre>{@code
 * for (int member = members.next(); member >= 0; member = members.next()) {
 *   switch (member) {
 *     case ID -> id = members.id();
 *     default -> members.skip();
 *   }
 * }
 * return members.end(ID_AND_MORE) ? … : null;
 * }</pre>
 */
public final class Members extends Values {
  private static final int STRANGE = -2;

  private final Shape shape;
  private final JsonStreamContext context;
  private final int line;
  private final int first;
  private final long wording;
  private int counted;
  private int last = -1;
  private long seen;
  private boolean strayed;
  private @Nullable Set<String> unknown;

  private Members(Source source, Shape shape, long wording) {
    super(source);
    this.shape = shape;
    this.context = parser.getParsingContext();
    this.wording = wording;
    this.line = source.line();
    this.first = source.count();
    this.counted = first;
  }

  /** Starts with an object, the parser being at its value; null when it is something else. */
  public static @Nullable Members of(Source source, Shape shape) throws IOException {
    return of(source, shape, 0);
  }

  /**
   * The same.
   *
   * @param wording the members that are words for people only
   */
  static @Nullable Members of(Source source, Shape shape, long wording) throws IOException {
    if (source.parser().currentToken() != JsonToken.START_OBJECT) {
      source.wrongType(Sentences.OBJECT);
      return null;
    }
    return new Members(source, shape, wording);
  }

  /** The number of the next known member, or -1 at the end of the object. */
  public int next() throws IOException {
    rank(last);
    while (true) {
      int member = find();
      if (member == STRANGE) {
        passUnknown(parser.currentName());
        continue;
      }
      if (strayed) {
        strayed = false;
        source.cut(null);
      }
      if (member < 0) {
        return member;
      }
      long bit = 1L << member;
      last = member;
      if ((seen & bit) == 0) {
        seen |= bit;
        return member;
      }
      passRepeated();
    }
  }

  /** The number of the next member, -1 at the end of the object. */
  private int find() throws IOException {
    try {
      if (parser.nextFieldName(shape.after(last))) {
        return last + 1;
      }
    } catch (JsonProcessingException e) {
      // The parser may have come to the next name already, and past it.
      String name = context.getCurrentName();
      if (name == null || shape.find(name) < 0) {
        source.cut(context);
      }
      throw e;
    }
    if (parser.currentToken() != JsonToken.FIELD_NAME) {
      return -1;
    }
    int member = shape.find(parser.currentName());
    return member < 0 ? STRANGE : member;
  }

  private void passUnknown(String name) throws IOException {
    strayed = true;
    source.cut(context);
    if (unknown == null) {
      unknown = new HashSet<>();
    }
    if (!unknown.add(name)) {
      reportRepeated(Sentences.REPEATED_UNKNOWN);
    } else if (shape.forbids(name) && !source.isFull()) {
      source.report(IssueCode.UNKNOWN_MEMBER, shape.explanation(name));
      // The rest can be judged without it, as without words for people.
      source.found().get(source.count() - 1).wording = true;
    }
    parser.nextToken();
    source.skip();
    rank(shape.size());
  }

  private void passRepeated() throws IOException {
    reportRepeated(Sentences.REPEATED);
    parser.nextToken();
    source.skip();
    rank(last);
  }

  private void reportRepeated(String explanation) {
    if (!source.isFull()) {
      source.report(IssueCode.REPEATED_MEMBER, explanation);
      source.found().get(source.count() - 1).always = true;
    }
  }

  /**
   * From here on the member that was just read is taken as this one: what is found wrong counts
   * where this one means something.
   *
   * @param member named {@link Shape#SAME} in the shape
   */
  void as(int member) {
    rank(last);
    last = member;
  }

  /** What was found since the last time belongs to this member. */
  private void rank(int member) {
    if (counted != source.count()) {
      List<RankedIssue> found = source.found();
      for (int i = counted; i < found.size(); i++) {
        found.get(i).rank = member;
        found.get(i).wording |= (wording & 1L << member) != 0;
      }
      counted = found.size();
    }
  }

  public boolean has(int member) {
    return (seen & 1L << member) != 0;
  }

  /**
   * Reports what is missing, and drops what was found in members that mean nothing here.
   *
   * @param needed the members that must be there
   * @param known the members that mean something
   * @return whether the object is in order, but for words for people
   */
  boolean end(long needed, long known) {
    return end(needed, known, 0);
  }

  /**
   * The same, and reports what stands here and belongs elsewhere.
   *
   * @param misplaced the members that mean something in other objects of this kind only
   */
  boolean end(long needed, long known, long misplaced) {
    boolean complete = (needed & ~seen) == 0 && (misplaced & seen) == 0;
    if (complete && source.count() == first && !source.isFull()) {
      return true;
    }
    return isInOrderAfterAll(needed, known, misplaced);
  }

  private boolean isInOrderAfterAll(long needed, long known, long misplaced) {
    for (int member = 0; member < shape.size(); member++) {
      if ((needed & ~seen & 1L << member) != 0) {
        report(
            member,
            IssueCode.MISSING_MEMBER,
            "The member \"" + shape.name(member) + "\" is needed here. Add it.");
      }
    }
    sort(known);
    for (int member = 0; member < shape.size(); member++) {
      if ((misplaced & seen & 1L << member) != 0) {
        report(
            member,
            IssueCode.MISPLACED_MEMBER,
            "The member \""
                + shape.name(member)
                + "\" belongs to another command or event. Take it out here.");
      }
    }
    sort(-1L);
    return source.isUsableFrom(first);
  }

  /** The same where every member means something. */
  public boolean end(long needed) {
    return end(needed, -1L);
  }

  /** Something is wrong with a member that only the whole object shows; before its end is told. */
  void report(int member, IssueCode code, String explanation) {
    if (!source.isFull()) {
      source.reportMember(code, shape.name(member), line, explanation);
      counted = source.count() - 1;
      rank(member);
    }
  }

  private void sort(long known) {
    List<RankedIssue> mine = source.found().subList(first, source.count());
    mine.removeIf(each -> !each.always && (known & 1L << each.rank) == 0);
    mine.sort((one, other) -> Integer.compare(one.rank, other.rank));
  }
}
