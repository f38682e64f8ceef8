package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences for people in the language that is asked for. */
class LanguageTest {
  private static final String OPEN =
      "{\"session\":\"s-1\",\"at\":\"2026-03-02T09:00:00Z\",\"by\":\"sup-1\",\"do\":\"open\","
          + "\"protocol\":\"ama-six-elements\",\"supporter\":{\"id\":\"sup-1\"},"
          + "\"peer\":{\"id\":\"peer-1\"}}\n";
  private static final String SKIP =
      "{\"session\":\"s-1\",\"at\":\"2026-03-02T09:01:00Z\",\"by\":\"sup-1\",\"do\":\"begin\","
          + "\"element\":\"invite-and-listen\"}\n";
  private static final String GERMAN =
      "Sie können noch nicht „Invite and listen“ beginnen. Ein notwendiges Element kommt zuerst."
          + " Als Nächstes: „Reach out“ beginnen.";
  private static final String ENGLISH =
      "You cannot begin 'Invite and listen' yet. A required element comes first. Next: begin 'Reach"
          + " out'.";

  private static final Pattern COMMAND = Pattern.compile("^  ([a-z-]+)  ");
  private static final String TRANSLATED =
      "{\"format\":\"peersupport/protocol\",\"version\":1,\"id\":\"p\",\"release\":\"1\","
          + "\"title\":\"A talk\",\"source\":\"s\",\"elements\":[{\"key\":\"hear\","
          + "\"title\":\"Hear them\",\"purpose\":\"p\",\"need\":\"required\"}],"
          + "\"translations\":{\"de\":{\"title\":\"Ein Gespräch\",\"elements\":{\"hear\":"
          + "{\"title\":\"Zuhören\"}}}}}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"de,true", "de-AT,true", "DE,true", "fr,false", "en,false", "und,false"})
  void guide_refuses_in_the_language_if_it_is_there(String tag, boolean isGerman) {
    Run run = Run.on(OPEN + SKIP, "guide", "--language", tag);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.answers().get(1).path("explanation").asText())
        .isEqualTo(isGerman ? GERMAN : ENGLISH);
  }

  /** What picocli reads instead of the guide itself means the same. */
  @Test
  void guide_takes_the_option_in_any_form() {
    assertThat(Run.on(OPEN + SKIP, "guide", "--language=de"))
        .isEqualTo(Run.on(OPEN + SKIP, "guide", "--language", "de"));
  }

  @Test
  void guide_keeps_a_log_that_knows_no_language() throws IOException {
    String german = folder.resolve("german").toString();
    String english = folder.resolve("english").toString();
    Run.on(OPEN + SKIP, "guide", "--language", "de", "--log", german);
    Run.on(OPEN + SKIP, "guide", "--log", english);

    assertThat(Files.readString(Path.of(german))).isEqualTo(Files.readString(Path.of(english)));
  }

  @Test
  void show_tells_a_protocol_in_the_language() {
    Run german = Run.of("show", "ama-six-elements", "--text", "--language", "de");

    assertThat(german.status()).isZero();
    assertThat(german.err()).isEmpty();
    assertThat(german.out())
        .contains("Was Sie tun müssen\n------------------\n")
        .contains("Im Gespräch muss mindestens einmal vorkommen: das Angebot einer Hilfe.");
    assertThat(Run.of("show", "ama-six-elements", "--text", "--language", "qq"))
        .isEqualTo(Run.of("show", "ama-six-elements", "--text"));
  }

  @Test
  void show_uses_the_words_of_the_document() throws IOException {
    Path ward =
        Files.writeString(
            folder.resolve("ward.json"),
            "{\"id\":\"ward\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"Our ward\",\"translations\":{\"de\":{\"title\":\"Unsere Station\","
                + "\"elements\":{\"reach-out\":{\"title\":\"Ansprechen\"}}}}}");

    Run german = Run.of("show", ward.toString(), "--text", "--language", "de");

    assertThat(german.out())
        .startsWith("Unsere Station\n==============\n")
        .contains("„Ansprechen“, „Invite and listen“");
    assertThat(Run.of("show", ward.toString(), "--text").out())
        .startsWith("Our ward\n========\n")
        .doesNotContain("Ansprechen");
  }

  @Test
  void draw_shows_titles_and_demands_in_the_language() throws IOException {
    Path ward =
        Files.writeString(
            folder.resolve("ward.json"),
            "{\"id\":\"ward\",\"release\":\"1\",\"extends\":\"ama-six-elements@1.0.0\","
                + "\"title\":\"Our ward\",\"translations\":{\"de\":{"
                + "\"elements\":{\"reach-out\":{\"title\":\"Ansprechen\"}}}}}");

    String german =
        Run.of("draw", ward.toString(), "--format", "mermaid", "--language", "de").out();

    assertThat(german)
        .contains("Ansprechen", "Im Gespräch muss mindestens einmal vorkommen")
        .doesNotContain("Reach out");
    assertThat(Run.of("draw", ward.toString(), "--format", "mermaid").out())
        .contains("Reach out")
        .doesNotContain("Ansprechen");
  }

  /** The document has every language in it, so that it is the same in each. */
  @Test
  void show_prints_the_same_document_in_any_language() {
    assertThat(Run.of("show", "rise", "--language", "de")).isEqualTo(Run.of("show", "rise"));
  }

  @Test
  void audit_explains_violations_in_the_language() throws IOException {
    String log = folder.resolve("log").toString();
    Run.on(OPEN, "guide", "--log", log);
    Files.writeString(
        Path.of(log),
        "{\"session\":\"s-1\",\"seq\":2,\"at\":\"2026-03-02T09:01:00Z\",\"by\":\"sup-1\","
            + "\"type\":\"element-begun\",\"element\":\"invite-and-listen\"}\n",
        java.nio.file.StandardOpenOption.APPEND);
    String german = "Ein notwendiges Element davor hatte noch nicht begonnen.";

    assertThat(
            Run.of("audit", "--language", "de", log)
                .answers()
                .get(0)
                .at("/violations/0/explanation")
                .asText())
        .isEqualTo(german);
    assertThat(Run.of("audit", "--text", "--language", "de", log).out()).contains(german);
    assertThat(Run.of("audit", log).out())
        .contains("A required element before this one had not begun.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de_DE", "", "not a tag", "d", "de-"})
  void an_ill_formed_tag_is_bad_usage(String tag) {
    for (List<String> command :
        List.of(
            List.of("guide"),
            List.of("show", "ama-six-elements", "--text"),
            List.of("draw", "ama-six-elements", "--format", "svg"),
            List.of("audit", "-"))) {
      String[] arguments = new String[command.size() + 2];
      command.toArray(arguments);
      arguments[command.size()] = "--language";
      arguments[command.size() + 1] = tag;
      Run run = Run.of(arguments);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              "peersupport "
                  + command.get(0)
                  + ": Invalid value for option '--language': a BCP 47 tag is expected, such as"
                  + " 'de' or 'pt-BR'. 'peersupport "
                  + command.get(0)
                  + " --help' explains.\n");
    }
  }

  @Test
  void a_language_without_a_tag_is_bad_usage() {
    Run run = Run.of("guide", "--language");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("--language");
  }

  @Test
  void verify_explains_in_the_language() {
    Run german = Run.of("verify", "ama-six-elements", "--language", "de");

    assertThat(german.answers().get(0).at("/findings/0/explanation").asText())
        .startsWith("Niemand muss darauf antworten: ")
        .endsWith("(elevated-concern-met).");
  }

  @Test
  void diff_explains_in_the_language() {
    Run german = Run.of("diff", "ama-six-elements", "rise", "--language", "de");

    assertThat(german.answers().get(0).at("/disagreements/0/explanation").asText())
        .contains("lässt zu: ", " lehnt ab: ", "Eine Zuordnung kann sagen, was es ist.");
  }

  @Test
  void tables_have_the_titles_of_the_language() throws IOException {
    String protocol = folder.resolve("protocol.json").toString();
    Files.writeString(Path.of(protocol), TRANSLATED);

    for (String[] command :
        List.of(
            new String[] {"simulate", protocol, "--sessions", "50", "--seed", "1"},
            new String[] {"analyse", protocol},
            new String[] {"compare", protocol, "rise", "--sessions", "50", "--seed", "1"})) {
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(List.of("--behaviour", "plain", "--text", "--language", "de"));
      assertThat(Run.of(words.toArray(new String[0])).out())
          .contains("Zuhören", "Ein Gespräch")
          .doesNotContain("Hear them");
    }
  }

  /** A script may give it to every call. */
  @ParameterizedTest
  @MethodSource("commands")
  void every_command_takes_the_option(String command) {
    assertThat(Run.of((command + " --language de --help").split(" ")).status()).isEqualTo(0);
    assertThat(Run.of((command + " --language x--y").split(" ")).err())
        .contains("a BCP 47 tag is expected");
  }

  static List<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String line : Run.of("--help").out().lines().toList()) {
      Matcher name = COMMAND.matcher(line);
      if (name.find() && !List.of("help", "ledger").contains(name.group(1))) {
        commands.add(name.group(1));
      }
    }
    assertThat(commands).hasSizeGreaterThan(15);
    commands.addAll(List.of("ledger append", "ledger verify", "ledger erase"));
    return commands;
  }
}
