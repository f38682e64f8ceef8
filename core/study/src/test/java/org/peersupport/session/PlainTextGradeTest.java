package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peersupport.analysis.PlainText;
import org.peersupport.analysis.Section;
import org.peersupport.analysis.Statement;
import org.peersupport.analysis.Topic;
import org.peersupport.protocol.Catalogue;

/** Whether a clinician reads a protocol without effort; beside the counter that it uses. */
class PlainTextGradeTest {
  private static final double GRADE = 7;
  private static final PlainText TEXT = PlainText.of(Catalogue.amaSixElements());

  @Test
  void the_text_can_be_read_after_seven_years_of_school() {
    List<String> all = new ArrayList<>();
    TEXT.sections().forEach(section -> all.addAll(lines(section)));

    assertThat(FleschKincaid.grade(all)).isLessThanOrEqualTo(GRADE);
  }

  /** Not only on average: what is read at night alone is as easy. */
  @Test
  void so_can_each_part_of_the_first_page() {
    for (Section section : TEXT.sections()) {
      if (section.topic().compareTo(Topic.DANGER) <= 0) {
        assertThat(FleschKincaid.grade(lines(section)))
            .as(section.heading())
            .isLessThanOrEqualTo(GRADE);
      }
    }
  }

  @Test
  void nothing_is_owned_up_to_and_no_answer_is_put_into_a_mouth() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      PlainText text = PlainText.of(Catalogue.amaSixElements(), locale);
      assertThat(text.sections())
          .flatExtracting(PlainTextGradeTest::lines)
          .allSatisfy(
              line ->
                  assertThat(line)
                      .doesNotContainIgnoringCase("record the yes")
                      .doesNotContainIgnoringCase("record the no")
                      .doesNotContainIgnoringCase("owned up")
                      .doesNotContain("{", "}"));
    }
  }

  private static List<String> lines(Section section) {
    List<String> lines = new ArrayList<>(List.of(section.heading()));
    for (Statement statement : section.statements()) {
      statement.title().ifPresent(lines::add);
      lines.add(statement.text());
      lines.addAll(statement.notes());
    }
    return lines;
  }
}
