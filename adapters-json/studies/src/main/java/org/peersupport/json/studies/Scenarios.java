package org.peersupport.json.studies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.Writing;
import org.peersupport.json.studies.internal.ProgrammeWriter;
import org.peersupport.json.studies.internal.ScenarioText;
import org.peersupport.json.studies.internal.ScenarioWriter;
import org.peersupport.simulation.programme.ProgrammeSummary;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.ScenarioProblem;

/**
 * Scenario documents, {@code peersupport/scenario} version 1, and the scenarios that ship.
 *
 * <p>A scenario that ships says in its {@code published} which figures of its source went in and
 * which come out, and in its {@code assumptions} what the source does not say. Safe to share
 * between threads. No argument may be null, and no result is.
 */
public final class Scenarios {
  private static final List<String> DOCUMENTS =
      List.of(
          "washington-university",
          "washington-university-twice-the-referrals",
          "washington-university-half-the-supporters");

  private static final ConcurrentHashMap<String, Scenario> READ = new ConcurrentHashMap<>();

  private Scenarios() {}

  /** The ids of the scenarios that ship. */
  public static List<String> ids() {
    return DOCUMENTS;
  }

  /** The scenario that ships with this id. */
  public static Optional<Scenario> find(String id) {
    return DOCUMENTS.contains(id)
        ? Optional.of(READ.computeIfAbsent(id, Scenarios::shipped))
        : Optional.empty();
  }

  private static Scenario shipped(String id) {
    try (InputStream in = Scenarios.class.getResourceAsStream("scenarios/" + id + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the scenario " + id + " is not in this jar");
      }
      return read(in.readAllBytes()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the scenario " + id, e);
    }
  }

  /**
   * Reads a scenario document. Whether it can be run, with the protocol that it names, is found out
   * when a simulation is made of it; see {@link #issues}.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   */
  public static Read<Scenario> read(byte[] utf8) {
    return ScenarioText.read(utf8);
  }

  /**
   * The problems of a scenario as issues of the document that it was read from, with their lines.
   *
   * @param utf8 the document
   */
  public static List<Issue> issues(byte[] utf8, List<ScenarioProblem> problems) {
    return ScenarioText.issues(utf8, problems);
  }

  /** Writes a scenario document. */
  public static String write(Scenario scenario, Layout layout) {
    return Writing.text(json -> ScenarioWriter.document(json, scenario), layout);
  }

  /**
   * Writes what came of a simulated programme. Estimates have six digits; null stands where there
   * is none.
   */
  public static String writeSummary(ProgrammeSummary summary, Layout layout) {
    return Writing.text(json -> ProgrammeWriter.write(json, summary), layout);
  }

  /**
   * Writes the same, and by how much each figure differs from that of another programme, from run
   * to run.
   *
   * @throws IllegalArgumentException if the other one has another seed or number of runs
   */
  public static String writeSummary(
      ProgrammeSummary summary, ProgrammeSummary first, Layout layout) {
    return Writing.text(json -> ProgrammeWriter.write(json, summary, first), layout);
  }
}
