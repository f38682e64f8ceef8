package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peersupport.json.Variants;

class VerifyCommandTest {
  private static final String BROKEN = "src/test/resources/broken/";

  @TempDir Path folder;

  private static Run property(String rule, String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "verify";
    all[1] = "--property";
    all[2] = rule;
    all[3] = "ama-six-elements";
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return Run.of(all);
  }

  private static JsonNode findings(Run run) {
    assertThat(run.out().lines()).hasSize(1);
    return run.answers().get(0).path("findings");
  }

  /** Plays a counterexample; all of it is accepted. */
  private static List<String> played(JsonNode finding) {
    List<String> witness = Confirmation.texts(finding.path("witness"));
    Replay replay = new Replay(Variants.find("ama-six-elements").orElseThrow());
    assertThat(replay.playAll(witness)).isEqualTo(witness.size());
    assertThat(witness).endsWith("close");
    return witness;
  }

  @Test
  void finds_nothing_in_a_protocol_that_is_in_order() {
    Run run = Run.of("verify", "src/test/resources/acceptance/nothing-waits-for-ever.json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("{\"findings\":[],\"states\":");
    assertThat(run.err()).matches(".*: [\\d,]+ states, 0 findings, \\d+\\.\\d\\d s\n");
  }

  /** A worry binds nobody after the end; the protocol says why it is meant so. */
  @Test
  void finds_that_nobody_has_to_answer_a_worry_after_the_end() {
    Run run = Run.of("verify", "ama-six-elements");

    assertThat(run.status()).isOne();
    assertThat(Run.json(run.out()).path("states").asInt()).isEqualTo(38_176);
    assertThat(Run.json(run.out()).path("findings")).hasSize(1);
    assertThat(Run.json(run.out()).at("/findings/0/kind").asText()).isEqualTo("concern-unanswered");
    assertThat(Run.of("verify", "ama-six-elements@1.0.0").out()).isEqualTo(run.out());
  }

  @Test
  void tells_people_what_it_found_and_shows_it() {
    Run run = Run.of("verify", "--text", BROKEN + "return-taken-away.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            "cannot-close: No conversation can satisfy the rules order.return,"
                + " order.required.offer-resources, listen-after-resources together. Change one of"
                + " them, or make it advisory.\n");
    assertThat(run.err()).matches(".*: 0 states, 1 finding, \\d+\\.\\d\\d s\n");
    assertThat(Run.of("verify", "--text", BROKEN + "reach-out-comes-first.json").out())
        .startsWith("refuses-the-peer: After concern:elevated no conversation could")
        .endsWith("\n  See: concern:elevated\n");
  }

  @Test
  void says_when_a_property_is_obeyed() {
    String rule =
        "{\"id\":\"p\",\"template\":\"precedence\",\"a\":[\"begin:reach-out\"],"
            + "\"b\":[\"begin:close-with-thank-you\"]}";

    Run run = property(rule);

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("{\"findings\":[],\"states\":38176}\n");
    assertThat(property(rule, "--text").out())
        .isEqualTo("Every conversation that closes obeys the rule.\n");
  }

  @Test
  void shows_a_conversation_that_closes_and_breaks_a_property() {
    Run run = property("{\"id\":\"p\",\"template\":\"init\",\"a\":[\"begin:reach-out\"]}");

    assertThat(run.status()).isEqualTo(1);
    assertThat(findings(run)).hasSize(1);
    JsonNode finding = findings(run).get(0);
    assertThat(finding.path("kind").asText()).isEqualTo("broken-property");
    assertThat(finding.path("about").asText()).isEqualTo("p");
    assertThat(Confirmation.texts(finding.path("rules"))).containsExactly("p");
    assertThat(played(finding).get(0)).isNotEqualTo("begin:reach-out");
  }

  @Test
  void asks_a_property_of_every_key_it_stands_for() {
    Run run =
        property(
            "{\"id\":\"met-{element}\",\"forEach\":\"element\",\"template\":\"existence\","
                + "\"a\":[\"begin:{element}\"]}");

    assertThat(run.status()).isEqualTo(1);
    assertThat(findings(run).findValuesAsText("about"))
        .containsExactly("met-reflect-and-reframe", "met-make-sense-and-cope");
    assertThat(played(findings(run).get(0))).doesNotContain("begin:reflect-and-reframe");
    assertThat(played(findings(run).get(1))).doesNotContain("begin:make-sense-and-cope");
  }

  @ParameterizedTest
  @CsvSource({"thanked-for-work, 0", "thanks-come-last, 1"})
  void takes_a_property_by_the_id_of_a_rule_for_a_property(String id, int status) {
    String template = status == 0 ? "existence" : "end";
    String rule = "{\"id\":\"" + id + "\",\"template\":\"" + template + "\",\"a\":[\"thank:*\"]}";

    assertThat(property(rule).status()).isEqualTo(status);
  }

  @Test
  void a_property_counts_as_enforced_whatever_its_strength() {
    String rule = "{\"id\":\"p\",\"template\":\"absence\",\"a\":[\"concern:*\"]%s}";

    Run plain = property(String.format(rule, ""));

    assertThat(plain.status()).isEqualTo(1);
    assertThat(property(String.format(rule, ",\"strength\":\"advisory\",\"holds\":\"always\"")))
        .extracting(Run::out)
        .isEqualTo(plain.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense|--property: the rule cannot be used, it has one problem",
        "{}|--property: the rule cannot be used, it has 3 problems",
        "[]|--property: the rule cannot be used, it has one problem",
        "{\"id\":\"p\",\"template\":\"sometimes\",\"a\":[\"thank:*\"]}|/template: ",
        "{\"id\":\"p\",\"template\":\"response\",\"a\":[\"thank:*\"]}|one problem",
        "{\"id\":\"p\",\"template\":\"init\",\"a\":[\"begin:dance\"]}|matches no activity",
        "{\"id\":\"P!\",\"template\":\"init\",\"a\":[\"thank:*\"]}|--property: ",
        "{\"id\":\"p\",\"template\":\"absence\",\"a\":[\"thank:*\"],\"count\":0}|--property: "
      })
  void says_what_is_wrong_with_a_property(String rule, String message) {
    Run run = property(rule);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).doesNotContain("Exception");
  }

  @Test
  void names_every_unknown_activity_of_a_property() {
    Run run =
        property(
            "{\"id\":\"p\",\"template\":\"response\",\"a\":[\"begin:dance\"],"
                + "\"b\":[\"offer:cake\",\"thank:work\"]}");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.startsWith("--property: "));
  }

  @Test
  void asks_properties_of_long_orders_too() throws IOException {
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      elements.append(i == 0 ? "" : ",").append(element("e" + i, false));
    }
    Path file = document(elements.toString(), "\"order\":{\"mode\":\"strict\"}");

    Run run =
        Run.of(
            "verify",
            "--property",
            "{\"id\":\"p\",\"template\":\"precedence\",\"a\":[\"begin:e3\"],\"b\":[\"begin:e9\"]}",
            file.toString());

    assertThat(run.err()).contains("31 states");
    assertThat(run.status()).isZero();
  }

  private static String element(String key, boolean repeatable) {
    return "{\"key\":\"%s\",\"title\":\"T\",\"purpose\":\"P\",\"need\":\"required\",\"repeatable\":%s}"
        .formatted(key, repeatable);
  }

  private Path document(String elements, String more) throws IOException {
    return Files.writeString(
        folder.resolve("p.json"),
        "{\"format\":\"peersupport/protocol\",\"version\":1,\"id\":\"p\",\"release\":\"1\","
            + "\"title\":\"T\",\"source\":\"S\",\"elements\":["
            + elements
            + "],"
            + more
            + "}");
  }

  @Test
  void lists_everything_that_is_wrong_with_how_a_document_is_written() throws IOException {
    Path file =
        document(
            element("talk", true),
            "\"rules\":[\n{\"id\":\"one\",\"template\":\"existence\",\"a\":[\"begin:walk\"]},\n"
                + "{\"id\":\"one\",\"template\":\"absence\",\"a\":[\"begin:talk\"]}]");

    Run run = Run.of("verify", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(3)
        .first()
        .isEqualTo(file + ": the protocol cannot be used, it has 2 problems");
    assertThat(run.err()).contains("p.json:2: /rules/0/a/0: ", "p.json:3: /rules/1/id: ");
  }

  @Test
  void asks_no_property_of_a_document_that_does_not_build() {
    Run run =
        Run.of(
            "verify",
            BROKEN + "reach-out-comes-first.json",
            "--property",
            "{\"id\":\"p\",\"template\":\"init\",\"a\":[\"thank:*\"]}");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("After concern:elevated");
  }

  /** The largest protocol that a finding about the default one leads to. */
  @Test
  void what_it_advises_for_a_worry_can_be_done() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("worries-answered.json"),
            """
                {'id':'worries-answered','release':'1','extends':'ama-six-elements@1.0.0',
                 'title':'A worry is answered','rules':[{'id':'elevated-concern-met',
                   'template':'response','a':['concern:elevated'],'holds':'always',
                   'b':['offer:employee-assistance','offer:mental-health-professional',
                        'offer:emergency-care'],'because':'Somebody has to answer.'}]}
                """
                .replace('\'', '"'));

    Run run = Run.of("verify", file.toString());

    assertThat(run.err()).contains("216,404 states, 0 findings");
    assertThat(run.out()).isEqualTo("{\"findings\":[],\"states\":216404}\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void stops_at_too_many_states() throws IOException {
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      elements.append(i == 0 ? "" : ",").append(element("e" + i, true));
    }
    Path file = document(elements.toString(), "\"rules\":[]");

    Run run = Run.of("verify", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("more than 1000000 joint states").doesNotContain("Exception");
  }

  @Test
  void says_when_there_is_no_such_protocol() {
    Run run = Run.of("verify", "no-such.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "no-such.json: neither a protocol of the catalogue nor a file"
                + " ('catalogue' lists them)\n");
  }
}
