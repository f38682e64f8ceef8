package org.peersupport.workbench.books;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown file of the project, with the blocks in it. */
final class Book {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(?:<!-- ([a-z ]+)(?:: ([^\n]+))? -->\n)?```([a-z]*)\n(.*?)^```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private final Path file;
  private final String text;
  private final Map<Block, String> anew = new HashMap<>();

  private Book(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static Book at(Path file) throws IOException {
    return new Book(file, Files.readString(file));
  }

  /** The README, and every page of the folders that hold guides. */
  static List<Book> all() throws IOException {
    List<Path> files = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    for (String folder : List.of(".github", "core/docs", "adapters-json/docs", "examples")) {
      try (Stream<Path> inside = Files.walk(ROOT.resolve(folder), 2)) {
        inside
            .filter(path -> path.toString().endsWith(".md") && !path.toString().contains("target"))
            .sorted()
            .forEach(files::add);
      }
    }
    List<Book> books = new ArrayList<>();
    for (Path each : files) {
      if (!each.getParent().endsWith("decisions")) {
        books.add(at(each));
      }
    }
    return books;
  }

  static Path root() {
    return ROOT;
  }

  Path file() {
    return file;
  }

  /** Its path from the top of the project. */
  String name() {
    return ROOT.relativize(file).toString();
  }

  String text() {
    return text;
  }

  /** Its text without the blocks. */
  String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(text);
    while (found.find()) {
      int line = (int) text.substring(0, found.start(3)).lines().count();
      blocks.add(
          new Block(
              line,
              found.group(1) == null ? "" : found.group(1),
              found.group(2) == null ? "" : found.group(2),
              found.group(3),
              found.group(4),
              found.start(4)));
    }
    return blocks;
  }

  /** The places in it that a link can lead to, as they are named where the books are read. */
  Set<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map(heading -> anchor(heading.group(1)))
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }

  /** Remembers what a block has to show. */
  void show(Block block, String shown) {
    anew.put(block, shown);
  }

  /** Writes the book, if a block has to show something else. */
  void write() throws IOException {
    StringBuilder whole = new StringBuilder();
    int written = 0;
    for (Block block : blocks()) {
      whole.append(text, written, block.from()).append(anew.getOrDefault(block, block.text()));
      written = block.from() + block.text().length();
    }
    whole.append(text.substring(written));
    if (!whole.toString().equals(text)) {
      Files.writeString(file, whole);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
