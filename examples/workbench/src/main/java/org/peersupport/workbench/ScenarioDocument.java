package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.json.Issue;
import org.peersupport.json.JsonLimits;
import org.peersupport.json.Layout;
import org.peersupport.json.Read;
import org.peersupport.json.Scenarios;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.BehaviourProblem;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.InvalidBehaviourException;
import org.peersupport.simulation.programme.InvalidScenarioException;
import org.peersupport.simulation.programme.ProgrammeSimulation;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.ScenarioProblem;
import org.peersupport.simulation.programme.ScenarioProblemCode;

/**
 * A scenario that a user names, with the document that it stands in.
 *
 * @param named how the user named it
 * @param scenario what it says
 * @param document in UTF-8
 */
record ScenarioDocument(String named, Scenario scenario, String document) {
  /**
   * One that ships, or else that of a file.
   *
   * @throws BadInputException if there is none, or it is not written as it must be
   */
  static ScenarioDocument find(String named) {
    if (named.isBlank()) {
      throw new BadInputException(
          "(no name): the id of a scenario or the path of a document is expected ('--list' names"
              + " those that ship)");
    }
    return Scenarios.find(named)
        .map(
            shipped ->
                new ScenarioDocument(named, shipped, Scenarios.write(shipped, Layout.INDENTED)))
        .orElseGet(() -> ofFile(named));
  }

  private static ScenarioDocument ofFile(String named) {
    byte[] document;
    try (InputStream in = Files.newInputStream(TextFiles.path(named))) {
      document = in.readNBytes(JsonLimits.DOCUMENT_BYTES + 1);
    } catch (IOException e) {
      throw named.matches("[a-z0-9-]+")
          ? new BadInputException(
              named + ": neither a scenario that ships nor a file ('--list' names those that ship)")
          : BadInputException.of(named, e);
    }
    Read<Scenario> read = Scenarios.read(document);
    if (read.isMalformed()) {
      throw unusable(named, read.issues());
    }
    return new ScenarioDocument(named, read.orElseThrow(), new String(document, UTF_8));
  }

  private static BadInputException unusable(String named, List<Issue> issues) {
    return new BadInputException(Documents.problems(named, "the scenario", issues));
  }

  /**
   * The simulation of it.
   *
   * @throws BadInputException with every problem and its line
   */
  ProgrammeSimulation simulation(long seed) {
    try {
      return ProgrammeSimulation.of(scenario, chain(), seed);
    } catch (InvalidScenarioException e) {
      throw unusable(named, Scenarios.issues(document.getBytes(UTF_8), e.problems()));
    }
  }

  /** The protocol and the behaviour that it names. */
  private ConversationChain chain() {
    String protocol = scenario.talks().protocol();
    String behaviour = scenario.talks().behaviour();
    List<String> lines = new ArrayList<>();
    Optional<Protocol> under =
        part("protocol", protocol, Variants.find(protocol).isPresent(), Documents::find, lines);
    Optional<Function<Protocol, Behaviour>> as =
        part("behaviour", behaviour, NamedBehaviour.ships(behaviour), NamedBehaviour::find, lines);
    if (under.isEmpty() || as.isEmpty()) {
      throw new BadInputException(lines);
    }
    try {
      return ConversationChain.of(under.get(), as.get().apply(under.get()));
    } catch (InvalidBehaviourException e) {
      throw new BadInputException(
          e.problems().stream().flatMap(each -> unsuitable(each).stream()).toList());
    }
  }

  /** What ships, a document beside the scenario's, or one where the user is. */
  private <T> Optional<T> part(
      String what, String name, boolean ships, Function<String, T> find, List<String> lines) {
    try {
      Path beside = TextFiles.path(named).resolveSibling(TextFiles.path(name));
      return Optional.of(
          find.apply(!ships && Files.isRegularFile(beside) ? beside.toString() : name));
    } catch (BadInputException e) {
      lines.addAll(unknown("/conversations/" + what, "The " + what + " cannot be used."));
      lines.addAll(e.lines());
      return Optional.empty();
    }
  }

  private List<String> unsuitable(BehaviourProblem problem) {
    return unknown(
        "/conversations/behaviour",
        "The behaviour does not suit the protocol. "
            + problem.pointer()
            + ": "
            + problem.explanation());
  }

  private List<String> unknown(String pointer, String explanation) {
    return unusable(
            named,
            Scenarios.issues(
                document.getBytes(UTF_8),
                List.of(new ScenarioProblem(ScenarioProblemCode.UNKNOWN, pointer, explanation))))
        .lines()
        .subList(1, 2);
  }
}
