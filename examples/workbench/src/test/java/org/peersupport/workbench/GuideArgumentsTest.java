package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class GuideArgumentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "p.json",
        "p.json q.json",
        "--log x",
        "--log x --sync",
        "--sync --log x",
        "p.json --log x q.json",
        "--language de",
        "p.json --language pt-BR --log x --sync",
        "p.json --sync q.json --log x r.json"
      })
  void reads_plain_arguments_as_picocli_does(String line) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());
    GuideCommand command = new GuideCommand(console);
    new CommandLine(command).parseArgs(words(line).toArray(new String[0]));

    assertThat(GuideArguments.parse(words(line))).contains(command.arguments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sync",
        "--log",
        "--log --sync",
        "--log x --log y",
        "--log=x",
        "--sync --sync --log x",
        "--help",
        "-V",
        "-- p.json",
        "--language",
        "--language de_DE",
        "--language=de",
        "--language de --language fr",
        "'p.json'"
      })
  void leaves_everything_else_to_picocli(String line) {
    assertThat(GuideArguments.parse(words(line))).isEmpty();
  }

  private static List<String> words(String line) {
    return Pattern.compile(" ").splitAsStream(line).filter(word -> !word.isEmpty()).toList();
  }
}
