package org.peersupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The simple names of types, nested ones too: each stands for one type of its module, so that a
 * reader who has met a name knows what it means.
 */
class UniqueNamesTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  @Test
  void a_simple_name_stands_for_one_type_of_a_module() throws IOException {
    List<Path> modules = modules();

    assertThat(modules).hasSizeGreaterThanOrEqualTo(5);
    for (Path module : modules) {
      Map<String, SortedSet<String>> types = types(module);
      types.values().removeIf(named -> named.size() == 1);
      assertThat(types).as("names that stand for several types of %s", module).isEmpty();
    }
  }

  /** The folders of all modules of the build that have code. */
  private static List<Path> modules() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (Files.exists(root.resolveSibling("pom.xml"))) {
      root = root.getParent();
    }
    try (Stream<Path> folders = Files.find(root, 4, (path, file) -> file.isDirectory())) {
      return folders.filter(folder -> Files.isDirectory(folder.resolve(SOURCES))).sorted().toList();
    }
  }

  /** By simple name: the types that have it, each with the file it stands in. */
  private static Map<String, SortedSet<String>> types(Path module) throws IOException {
    Map<String, SortedSet<String>> types = new TreeMap<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(module.resolve(SOURCES));
        StandardJavaFileManager sources = compiler.getStandardFileManager(null, null, null)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask parser =
          (JavacTask)
              compiler.getTask(
                  null, sources, null, null, null, sources.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : parser.parse()) {
        String file = module.relativize(Path.of(unit.getSourceFile().toUri())).toString();
        unit.accept(new Declarations(types, file), "");
      }
    }
    types.remove("");
    return types;
  }

  /** Notes the types that a file declares; anonymous ones under an empty name. */
  private static final class Declarations extends TreeScanner<Void, String> {
    private final Map<String, SortedSet<String>> types;
    private final String file;

    Declarations(Map<String, SortedSet<String>> types, String file) {
      this.types = types;
      this.file = file;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      String name = type.getSimpleName().toString();
      String path = outer + "/" + name;
      types.computeIfAbsent(name, key -> new TreeSet<>()).add(file + path);
      return super.visitClass(type, path);
    }
  }
}
