package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.Protocol;

/**
 * The text of a protocol document, read with what it means; the problems of both are in one list.
 */
final class ProtocolText {
  private static final String TOO_LARGE =
      "A protocol document has at most " + JsonLimits.DOCUMENT_BYTES + " bytes.";

  /** A text that can be parsed from the start again. */
  private interface Text {
    JsonParser parser() throws IOException;
  }

  private ProtocolText() {}

  /** Reads a document that is given as bytes. */
  static Read<Protocol> read(byte[] utf8, BaseResolver bases) {
    return utf8.length > JsonLimits.DOCUMENT_BYTES
        ? Reading.tooLarge(1, TOO_LARGE)
        : read(() -> Reading.parser(utf8), bases);
  }

  /** Reads a document that is given as text. */
  static Read<Protocol> read(String document, BaseResolver bases) {
    return Sizes.isOver(document, JsonLimits.DOCUMENT_BYTES)
        ? Reading.tooLarge(1, TOO_LARGE)
        : read(() -> Reading.parser(document), bases);
  }

  private static Read<Protocol> read(Text text, BaseResolver bases) {
    try (JsonParser parser = text.parser()) {
      Source source = new Source(parser, parser.getParsingContext(), 0);
      Draft draft = Reading.value(source, ProtocolReader.DRAFT);
      List<Issue> issues = new ArrayList<>(source.issues());
      Built built = null;
      if (draft != null && source.isUsableFrom(0)) {
        built = Built.of(draft, bases);
        addIssues(built.problems(), text, issues);
      }
      return built == null || built.protocol() == null || !issues.isEmpty()
          ? new Read.Malformed<>(Source.atMost(issues, false))
          : new Read.Value<>(built.protocol());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static void addIssues(List<Problem> problems, Text text, List<Issue> issues)
      throws IOException {
    if (problems.isEmpty()) {
      return;
    }
    try (JsonParser parser = text.parser()) {
      Map<String, Integer> lines = PointerLines.find(parser, pointers(problems));
      for (Problem problem : problems) {
        issues.add(issue(problem, lines.getOrDefault(problem.pointer(), 1)));
      }
    }
    issues.sort(Comparator.comparingInt(Issue::line));
  }

  private static List<String> pointers(List<Problem> problems) {
    List<String> pointers = new ArrayList<>();
    for (Problem problem : problems) {
      pointers.add(problem.pointer());
    }
    return pointers;
  }

  /** A problem of a protocol as an issue of its document. */
  static Issue issue(Problem problem, int line) {
    return new Issue(
        problem.code().wireName(),
        problem.pointer(),
        line,
        problem.explanation(),
        Optional.of(problem));
  }
}
