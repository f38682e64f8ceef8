package org.peersupport.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.StateSpaces;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Template;
import org.peersupport.session.Commands;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;
import org.peersupport.session.Refusal;
import org.peersupport.session.Sessions;

/** Each message that the engine logs: when it comes, its level, and its values. */
class EngineLogTest {
  private static final String SECRET = "secret-7f3a";
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final Logger LOGGER = Logger.getLogger("org.peersupport.core");

  private final List<String> logged = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.setLevel(Level.ALL);
    LOGGER.addHandler(listener);
  }

  @AfterEach
  void nothing_is_told_of_people_or_texts() {
    LOGGER.removeHandler(listener);
    LOGGER.setLevel(null);
    assertThat(logged).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(SECRET));
  }

  /** The secret is everywhere but in the name of the protocol. */
  private static ProtocolBuilder protocol(int elements) {
    ProtocolBuilder protocol =
        ProtocolBuilder.of("logged", "1.0.0").title("Of " + SECRET).source("By " + SECRET);
    for (int i = 0; i < elements; i++) {
      String key = SECRET + "-" + i;
      protocol
          .element(Element.optional(key, "Title " + SECRET, "For " + SECRET).asRepeatable())
          .rule(
              Rule.of("r-" + key, Template.EXISTENCE, Rule.any("begin:" + key))
                  .asAdvisory()
                  .because("Of " + SECRET));
    }
    return protocol;
  }

  @Test
  void a_protocol_that_was_built_is_logged_with_its_states_and_its_time() {
    protocol(3).build();

    assertThat(logged).hasSize(1);
    assertThat(logged.get(0))
        .matches("FINE protocol=logged@1.0.0 states=\\d+ milliseconds=\\d+ A protocol was built");
  }

  @Test
  void a_protocol_that_was_built_is_not_logged_when_nobody_listens() {
    LOGGER.setLevel(Level.INFO);

    protocol(3).build();

    assertThat(logged).isEmpty();
    assertThat(EngineLog.now()).as("the clock is not read").isZero();
  }

  @Test
  void an_incomplete_language_file_is_logged_once() {
    Refusal refusal = Refusal.of(RefusalCode.SESSION_UNKNOWN);

    refusal.explanation(Locale.forLanguageTag("zz"));
    refusal.explanation(Locale.forLanguageTag("zz"));
    refusal.explanation(Locale.forLanguageTag("zz-AA"));
    refusal.explanation(Locale.ROOT);
    refusal.explanation(Locale.forLanguageTag("qq"));

    assertThat(logged).hasSize(1);
    assertThat(logged.get(0))
        .matches(
            "WARNING locale=zz missing=\\d{2,} keys=\\[\\S+(, \\S+){9}]"
                + " A language file is incomplete; English stands in");
  }

  @Test
  void the_bound_of_remembered_states_is_logged_when_it_is_reached() {
    CompiledProtocol compiled = CompiledProtocol.of(protocol(1).build());
    logged.clear();
    char[] start = compiled.rules().start();
    for (int i = 1; i < Sessions.REMEMBERED - 1; i++) {
      compiled.state(start, BitSet.valueOf(new long[] {i}), Status.OPEN);
    }
    assertThat(logged).isEmpty();

    for (int i = Sessions.REMEMBERED - 1; i < Sessions.REMEMBERED + 10; i++) {
      compiled.state(start, BitSet.valueOf(new long[] {i}), Status.OPEN);
    }

    assertThat(compiled.remembered()).isEqualTo(Sessions.REMEMBERED);
    assertThat(logged)
        .containsExactly(
            "WARNING bound=remembered states limit=65536 protocol=logged@1.0.0"
                + " A bound is reached; answers take longer from now on");
  }

  @Test
  void the_bound_of_state_spaces_is_logged_once() {
    StateSpaces spaces = CompiledProtocol.of(protocol(7).build()).spaces();
    logged.clear();

    for (int i = 1; i <= 3 * StateSpaces.KEPT; i++) {
      spaces.of(BitSet.valueOf(new long[] {i}));
    }

    assertThat(logged)
        .containsExactly(
            "WARNING bound=state spaces limit=32 protocol=logged@1.0.0"
                + " A bound is reached; answers take longer from now on");
  }

  @Test
  void a_space_that_is_too_large_to_be_remembered_is_logged_once() {
    StateSpaces spaces = CompiledProtocol.of(protocol(19).build()).spaces();
    logged.clear();
    BitSet all = new BitSet();
    all.set(0, spaces.rules().rules());

    for (int i = 0; i < 3; i++) {
      StateSpace space = spaces.of(all);
      space.distance(spaces.rules().start());
      assertThat(space.size()).isGreaterThan(StateSpaces.LARGEST);
    }

    assertThat(logged)
        .containsExactly(
            "WARNING bound=states of a space limit=500000 protocol=logged@1.0.0"
                + " A bound is reached; answers take longer from now on");
  }

  @Test
  void a_history_that_cannot_be_replayed_is_logged_with_code_and_place() {
    Protocol protocol = protocol(1).build();
    Commands me = Commands.of("s-" + SECRET, "sup-" + SECRET, AT);
    Commands other = Commands.of("t-" + SECRET, "sup-" + SECRET, AT);
    Peer supporter = Peer.of("sup-" + SECRET).as("role-" + SECRET).from("dep-" + SECRET);
    var opened =
        Sessions.open(protocol, me.open("logged", supporter, Peer.of("peer"))).orElseThrow();
    Event begun = Sessions.decide(opened.session(), me.begin(SECRET + "-0")).orElseThrow().event();
    var there =
        Sessions.open(protocol, other.open("logged", supporter, Peer.of("peer"))).orElseThrow();
    Event elsewhere =
        Sessions.decide(there.session(), other.begin(SECRET + "-0")).orElseThrow().event();
    Event again =
        new Event.SessionOpened(
            opened.event().session(),
            2,
            AT,
            "sup",
            Metadata.NONE,
            "logged@1.0.0",
            Optional.empty(),
            supporter,
            Peer.of("peer"),
            Optional.empty(),
            List.of());
    logged.clear();

    refuses(protocol, List.of());
    refuses(protocol, List.of(begun));
    refuses(protocol, List.of(opened.event(), opened.event()));
    refuses(protocol, List.of(opened.event(), elsewhere));
    refuses(protocol, List.of(opened.event(), again));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sessions.replay(reference -> null, List.of(opened.event())));

    assertThat(logged)
        .allMatch(line -> line.endsWith(" A history was refused"))
        .extracting(line -> line.replace(" A history was refused", ""))
        .containsExactly(
            "WARNING code=no-opening seq=1",
            "WARNING code=no-opening seq=1",
            "WARNING code=wrong-seq seq=2",
            "WARNING code=another-session seq=2",
            "WARNING code=second-opening seq=2",
            "WARNING code=unknown-protocol seq=1");
  }

  private static void refuses(Protocol protocol, List<Event> history) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sessions.replay(reference -> protocol, history));
  }
}
