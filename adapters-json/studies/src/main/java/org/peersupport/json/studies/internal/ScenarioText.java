package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.PointerLines;
import org.peersupport.json.internal.Reading;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.ScenarioProblem;

/** Reads scenario documents, and tells where in them problems are. */
public final class ScenarioText {
  private ScenarioText() {}

  /** Reads a document. */
  public static Read<Scenario> read(byte[] utf8) {
    if (utf8.length > JsonLimits.DOCUMENT_BYTES) {
      return Reading.tooLarge(
          1, "A scenario document has at most " + JsonLimits.DOCUMENT_BYTES + " bytes.");
    }
    try (JsonParser parser = Reading.parser(utf8)) {
      return Reading.read(parser, 0, ScenarioReader.SCENARIO);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** The problems of a scenario as issues of its document, by line. */
  public static List<Issue> issues(byte[] utf8, List<ScenarioProblem> problems) {
    try (JsonParser parser = Reading.parser(utf8)) {
      Map<String, Integer> lines =
          PointerLines.find(parser, problems.stream().map(ScenarioProblem::pointer).toList());
      return problems.stream()
          .map(
              problem ->
                  new Issue(
                      problem.code().wireName(),
                      problem.pointer(),
                      lines.getOrDefault(problem.pointer(), 1),
                      problem.explanation()))
          .sorted(Comparator.comparingInt(Issue::line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }
}
