package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a vendor to write is Java. */
class ReadmeTest {
  private static final String CARE =
      "class AcmeCare { String answer(String line) { return line; } }\n";

  @TempDir Path folder;

  private static String block(String mark) throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    assertThat(readme).contains(mark);
    String start = "```java\n";
    int from = readme.indexOf(start, readme.indexOf(mark)) + start.length();
    return readme.substring(from, readme.indexOf("```", from));
  }

  /** Class path and module path alike: the code of a vendor need not be a module. */
  private static String path() {
    List<String> paths =
        Stream.of("java.class.path", "jdk.module.path")
            .map(name -> System.getProperty(name, ""))
            .filter(path -> !path.isEmpty())
            .toList();
    return String.join(System.getProperty("path.separator"), paths);
  }

  @Test
  void its_test_for_vendors_compiles() throws IOException {
    Path code =
        Files.writeString(folder.resolve("ContractTest.java"), block("<!-- junit-code -->"));
    Path care = Files.writeString(folder.resolve("AcmeCare.java"), CARE);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  told,
                  files,
                  null,
                  List.of("-proc:none", "-cp", path(), "-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(code, care))
              .call();

      assertThat(done).as(told.toString()).isTrue();
    }
  }
}
