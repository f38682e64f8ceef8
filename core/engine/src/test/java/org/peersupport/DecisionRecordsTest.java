package org.peersupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The decision records: one file each, numbered without gaps, with a status and a date, and an
 * index that is made of them with {@code -Dgolden.update=true}.
 */
class DecisionRecordsTest {
  private static final Path FOLDER = Path.of("../docs/decisions");
  private static final Path INDEX = FOLDER.resolve("README.md");
  private static final Pattern NAME = Pattern.compile("([0-9]{4})-[a-z0-9-]+\\.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern BEGINNING =
      Pattern.compile(
          "# ([0-9]{4}) ([^\\n]+)\\n\\n- Status: ((?:accepted|superseded)[^\\n]*)\\n"
              + "- Date: ([0-9]{4}-[0-9]{2}-[0-9]{2})\\n\\n.*",
          Pattern.DOTALL);
  private static final String HEAD =
      """
      # Decisions

      Choices that are expensive to reverse, newest first: what was chosen, why, and what was turned down. A record is
      not edited away: a later one supersedes it, and its status says so.

      | no. | decision | status | date |
      | --- | --- | --- | --- |
      """;

  private static List<Path> records() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.equals(INDEX)).sorted().toList();
    }
  }

  private static Matcher read(Path record) throws IOException {
    Matcher parts = BEGINNING.matcher(Files.readString(record));
    assertThat(parts.matches()).as("%s begins with title, status and date", record).isTrue();
    return parts;
  }

  @Test
  void are_numbered_without_gaps_as_their_files_are() throws IOException {
    List<Path> records = records();
    assertThat(records).hasSizeGreaterThan(50);
    for (int i = 0; i < records.size(); i++) {
      Matcher name = NAME.matcher(records.get(i).getFileName().toString());
      assertThat(name.matches()).as("%s is named as a record", records.get(i)).isTrue();
      assertThat(Integer.parseInt(name.group(1))).isEqualTo(i + 1);
      assertThat(read(records.get(i)).group(1)).isEqualTo(name.group(1));
    }
  }

  @Test
  void stand_in_an_index_newest_first() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path record : records()) {
      Matcher parts = read(record);
      rows.add(
          0,
          "| [%s](%s) | %s | %s | %s |\n"
              .formatted(
                  parts.group(1),
                  record.getFileName(),
                  parts.group(2),
                  parts.group(3),
                  parts.group(4)));
    }
    String index = HEAD + String.join("", rows);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(INDEX, index);
    }
    assertThat(INDEX).hasContent(index);
  }

  @Test
  void link_only_to_what_is_there() throws IOException {
    for (Path record : records()) {
      Matcher links = LINK.matcher(Files.readString(record));
      while (links.find()) {
        assertThat(FOLDER.resolve(links.group(1))).as("a link of %s", record).exists();
      }
    }
  }

  @Test
  void are_superseded_only_by_later_ones() throws IOException {
    Pattern status = Pattern.compile("superseded(?: in part)? by \\[([0-9]{4})\\]");
    int superseded = 0;
    for (Path record : records()) {
      Matcher by = status.matcher(read(record).group(3));
      while (by.find()) {
        superseded++;
        assertThat(by.group(1))
            .as("%s is superseded by a later one", record)
            .isGreaterThan(read(record).group(1));
      }
    }
    assertThat(superseded).isPositive();
  }
}
