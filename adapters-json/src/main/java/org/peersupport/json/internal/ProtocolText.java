package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.Issue;
import org.peersupport.json.JsonLimits;
import org.peersupport.json.Read;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;

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

  /** Reads a document that is given as bytes. */
  public static Read<Protocol> read(byte[] utf8) {
    return utf8.length > JsonLimits.DOCUMENT_BYTES
        ? Reading.tooLarge(1, TOO_LARGE)
        : read(() -> Reading.parser(utf8));
  }

  /** Reads a document that is given as text. */
  public static Read<Protocol> read(String document) {
    return Sizes.isOver(document, JsonLimits.DOCUMENT_BYTES)
        ? Reading.tooLarge(1, TOO_LARGE)
        : read(() -> Reading.parser(document));
  }

  private static Read<Protocol> read(Text text) {
    try (JsonParser parser = text.parser()) {
      Source source = new Source(parser, parser.getParsingContext(), 0);
      ProtocolBuilder parts = Reading.value(source, ProtocolReader.PARTS);
      List<Issue> issues = new ArrayList<>(source.issues());
      Protocol protocol = null;
      if (parts != null && source.isUsableFrom(0)) {
        protocol = build(parts, text, issues);
      }
      return protocol == null || !issues.isEmpty()
          ? new Read.Malformed<>(Source.atMost(issues, false))
          : new Read.Value<>(protocol);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static @Nullable Protocol build(ProtocolBuilder parts, Text text, List<Issue> issues)
      throws IOException {
    try {
      return parts.build();
    } catch (InvalidProtocolException e) {
      try (JsonParser parser = text.parser()) {
        Map<String, Integer> lines = PointerLines.find(parser, pointers(e.problems()));
        for (Problem problem : e.problems()) {
          issues.add(issue(problem, lines.getOrDefault(problem.pointer(), 1)));
        }
      }
      issues.sort(Comparator.comparingInt(Issue::line));
      return null;
    }
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
    return new Issue(problem.code().wire(), problem.pointer(), line, problem.explanation());
  }
}
