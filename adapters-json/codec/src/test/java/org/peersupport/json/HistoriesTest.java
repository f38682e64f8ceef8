package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Outcome;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.Obligation;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * The logs of every release replay for ever, to the states that they had then.
 *
 * <p>{@code src/test/resources/histories} has a folder for each release, and {@code unreleased} for
 * what is written now. In each are logs, beside each log the state in which its sessions end, and
 * under {@code protocols} the documents of the protocols that they ran under, as that release wrote
 * them. Every folder is replayed here. {@code scripts} has the commands from which {@code
 * unreleased} is made.
 *
 * <p>To release a version: rename {@code unreleased} to its number ({@code git mv unreleased
 * 1.0.0}), run this test once with {@code -Dgolden.update=true}, which makes a new {@code
 * unreleased} from the scripts, and commit both. A folder with a number is never written to again,
 * by that switch neither: where a test finds it different, the library is wrong and not the file.
 * {@code before-1.0.0} is such a folder too, from before the first release; the protocols of then
 * were not yet bound to keep their meaning. What a new release can record and an older one could
 * not belongs in the scripts first.
 */
class HistoriesTest {
  private static final Path FOLDER = Path.of("src/test/resources/histories");
  private static final String NOW = "unreleased";
  private static final String BEFORE = "before-1.0.0";
  private static final ObjectMapper PLAIN = new ObjectMapper();

  // --- what is written now

  /** So that the logs are there, and of today, before anything is replayed. */
  @BeforeAll
  static void rewrite() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      for (Path script : files(FOLDER.resolve("scripts"), ".ndjson")) {
        write(script);
      }
    }
  }

  @TestFactory
  List<DynamicTest> what_is_written_now_is_what_unreleased_says() throws IOException {
    return files(FOLDER.resolve("scripts"), ".ndjson").stream()
        .map(script -> DynamicTest.dynamicTest(name(script), () -> write(script)))
        .toList();
  }

  private static void write(Path script) throws IOException {
    List<Event> events = new ArrayList<>();
    SessionDesk desk = new SessionDesk(HistoriesTest::found, events::add);
    for (String line : Files.readAllLines(script)) {
      assertThat(desk.answer(line, 1).outcome()).as(line).isEqualTo(Outcome.ACCEPTED);
    }
    StringBuilder log = new StringBuilder(PeerSupportJson.logHeader());
    for (Event event : events) {
      log.append('\n').append(PeerSupportJson.writeEvent(event, Reasons.WRITTEN));
    }
    check(NOW + "/" + name(script) + ".ndjson", log.toString());
    for (Protocol protocol : protocols(desk)) {
      check(
          NOW + "/protocols/" + protocol.reference() + ".json",
          PeerSupportJson.writeProtocol(protocol, Layout.INDENTED));
    }
  }

  private static List<Protocol> protocols(SessionDesk desk) {
    return desk.sessions().stream().map(Session::protocol).distinct().toList();
  }

  private static Optional<Protocol> found(String reference) {
    Path made = FOLDER.resolve("scripts").resolve(reference + ".json");
    return Files.exists(made) ? Optional.of(protocol(made)) : Variants.find(reference);
  }

  private static void check(String file, String text) {
    Golden.check("../histories/" + file, text);
  }

  @Test
  void every_type_of_event_and_of_deviation_is_in_the_logs() throws IOException {
    List<Event> events = new ArrayList<>();
    for (Path log : files(FOLDER.resolve(NOW), ".ndjson")) {
      events.addAll(read(log));
    }
    Set<ActType> missing = new HashSet<>();
    Samples.events().forEach(event -> missing.add(event.type()));
    events.forEach(event -> missing.remove(event.type()));
    assertThat(missing).isEmpty();
    assertThat(events)
        .flatExtracting(Event::deviations)
        .anyMatch(each -> each.reason().isPresent())
        .anyMatch(each -> each.code().isPresent())
        .anyMatch(each -> each.lateBy().isPresent())
        .anyMatch(each -> each.aheadBy().isPresent())
        .anyMatch(each -> each.reason().isEmpty() && each.lateBy().isEmpty());
    assertThat(events)
        .anyMatch(
            event -> event instanceof Event.SessionOpened opened && opened.followUpOf().isPresent())
        .anyMatch(event -> event.metadata().recordedAt().isPresent())
        .anyMatch(event -> event.metadata().commandId().isPresent())
        .anyMatch(event -> event instanceof Event.ReferralDeclined e && e.reason().isPresent())
        .anyMatch(event -> event instanceof Event.ReferralLapsed e && e.reason().isPresent())
        .anyMatch(event -> event instanceof Event.SessionEnded e && !e.reason().isBuiltIn());
  }

  // --- what every release has written

  @TestFactory
  List<DynamicTest> every_log_of_every_release_replays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> releases = Files.list(FOLDER)) {
      for (Path release : releases.sorted().toList()) {
        if (!release.endsWith("scripts")) {
          for (Path log : files(release, ".ndjson")) {
            String name = release.getFileName() + "/" + name(log);
            tests.add(DynamicTest.dynamicTest(name, () -> replay(release, log)));
          }
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void replay(Path release, Path log) throws IOException {
    Map<String, List<Event>> histories = new LinkedHashMap<>();
    for (Event event : read(log)) {
      histories.computeIfAbsent(event.session(), key -> new ArrayList<>()).add(event);
    }
    assertThat(histories).hasSizeGreaterThan(1);
    List<String> states = new ArrayList<>();
    for (List<Event> history : histories.values()) {
      String reference = ((Event.SessionOpened) history.get(0)).protocol();
      Protocol protocol = protocol(release.resolve("protocols").resolve(reference + ".json"));
      Session session = Sessions.replay(name -> protocol, history);
      states.add(state(session));
      // What ships under the same id and release still means the same.
      Optional<Protocol> shipped = Variants.find(reference);
      if (shipped.isPresent() && !release.endsWith(BEFORE)) {
        assertThat(protocol.fingerprint()).isEqualTo(shipped.get().fingerprint());
        assertThat(state(Sessions.replay(name -> shipped.get(), history)))
            .isEqualTo(state(session));
      }
    }
    checkState(release, name(log), String.join("\n", states));
  }

  /** Only what is not released yet can be rewritten. */
  private static void checkState(Path release, String name, String states) throws IOException {
    Path file = release.resolve(name + ".states");
    if (release.endsWith(NOW)) {
      check(NOW + "/" + file.getFileName(), states);
    } else {
      assertThat(states + "\n").isEqualTo(Files.readString(file));
    }
  }

  private static List<Event> read(Path log) throws IOException {
    List<Event> events = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(log)) {
      number++;
      assertThat(Validator.errors("log-line", line)).isEmpty();
      if (number > 1 || PeerSupportJson.logVersion(line).isEmpty()) {
        events.add(PeerSupportJson.readEvent(line, number).orElseThrow());
      }
    }
    return events;
  }

  /**
   * The same for every release, for ever: what is added here is added to no folder with a number.
   */
  private static String state(Session session) {
    ObjectNode state = PLAIN.createObjectNode();
    state.put("session", session.id());
    state.put("protocol", session.protocol().reference());
    state.put("status", session.status().wireName());
    state.put("settled", session.isSettled());
    state.put("seq", session.seq());
    state.put("at", session.at().toString());
    state.put("supporter", session.supporter().id());
    session.followUpOf().ifPresent(id -> state.put("followUpOf", id));
    ObjectNode referrals = state.putObject("referrals");
    for (Referral referral : session.referrals()) {
      referrals.put(referral.id(), referral.resource() + " " + referral.state().wireName());
    }
    ArrayNode outstanding = state.putArray("outstanding");
    session.outstanding().forEach(outstanding::add);
    ArrayNode due = state.putArray("due");
    for (Obligation each : session.due()) {
      due.add(each.deadline() + " " + each.referral().orElse("-") + " " + each.dueAt());
    }
    ObjectNode verdicts = state.putObject("verdicts");
    for (int i = 0; i < session.verdicts().size(); i++) {
      verdicts.put(
          session.protocol().expandedRules().get(i).id(), session.verdicts().get(i).wireName());
    }
    return state.toString();
  }

  // --- files

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  private static Protocol protocol(Path file) {
    try {
      return PeerSupportJson.readProtocol(Files.readString(file).getBytes(StandardCharsets.UTF_8))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
