package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.protocol.Protocol;

/** Reads in the midst of what an application's own mapper reads. */
final class Embedded {
  private static final int SHOWN = 10;

  private Embedded() {}

  /**
   * Reads a value that must be of the given class.
   *
   * @param typeMember the pointer to the member that says what it is
   * @throws JsonMappingException if it is not in order; with places and codes, nothing of the text
   */
  static <T, S extends T> S read(
      JsonParser parser, Class<S> type, String typeMember, ValueReader<T> entry)
      throws IOException {
    Source source = Source.within(parser);
    T value = value(source, entry);
    if (value == null || !source.isClean()) {
      throw exception(type, source.issues());
    }
    if (!type.isInstance(value)) {
      throw exception(
          type, List.of(new Issue(IssueCode.UNKNOWN_VALUE.wireName(), typeMember, 1, "")));
    }
    return type.cast(value);
  }

  /** Reads and builds a protocol; throws as {@link #read} does. */
  static Protocol protocol(JsonParser parser) throws IOException {
    Source source = Source.within(parser);
    Draft draft = value(source, ProtocolReader.DRAFT);
    List<Issue> issues = new ArrayList<>(source.issues());
    if (draft != null && source.isUsableFrom(0)) {
      Built built = Built.of(draft, Bases.shipped());
      built.problems().forEach(problem -> issues.add(ProtocolText.issue(problem, 1)));
      if (built.protocol() != null && issues.isEmpty()) {
        return built.protocol();
      }
    }
    throw exception(Protocol.class, issues);
  }

  private static <T> @Nullable T value(Source source, ValueReader<T> entry) throws IOException {
    try {
      return entry.read(source);
    } catch (JsonProcessingException e) {
      Reading.reportStop(source, e);
      return null;
    }
  }

  /** Has no parser, no cause and no location: all of them may quote the text. */
  private static JsonMappingException exception(Class<?> type, List<Issue> issues) {
    StringBuilder text = new StringBuilder("malformed ").append(type.getSimpleName()).append(":");
    for (Issue issue : issues.subList(0, Math.min(SHOWN, issues.size()))) {
      text.append(' ').append(issue.code());
      text.append(issue.pointer().isEmpty() ? "" : " at ").append(issue.pointer()).append(';');
    }
    text.setLength(text.length() - 1);
    if (issues.size() > SHOWN) {
      text.append("; and ").append(issues.size() - SHOWN).append(" more");
    }
    return MismatchedInputException.from((JsonParser) null, type, text.toString());
  }
}
