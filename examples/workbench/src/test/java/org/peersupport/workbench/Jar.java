package org.peersupport.workbench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The finished jar as a process of its own. */
final class Jar {
  private Jar() {}

  /** It ends soon, so the quick compiler alone is enough. */
  static ProcessBuilder command(String... arguments) {
    return command(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), arguments);
  }

  static ProcessBuilder command(List<String> ofJava, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(ofJava);
    words.addAll(List.of("-jar", System.getProperty("peersupport.jar")));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectError(Redirect.INHERIT);
  }

  static Process start(String... arguments) throws IOException {
    return command(arguments).start();
  }
}
