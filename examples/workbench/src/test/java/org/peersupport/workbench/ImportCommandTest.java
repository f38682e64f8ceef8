package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

class ImportCommandTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Protocol read(Run run) {
    return PeerSupportJson.readProtocol(run.out()).orElseThrow();
  }

  private Run imported(String text) throws IOException {
    return Run.of("import", file("model.decl", text).toString());
  }

  @Test
  void makes_an_element_of_each_task_and_a_rule_of_each_constraint() throws IOException {
    Run run =
        imported(
            """
            activity Reach out
            activity Offer, and ask
            activity Thank

            Init[Reach out] | |
            Response[Reach out, Offer, and ask] | | |
            Precedence[Offer, and ask, Thank] | | |
            Existence2[Reach out] |
            Absence3[Thank] |
            Exactly1[Thank] |
            Not Chain Precedence[Thank, Reach out] | | |
            """);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Protocol protocol = read(run);
    assertThat(protocol.id()).isEqualTo("model");
    assertThat(protocol.order().mode()).isEqualTo(OrderMode.MODULAR);
    assertThat(protocol.elements())
        .extracting(Element::key)
        .containsExactly("reach-out", "offer-and-ask", "thank");
    assertThat(protocol.elements()).extracting(Element::title).contains("Offer, and ask");
    assertThat(protocol.elements()).allMatch(Element::isRepeatable);
    assertThat(protocol.rules())
        .extracting(rule -> rule.id() + " " + rule.a() + " " + rule.b() + " " + rule.count())
        .containsExactly(
            "init-1 [begin:reach-out] [] 1",
            "response-2 [begin:reach-out] [begin:offer-and-ask] 1",
            "precedence-3 [begin:offer-and-ask] [begin:thank] 1",
            "existence-4 [begin:reach-out] [] 2",
            "absence-5 [begin:thank] [] 3",
            "exactly-6 [begin:thank] [] 1",
            "not-chain-precedence-7 [begin:thank] [begin:reach-out] 1");
    assertThat(protocol.rules()).extracting(Rule::source).allMatch(source -> !source.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Existence, existence, 1",
    "Existence3, existence, 3",
    "AtLeastTwo, existence, 2",
    "Participation, existence, 1",
    "Absence, absence, 1",
    "Absence2, absence, 2",
    "AtMost1, absence, 2",
    "AtMostOne, absence, 2",
    "Uniqueness, absence, 2",
    "ExactlyOne, exactly, 1",
    "End, end, 1"
  })
  void knows_what_templates_of_one_task_are_called_elsewhere(
      String name, String template, int count) throws IOException {
    Rule rule = read(imported("activity a\n" + name + "[a]\n")).rules().get(0);

    assertThat(rule.template().wireName()).isEqualTo(template);
    assertThat(rule.count()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "Choice, choice",
    "Exclusive Choice, exclusive-choice",
    "Responded Existence, responded-existence",
    "CoExistence, co-existence",
    "Co-Existence, co-existence",
    "AlternateResponse, alternate-response",
    "Chain Response, chain-response",
    "Alternate Precedence, alternate-precedence",
    "ChainPrecedence, chain-precedence",
    "Succession, succession",
    "Alternate Succession, alternate-succession",
    "Chain Succession, chain-succession",
    "Not Co-Existence, not-co-existence",
    "Not Responded Existence, not-responded-existence",
    "NotSuccession, not-succession",
    "Not Response, not-response",
    "Not Precedence, not-precedence",
    "Not Chain Succession, not-chain-succession",
    "Not Chain Response, not-chain-response"
  })
  void knows_what_templates_of_two_tasks_are_called_elsewhere(String name, String template)
      throws IOException {
    Rule rule = read(imported("activity a\nactivity b\n" + name + "[a, b] | | |\n")).rules().get(0);

    assertThat(rule.template().wireName()).isEqualTo(template);
  }

  @ParameterizedTest
  @EnumSource
  void knows_every_template_by_its_own_name(Template template) throws IOException {
    String tasks = template.isBinary() ? "[a, b]" : "[a]";

    Rule rule =
        read(imported("activity a\nactivity b\n" + template.wireName() + tasks + "\n"))
            .rules()
            .get(0);

    assertThat(rule.template()).isEqualTo(template);
  }

  @Test
  void lists_what_a_protocol_cannot_say() throws IOException {
    Run run =
        imported(
            """
            activity a
            activity b
            bind a: amount
            amount: integer between 0 and 10
            Response[a, b] |A.amount > 5 | |
            Response[b, a] | | |0,3,d
            """);

    assertThat(run.status()).isEqualTo(1);
    assertThat(read(run).rules()).extracting(Rule::id).containsExactly("response-1");
    assertThat(run.err().replace(folder + "/", ""))
        .isEqualTo(
            """
            model.decl: line 3: data of a task is left out
            model.decl: line 4: an attribute is left out
            model.decl: line 5: a constraint is left out because of its condition on data
            model.decl: line 6: a condition on time is left out of a constraint that is kept
            """);
  }

  @Test
  void reads_a_model_of_minerful() throws IOException {
    Path file =
        file(
            "found.json",
            """
            {"name":"found","tasks":["Begrüßen","Danken","danken"],
             "constraints":[
               {"template":"AtMostOne","parameters":[["Begrüßen"]],"support":1.0},
               {"template":"Response","parameters":[["Begrüßen"],["Danken","danken"]]}]}
            """);

    Run run = Run.of("import", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(file + ": /constraints: support and other measures are left out\n");
    assertThat(read(run).elements())
        .extracting(Element::key)
        .containsExactly("begru-en", "danken", "danken-2");
    assertThat(read(run).rules().get(1).b()).containsExactly("begin:danken", "begin:danken-2");
  }

  @Test
  void names_everything_that_is_wrong_with_a_model() throws IOException {
    Run run =
        imported(
            """
            activity a
            what is this
            Sometimes[a]
            Response[a]
            Response[a, b]
            Init2[a]
            """);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(folder + "/", ""))
        .isEqualTo(
            """
            model.decl: the model cannot be used, it has 5 problems
            model.decl: line 2: is neither an activity, a binding, an attribute nor a constraint
            model.decl: line 3: there is no template Sometimes
            model.decl: line 4: this template is about two tasks
            model.decl: line 5: no activity b is declared
            model.decl: line 6: there is no template Init2
            """);
  }

  @Test
  void says_when_a_model_makes_no_protocol() throws IOException {
    Run run = imported("activity a\nExistence[a]\nAbsence[a]\n");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("No conversation can satisfy the rules existence-1, absence-2 together.");
    assertThat(imported("").err()).contains("there is no task in it");
  }

  @Test
  void says_when_a_file_cannot_be_read() throws IOException {
    Path latin =
        Files.write(folder.resolve("latin.decl"), "é".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Run.of("import", "no-such.decl").err())
        .isEqualTo("no-such.decl: there is no such file or directory\n");
    assertThat(Run.of("import", latin.toString()).err())
        .isEqualTo(latin + ": this is no text in UTF-8\n");
    assertThat(Run.of("import", folder.toString()).status()).isEqualTo(2);
    assertThat(imported("{\"constraints\":[").err()).contains("is no JSON, or breaks off");
    assertThat(imported("{\"tasks\":[]}").err()).contains("an array of constraints is expected");
    assertThat(Run.of("import").status()).isEqualTo(2);
  }
}
