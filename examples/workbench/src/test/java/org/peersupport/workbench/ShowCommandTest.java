package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Protocol;

class ShowCommandTest {
  @TempDir Path folder;

  @Test
  void prints_a_shipped_protocol() throws IOException {
    Run run = Run.of("show", "ama-six-elements");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.answers().get(0).at("/expanded/0/id").asText()).isEqualTo("order.skip");
    assertThat(Run.of("show", "ama-six-elements@1.0.0")).isEqualTo(run);
    Golden.assertSame("ama-six-elements.txt", Run.json(run.out()).toPrettyString() + "\n");
  }

  @Test
  void prints_a_document_as_it_prints_the_same_shipped_one() throws IOException {
    Run shipped = Run.of("show", "ama-six-elements");
    Path file = Files.writeString(folder.resolve("p.json"), shipped.out());

    assertThat(Run.of("show", file.toString())).isEqualTo(shipped);
  }

  @Test
  void names_every_problem_of_a_document_with_its_line() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.json"),
            """
            {"format":"peersupport/protocol","version":1,
             "id":"broken","release":"1.0.0","title":"Broken","source":"a test",
             "elements":[
               {"key":"talk","title":"Talk","purpose":"To talk","need":"required"}],
             "rules":[
               {"id":"one","template":"existence","a":["begin:walk"]},
               {"id":"one","template":"existence","a":["begin:talk"]}]}
            """);

    Run run = Run.of("show", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    Golden.assertSame("show-problems.txt", run.err().replace(file.toString(), "FILE"));
  }

  @Test
  void prints_a_variant_whole_or_only_what_differs() throws IOException {
    Files.writeString(
        folder.resolve("night.json"),
        "{\"id\":\"night\",\"release\":\"2\",\"extends\":\"ama-six-elements@1.0.0\","
            + "\"title\":\"At night\",\"concerns\":[\"elevated\",\"imminent\",\"other\"]}");
    Path ward =
        Files.writeString(
            folder.resolve("ward.json"),
            "{\"id\":\"ward\",\"release\":\"1\",\"extends\":\"night@2\",\"title\":\"Ward\"}");

    Run whole = Run.of("show", ward.toString());
    Run changes = Run.of("show", "--changes", ward.toString());

    assertThat(whole.answers().get(0).at("/derivedFrom").asText()).isEqualTo("night@2");
    assertThat(whole.answers().get(0).at("/concerns")).hasSize(3);
    assertThat(changes.err()).isEmpty();
    assertThat(changes.out())
        .isEqualTo(
            "{\"format\":\"peersupport/protocol\",\"version\":1,\"id\":\"ward\",\"release\":\"1\","
                + "\"extends\":\"night@2\",\"title\":\"Ward\"}\n");
    Run pretty = Run.of("show", "--changes", "--pretty", ward.toString());
    assertThat(pretty.out().lines()).hasSize(8);
    assertThat(Run.json(pretty.out())).isEqualTo(Run.json(changes.out()));
  }

  @Test
  void compares_a_variant_with_what_it_extends_whatever_it_says_it_derives_from()
      throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.json"),
            "{\"id\":\"other\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"Other\",\"derivedFrom\":\"cisd-seven@1.0.0\"}");

    assertThat(Run.of("show", "--changes", other.toString()).out())
        .isEqualTo(
            "{\"format\":\"peersupport/protocol\",\"version\":1,\"id\":\"other\",\"release\":\"1\","
                + "\"extends\":\"ama-six-elements@1.0.0\",\"title\":\"Other\","
                + "\"derivedFrom\":\"cisd-seven@1.0.0\"}\n");
  }

  @Test
  void says_when_there_is_nothing_to_compare_with() throws IOException {
    assertThat(Run.of("show", "--changes", "rise").err())
        .isEqualTo("rise: extends nothing, so there is nothing to compare it with\n");

    Path lost =
        Files.writeString(
            folder.resolve("lost.json"),
            "{\"id\":\"lost\",\"release\":\"1\",\n\"extends\":\"../rise@1\"}");
    assertThat(Run.of("show", lost.toString()).status()).isEqualTo(2);
    assertThat(Run.of("show", lost.toString()).err())
        .contains("lost.json:2: /extends: There is no protocol of this id and release to extend.");
  }

  static Stream<String> shipped() {
    return Variants.all().stream().map(Protocol::id);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void tells_a_protocol_in_plain_sentences(String id) throws IOException {
    Run run = Run.of("show", "--text", id);

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .noneMatch(line -> line.endsWith(" "))
        .allMatch(line -> line.length() <= 100 || line.strip().indexOf(' ') < 0);
    Golden.assertSame("text-" + id + ".txt", run.out());
  }

  @Test
  void warns_at_both_ends_of_a_protocol_that_is_advised_against_and_asks_nobody_to_sign() {
    String text = Run.of("show", "--text", "cisd-seven").out();
    String caution = "Single-session debriefing is not recommended";

    assertThat(text.indexOf(caution)).isBetween(0, 400);
    assertThat(text.lastIndexOf(caution)).isGreaterThan(text.length() - 700);
    assertThat(text).doesNotContain("Sign-off", "agree with it", "Name: ", "Words that may help");
  }

  @Test
  void tells_a_document_of_someone_elses() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ward.json"),
            "{\"id\":\"ward\",\"release\":\"7\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"Ward\"}");

    Run run = Run.of("show", file.toString(), "--text");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("Ward\n====\n")
        .contains("It is derived from the protocol ama-six-elements@1.0.0.")
        .contains("I have read this text of the protocol ward@7 and agree with it.");
  }

  @Test
  void tells_the_whole_or_prints_what_differs_but_not_both() {
    Run run = Run.of("show", "--changes", "--text", "rise");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("--changes, --text are mutually exclusive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "usual-talk", "usual-talk-with-concerns"})
  void prints_a_behaviour_that_comes_to_the_same_figures(String behaviour) throws IOException {
    Run shown = Run.of("show", "ama-six-elements", "--behaviour", behaviour, "--pretty");
    Path copy = Files.writeString(folder.resolve("copy.json"), shown.out());

    assertThat(shown.err()).isEmpty();
    assertThat(Run.json(shown.out()).get("id").asText()).isEqualTo(behaviour);
    assertThat(shown.out().lines()).hasSizeGreaterThan(20);
    assertThat(figures(copy.toString()).out()).isEqualTo(figures(behaviour).out()).isNotEmpty();
    assertThat(Run.of("show", "ama-six-elements", "--behaviour", copy.toString(), "--pretty"))
        .isEqualTo(shown);
  }

  private static Run figures(String behaviour) {
    return Run.of(
        "simulate", "ama-six-elements", "--behaviour", behaviour, "--sessions=2000", "--seed=5");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void prints_the_plain_behaviour_of_any_protocol_for_other_commands_to_read(String id)
      throws IOException {
    Run shown = Run.of("show", id, "--behaviour=plain");
    Path copy = Files.writeString(folder.resolve("copy.json"), shown.out());

    assertThat(shown.out().lines()).hasSize(1);
    assertThat(Run.of("simulate", id, "--behaviour=" + copy, "--sessions=200", "--seed=5"))
        .isEqualTo(Run.of("simulate", id, "--behaviour=plain", "--sessions=200", "--seed=5"));
  }

  @Test
  void a_behaviour_of_another_protocol_is_not_shown() {
    Run run = Run.of("show", "rise", "--behaviour", "usual-talk");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("usual-talk: the behaviour cannot be used with rise@");
  }

  @Test
  void says_when_there_is_no_such_protocol() {
    Run run = Run.of("show", "six-elements");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "six-elements: neither a protocol of the catalogue nor a file"
                + " ('catalogue' lists them)\n");
  }

  @Test
  void says_when_a_document_cannot_be_read() {
    Run run = Run.of("show", folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith(folder + ": ");
  }
}
