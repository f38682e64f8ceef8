package org.peersupport.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peersupport.api.PublicApiTest.Artifact;

/**
 * A caller who compiles with all warnings as errors, against the built jars and what they need at
 * run time: no public type may bring a warning, such as one of an annotation that is not there.
 */
class CallersProofIT {
  @TempDir private Path folder;

  @Test
  void a_caller_with_all_warnings_meets_none_of_ours() throws Exception {
    Path caller = folder.resolve("Caller.java");
    Files.writeString(caller, caller());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] options = {
      "--release",
      "17",
      "-Xlint:all",
      "-Werror",
      "-proc:none",
      "-d",
      folder.toString(),
      "-classpath",
      classPath(),
      caller.toString()
    };

    int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, options);

    assertThat(said.toString(UTF_8)).isEmpty();
    assertThat(code).isZero();
  }

  /** A class with a method for each public type. */
  private static String caller() {
    return Stream.of(Artifact.values())
        .flatMap(artifact -> artifact.api().types().stream())
        .map(type -> "  Class<?> call(" + name(type) + " it) { return it.getClass(); }\n")
        .collect(Collectors.joining("", "final class Caller {\n", "}\n"));
  }

  private static String name(Class<?> type) {
    int parameters = type.getTypeParameters().length;
    String any = Stream.generate(() -> "?").limit(parameters).collect(Collectors.joining(", "));
    return type.getCanonicalName() + (parameters == 0 ? "" : "<" + any + ">");
  }

  private static String classPath() {
    Stream<Class<?>> needed =
        Stream.of(org.slf4j.Logger.class, JsonFactory.class, JsonInclude.class, ObjectMapper.class);
    return Stream.concat(Stream.of(Artifact.values()).map(Artifact::type), needed)
        .map(CallersProofIT::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
