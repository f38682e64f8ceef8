package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The vectors as tests of a vendor's own build. */
class CertificationTestsTest {
  private static final TestVectors ONE =
      Suites.read(
          Suites.headed(
              "{\"vector\":\"one\",\"needs\":[\"witness\"],\"send\":{\"session\":\"s-1\"},"
                  + "\"expect\":{\"outcome\":\"accepted\",\"status\":\"open\"}}",
              1));

  /** As a vendor writes it, with the library as the adapter. */
  @TestFactory
  Stream<DynamicTest> keeps_to_the_contract() {
    TestProtocol protocol = TestProtocol.ofTemplate("response");
    return CertificationTests.of(
        Suites.of(protocol), Capabilities.all(), new Engine(List.of(protocol.document())));
  }

  @Test
  void a_vector_that_fails_is_a_test_that_fails_and_says_where() {
    try (Stream<DynamicTest> tests = tests(Capabilities.all(), "paused")) {
      DynamicTest test = tests.findFirst().orElseThrow();

      assertThat(test.getDisplayName()).isEqualTo("one");
      assertThatThrownBy(() -> test.getExecutable().execute())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("\"step\":1,\"line\":1")
          .hasMessageContaining("\"got\":{\"status\":\"paused\"}");
    }
  }

  @Test
  void a_vector_that_needs_what_is_not_claimed_is_aborted() {
    try (Stream<DynamicTest> tests = tests(Capabilities.of(), "open")) {
      assertThatThrownBy(() -> tests.findFirst().orElseThrow().getExecutable().execute())
          .isInstanceOf(TestAbortedException.class)
          .hasMessageContaining("Not claimed: witness.");
    }
  }

  private static Stream<DynamicTest> tests(Capabilities claimed, String status) {
    Map<String, String> answers =
        Map.of("s-1", "{\"outcome\":\"accepted\",\"status\":\"" + status + "\"}");
    return CertificationTests.of(ONE, claimed, new Scripted(answers));
  }

  @Test
  void closing_the_tests_closes_the_subject() {
    Scripted subject = new Scripted(Map.of());

    CertificationTests.of(ONE, Capabilities.all(), subject).close();

    assertThat(subject.isClosed()).isTrue();
  }

  /** Every other class of the package can be loaded and linked where there is no JUnit. */
  @Test
  void without_junit_everything_else_works() throws Exception {
    Path classes = Path.of("target", "classes");
    Path folder = classes.resolve("org/peersupport/json/certification");
    try (URLClassLoader bare = withoutJunit()) {
      for (String file : List.of(folder.toFile().list())) {
        String name = "org.peersupport.json.certification." + file.replace(".class", "");
        if (file.endsWith(".class") && !file.startsWith("CertificationTests")) {
          assertThat(Class.forName(name, true, bare).getDeclaredMethods()).as(name).isNotNull();
        }
      }
      Class<?> tests =
          Class.forName("org.peersupport.json.certification.CertificationTests", false, bare);
      assertThatThrownBy(tests::getDeclaredMethods)
          .isInstanceOf(NoClassDefFoundError.class)
          .hasMessageContaining("org/junit");
    }
  }

  private static URLClassLoader withoutJunit() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("junit") && !entry.contains("opentest4j")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    for (String entry : System.getProperty("jdk.module.path", "").split(File.pathSeparator, -1)) {
      if (!entry.isEmpty() && !entry.contains("junit") && !entry.contains("opentest4j")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
