package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.Protocol;

/**
 * Reads protocol documents: the text, then what it means, with the problems of both in one list.
 */
public final class ProtocolText {
  private static final String TOO_LARGE =
      "A protocol document has at most " + JsonLimits.DOCUMENT_BYTES + " bytes.";

  /** A text that can be parsed from the start again. */
  private interface Text {
    JsonParser parser() throws IOException;
  }

  private ProtocolText() {}

  /**
   * Reads a document that is given as bytes.
   *
   * @param bases gives the documents that may be extended, by {@code id@release}
   */
  public static Read<Protocol> read(byte[] utf8, Function<String, Optional<byte[]>> bases) {
    return logged(read(utf8, new Bases(bases)));
  }

  static Read<Protocol> read(byte[] utf8, Bases bases) {
    return utf8.length > JsonLimits.DOCUMENT_BYTES
        ? Reading.tooLarge(1, TOO_LARGE)
        : read(() -> Reading.parser(utf8), bases);
  }

  /** Reads a document that is given as text. */
  public static Read<Protocol> read(String document, Function<String, Optional<byte[]>> bases) {
    return logged(
        Sizes.isOver(document, JsonLimits.DOCUMENT_BYTES)
            ? Reading.tooLarge(1, TOO_LARGE)
            : read(() -> Reading.parser(document), new Bases(bases)));
  }

  private static Read<Protocol> logged(Read<Protocol> read) {
    if (read.isMalformed()) {
      CodecLog.documentRefused(read.issues());
    }
    return read;
  }

  private static Read<Protocol> read(Text text, Bases bases) {
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
