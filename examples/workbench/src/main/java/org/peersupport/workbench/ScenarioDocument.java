package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.json.Variants;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Read;
import org.peersupport.json.studies.Scenarios;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.BehaviourProblem;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.InvalidBehaviourException;
import org.peersupport.simulation.PlainBehaviour;
import org.peersupport.simulation.programme.InvalidScenarioException;
import org.peersupport.simulation.programme.ProgrammeSimulation;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.ScenarioProblem;
import org.peersupport.simulation.programme.ScenarioProblemCode;
import org.peersupport.simulation.programme.Talks;

/**
 * A scenario that a user names, with the document that it stands in.
 *
 * @param named how the user named it
 * @param scenario what it says
 * @param document in UTF-8
 */
record ScenarioDocument(String named, Scenario scenario, String document) {
  private static final String PROTOCOL = "/conversations/protocol";
  private static final String BEHAVIOUR = "/conversations/behaviour";

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
      throw new BadInputException(Documents.problems(named, "the scenario", read.issues()));
    }
    return new ScenarioDocument(named, read.orElseThrow(), new String(document, UTF_8));
  }

  /**
   * The simulation of it.
   *
   * @throws BadInputException with every problem and its line
   */
  ProgrammeSimulation simulation(long seed) {
    List<ScenarioProblem> problems = new ArrayList<>();
    Map<String, List<String>> details = new HashMap<>();
    Optional<ConversationChain> chain = chain(problems, details);
    try {
      if (chain.isPresent()) {
        return ProgrammeSimulation.of(scenario, chain.get(), seed);
      }
      // What else is wrong is told in the same breath, apart from what hangs on the protocol.
      Protocol any = Catalogue.amaSixElements();
      ProgrammeSimulation.of(
          withoutResources(), ConversationChain.of(any, PlainBehaviour.of(any)), seed);
    } catch (InvalidScenarioException e) {
      problems.addAll(e.problems());
    }
    throw unusable(problems, details);
  }

  private Scenario withoutResources() {
    Talks talks = scenario.talks();
    return scenario.talking(
        new Talks(
            talks.protocol(),
            talks.behaviour(),
            talks.another(),
            talks.number(),
            talks.between(),
            List.of()));
  }

  /**
   * The protocol and the behaviour that it names.
   *
   * @param details by the pointer of a problem, what stands below it
   */
  private Optional<ConversationChain> chain(
      List<ScenarioProblem> problems, Map<String, List<String>> details) {
    String protocol = scenario.talks().protocol();
    String behaviour = scenario.talks().behaviour();
    Optional<Protocol> under = Optional.empty();
    Optional<Function<Protocol, Behaviour>> as = Optional.empty();
    try {
      under = Optional.of(part(protocol, Variants.find(protocol).isPresent(), Documents::find));
    } catch (BadInputException e) {
      problems.add(unknown(PROTOCOL, "The protocol cannot be used."));
      details.put(PROTOCOL, e.lines());
    }
    try {
      as = Optional.of(part(behaviour, NamedBehaviour.ships(behaviour), NamedBehaviour::find));
    } catch (BadInputException e) {
      problems.add(unknown(BEHAVIOUR, "The behaviour cannot be used."));
      details.put(BEHAVIOUR, e.lines());
    }
    if (under.isEmpty() || as.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ConversationChain.of(under.get(), as.get().apply(under.get())));
    } catch (InvalidBehaviourException e) {
      e.problems().forEach(each -> problems.add(unsuitable(each)));
      return Optional.empty();
    }
  }

  /** What ships, a document beside the scenario's, or one where the user is. */
  private <T> T part(String name, boolean ships, Function<String, T> find) {
    Path beside = TextFiles.path(named).resolveSibling(TextFiles.path(name));
    return find.apply(!ships && Files.isRegularFile(beside) ? beside.toString() : name);
  }

  private static ScenarioProblem unsuitable(BehaviourProblem problem) {
    return unknown(
        BEHAVIOUR,
        "The behaviour does not suit the protocol. "
            + problem.pointer()
            + ": "
            + problem.explanation());
  }

  private static ScenarioProblem unknown(String pointer, String explanation) {
    return new ScenarioProblem(ScenarioProblemCode.UNKNOWN, pointer, explanation);
  }

  private BadInputException unusable(
      List<ScenarioProblem> problems, Map<String, List<String>> details) {
    List<Issue> issues = Scenarios.issues(document.getBytes(UTF_8), problems);
    List<String> told = Documents.problems(named, "the scenario", issues);
    List<String> lines = new ArrayList<>(told.subList(0, 1));
    for (int i = 0; i < issues.size(); i++) {
      lines.add(told.get(i + 1));
      lines.addAll(details.getOrDefault(issues.get(i).pointer(), List.of()));
    }
    return new BadInputException(lines);
  }
}
