package org.peersupport.workbench.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.peersupport.analysis.FindingKind;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Template;

/**
 * What each book shows and names is there: Java that is compiled, what it prints, links, names.
 * {@code BooksIT} runs the commands. With -Dgolden.update=true Java and what it prints are written
 * into the book.
 */
class BooksTest {
  private static final Path SNIPPETS =
      Path.of("src/test/java/org/peersupport/workbench/books/snippets");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern NAME =
      Pattern.compile(
          "`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)((?:\\.[A-Za-z0-9]+)*)(?:\\([^`]*\\))?`");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z-]+)  ");
  private static final Pattern MODULE = Pattern.compile("<artifactId>([^<]+)</artifactId>");
  private static final Pattern ARTIFACT = Pattern.compile("(?m)^\\| `(peersupport-[a-z-]+)` \\|");
  private static final Pattern FOLDERS = Pattern.compile(" -pl ([a-z/,-]+)");

  /** Types that the books name and others make. */
  private static final Set<String> OF_OTHERS = Set.of("ObjectMapper", "OurAdapter", "ContractTest");

  private static Stream<DynamicTest> each(ThrowingConsumer check) throws IOException {
    return Book.all().stream()
        .map(book -> DynamicTest.dynamicTest(book.name(), () -> check.accept(book)));
  }

  private interface ThrowingConsumer {
    void accept(Book book) throws Exception;
  }

  @Test
  void the_first_is_short_and_has_the_two_commands() throws IOException {
    assertThat(Files.readAllLines(Book.root().resolve("README.md")))
        .hasSizeLessThanOrEqualTo(200)
        .contains("mvn -q compile exec:java -pl examples/quickstart -am", "mvn verify");
  }

  @Test
  void name_every_code() throws IOException {
    assertThat(guide("refusals-and-remedies"))
        .contains(codes(RefusalCode.values(), RefusalCode::wireName));
    assertThat(guide("writing-a-protocol"))
        .contains(codes(ProblemCode.values(), ProblemCode::wireName))
        .contains(codes(Template.values(), Template::wireName));
    assertThat(guide("verifying-and-comparing"))
        .contains(codes(FindingKind.values(), FindingKind::wireName));
  }

  private static String guide(String name) throws IOException {
    return Files.readString(Book.root().resolve("core/docs/" + name + ".md"));
  }

  private static <T> List<String> codes(T[] values, Function<T, String> code) {
    return Stream.of(values).map(value -> "`" + code.apply(value) + "`").toList();
  }

  @Test
  void name_every_command() throws IOException {
    Book page = Book.at(Book.root().resolve("examples/workbench/README.md"));
    List<String> commands =
        all(COMMAND, page.blocks().get(2).text()).filter(name -> !name.equals("help")).toList();
    String first = Files.readString(Book.root().resolve("README.md"));

    assertThat(commands)
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(page.prose()).containsPattern("(?m)^### .*`" + name))
        .allSatisfy(name -> assertThat(first).contains("`" + name + "`"));
  }

  @TestFactory
  Stream<DynamicTest> show_nothing_that_is_not_tested() throws IOException {
    return each(
        book -> {
          for (Block block : book.blocks()) {
            assertThat(isTested(block)).as("%s:%d", book.name(), block.line()).isTrue();
          }
        });
  }

  private static boolean isTested(Block block) {
    return switch (block.mark()) {
      case "by hand" -> block.text().lines().allMatch(BooksTest::isOfTheBuild);
      case "code" -> block.language().equals("java");
      case "dependency" -> block.language().equals("xml");
      case "output", "prints", "file" -> true;
      default -> block.isRun();
    };
  }

  /** What builds, fuzzes or measures cannot run within a test of the build. */
  private static boolean isOfTheBuild(String line) {
    return line.matches("(JAZZER_FUZZ=1 )?mvn .*")
        || line.matches("java .*examples/benchmarks/target/benchmarks\\.jar.*")
        || line.startsWith("    ");
  }

  @TestFactory
  Stream<DynamicTest> show_java_that_is_compiled_and_what_it_prints() throws IOException {
    return each(
        book -> {
          for (Block block : book.blocks()) {
            if (block.mark().equals("code")) {
              compare(book, block, snippet(block.argument()));
            } else if (block.mark().equals("prints")) {
              compare(book, block, printed(block.argument()));
            }
          }
          book.write();
        });
  }

  private static void compare(Book book, Block block, String expected) {
    if (Boolean.getBoolean("golden.update")) {
      book.show(block, expected);
    } else {
      assertThat(block.text()).as("%s:%d", book.name(), block.line()).isEqualTo(expected);
    }
  }

  /** What stands between the marks of a compiled file. */
  private static String snippet(String name) throws IOException {
    String source = Files.readString(SNIPPETS.resolve(name + ".java"));
    String marked = source.replaceFirst("(?s).*// book:start\n(.*?) *// book:end.*", "$1");
    return marked.stripTrailing().stripIndent() + "\n";
  }

  private static String printed(String name) throws ReflectiveOperationException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, UTF_8));
    try {
      Class<?> program = Class.forName(BooksTest.class.getPackageName() + ".snippets." + name);
      Method run = program.getDeclaredMethod("run");
      run.setAccessible(true);
      run.invoke(null);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> link_to_what_is_there() throws IOException {
    return each(
        book -> {
          Matcher links = LINK.matcher(book.prose());
          while (links.find()) {
            String link = links.group(1);
            if (!link.matches("(https?|mailto):.*")) {
              assertThat(isThere(book, link)).as("%s links to %s", book.name(), link).isTrue();
            }
          }
        });
  }

  private static boolean isThere(Book book, String link) throws IOException {
    String path = link.replaceFirst("#.*", "");
    Path file = path.isEmpty() ? book.file() : book.file().resolveSibling(path).normalize();
    return Files.exists(file)
        && (!link.contains("#")
            || Book.at(file).anchors().contains(link.substring(link.indexOf('#') + 1)));
  }

  @TestFactory
  Stream<DynamicTest> name_modules_that_there_are() throws IOException {
    Set<String> modules = files("pom.xml").map(BooksTest::module).collect(Collectors.toSet());
    return each(
        book ->
            assertThat(
                    book.blocks().stream()
                        .filter(block -> block.mark().equals("dependency"))
                        .flatMap(block -> all(MODULE, block.text())))
                .isSubsetOf(modules));
  }

  @Test
  void list_every_artifact() throws IOException {
    List<String> artifacts =
        files("pom.xml")
            .filter(pom -> !Book.root().relativize(pom).startsWith("examples"))
            .filter(pom -> !read(pom).contains("<packaging>pom</packaging>"))
            .map(BooksTest::module)
            .toList();

    assertThat(all(ARTIFACT, Files.readString(Book.root().resolve("README.md"))))
        .containsExactlyInAnyOrderElementsOf(artifacts);
  }

  @TestFactory
  Stream<DynamicTest> build_folders_that_there_are() throws IOException {
    return each(
        book ->
            assertThat(all(FOLDERS, book.text()).flatMap(list -> Stream.of(list.split(","))))
                .allSatisfy(
                    folder -> assertThat(Book.root().resolve(folder + "/pom.xml")).exists()));
  }

  /** The artifact of a module; the one named before it is its parent's. */
  private static String module(Path pom) {
    return all(MODULE, read(pom)).limit(2).reduce((parent, own) -> own).orElseThrow();
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }

  @TestFactory
  Stream<DynamicTest> name_types_and_methods_that_there_are() throws IOException {
    Map<String, Path> types =
        files(".java")
            .collect(
                Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""),
                    Function.identity(),
                    (one, other) -> one));
    return each(
        book ->
            assertThat(NAME.matcher(book.prose()).results().flatMap(it -> missing(types, it)))
                .as(book.name())
                .isEmpty());
  }

  private static Stream<String> missing(Map<String, Path> types, MatchResult name) {
    Path file = types.get(name.group(1));
    if (file == null) {
      return OF_OTHERS.contains(name.group(1)) ? Stream.empty() : Stream.of(name.group());
    }
    String source = read(file);
    return Optional.of(name.group(2)).stream()
        .flatMap(members -> List.of(members.split("\\.")).stream())
        .filter(member -> !Pattern.compile("\\b" + member + "\\b").matcher(source).find())
        .map(member -> name.group());
  }

  private static Stream<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(Book.root())) {
      return all
          .filter(file -> file.toString().endsWith(ending) && !file.toString().contains("/target/"))
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
