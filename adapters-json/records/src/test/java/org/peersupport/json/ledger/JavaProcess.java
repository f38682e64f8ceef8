package org.peersupport.json.ledger;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of these tests as a process of its own. */
final class JavaProcess {
  private JavaProcess() {}

  /** How to run it; it begins as quickly as it can. */
  static ProcessBuilder of(Class<?> program, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(arguments);
    return new ProcessBuilder(words).redirectError(Redirect.INHERIT);
  }
}
