package org.peersupport.workbench.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of each book, run in their order with the finished jar, print what the book shows.
 * With -Dgolden.update=true what they print is written into the book.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the books speak to a POSIX shell")
class BooksIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path parent;

  @TestFactory
  Stream<DynamicTest> print_what_they_show() throws IOException {
    return Book.all().stream()
        .filter(book -> book.blocks().stream().anyMatch(Block::isRun))
        .map(book -> DynamicTest.dynamicTest(book.name(), () -> run(book)));
  }

  private void run(Book book) throws Exception {
    try (Shell shell = new Shell(Files.createTempDirectory(parent, "book"))) {
      run(book, shell);
    }
    book.write();
  }

  private static void run(Book book, Shell shell) throws Exception {
    Shell.Ran ran = new Shell.Ran(0, "", "");
    for (Block block : book.blocks()) {
      String place = book.name() + ":" + block.line();
      if (block.isRun()) {
        ran = shell.run(block.text());
        assertThat(ran.exit())
            .as("%s leaves this status%n%s", place, ran.told())
            .isEqualTo(block.exit());
      } else if (block.mark().equals("file")) {
        shell.save(block.argument(), block.text());
      } else if (block.mark().equals("output") && block.argument().equals("members")) {
        compareMembers(place, block.text().lines().toList(), ran.output().lines().toList());
      } else if (block.mark().equals("output") && block.argument().equals("parts")) {
        compareParts(place, block.text().lines().toList(), ran.output().lines().toList());
      } else if (block.mark().equals("output")) {
        compare(book, block, place, ran.output());
      }
    }
  }

  private static void compare(Book book, Block block, String place, String printed) {
    String whole = printed.isEmpty() || printed.endsWith("\n") ? printed : printed + "\n";
    if (Boolean.getBoolean("golden.update")) {
      book.show(block, whole);
    } else {
      assertThat(whole).as(place).isEqualTo(block.text());
    }
  }

  /** Lines of JSON of which the book leaves members out. */
  private static void compareMembers(String place, List<String> shown, List<String> printed)
      throws IOException {
    assertThat(printed).as(place).hasSameSizeAs(shown);
    for (int i = 0; i < shown.size(); i++) {
      JsonNode line = JSON.readTree(printed.get(i));
      for (Map.Entry<String, JsonNode> member : JSON.readTree(shown.get(i)).properties()) {
        assertThat(line.get(member.getKey()))
            .as("%s, %s of line %d", place, member.getKey(), i + 1)
            .isEqualTo(member.getValue());
      }
    }
  }

  /**
   * Lines of JSON of which the book leaves parts out. An object shows some of its members. A "…"
   * stands for any value, and as the last entry of an array for any more entries.
   */
  private static void compareParts(String place, List<String> shown, List<String> printed)
      throws IOException {
    assertThat(printed).as(place).hasSameSizeAs(shown);
    for (int i = 0; i < shown.size(); i++) {
      comparePart(
          "%s, line %d".formatted(place, i + 1),
          JSON.readTree(shown.get(i)),
          JSON.readTree(printed.get(i)));
    }
  }

  private static void comparePart(String place, JsonNode shown, JsonNode printed) {
    if (isAny(shown)) {
      return;
    }
    assertThat(printed.getNodeType()).as(place).isEqualTo(shown.getNodeType());
    if (shown.isObject()) {
      for (Map.Entry<String, JsonNode> member : shown.properties()) {
        String here = place + "/" + member.getKey();
        JsonNode value = printed.get(member.getKey());
        assertThat(value).as(here).isNotNull();
        comparePart(here, member.getValue(), value);
      }
    } else if (shown.isArray()) {
      boolean hasMore = !shown.isEmpty() && isAny(shown.get(shown.size() - 1));
      int entries = hasMore ? shown.size() - 1 : shown.size();
      assertThat(printed.size()).as(place).isGreaterThanOrEqualTo(entries);
      assertThat(hasMore || printed.size() == entries).as("%s has no more", place).isTrue();
      for (int i = 0; i < entries; i++) {
        comparePart(place + "/" + i, shown.get(i), printed.get(i));
      }
    } else {
      assertThat(printed).as(place).isEqualTo(shown);
    }
  }

  private static boolean isAny(JsonNode shown) {
    return shown.isTextual() && shown.textValue().equals("…");
  }
}
