package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.session.Event;

class CorrectionReaderTest {
  private static final String CORRECTED =
      "{\"session\":\"s-1\",\"seq\":3,\"at\":\"2026-03-02T09:02:00Z\",\"by\":\"sup-1\","
          + "\"type\":\"event-corrected\",\"corrects\":2}";

  private static List<Event.EventCorrected> corrections(String log) throws IOException {
    List<Event.EventCorrected> corrections = new ArrayList<>();
    CorrectionReader.read(new ByteArrayInputStream(log.getBytes(UTF_8)), "log", corrections::add);
    return corrections;
  }

  @Test
  void finds_a_correction_whose_type_is_written_with_escapes() throws IOException {
    String escaped = CORRECTED.replace("event-corrected", "\\u0065vent\\u002dcorrected");

    assertThat(corrections(escaped)).isEqualTo(corrections(CORRECTED)).hasSize(1);
  }

  @Test
  void finds_what_was_entered_in_error_too() throws IOException {
    String voided =
        "{\"session\":\"s-1\",\"seq\":4,\"at\":\"2026-03-02T09:01:00Z\",\"by\":\"sup-1\","
            + "\"type\":\"session-voided\",\"reason\":\"test\"}";
    List<Event> found = new ArrayList<>();

    CorrectionReader.read(
        new ByteArrayInputStream((CORRECTED + "\n" + voided).getBytes(UTF_8)),
        "log",
        found::add,
        found::add);

    assertThat(found).extracting(Event::seq).containsExactly(3, 4);
    assertThat(corrections(voided)).isEmpty();
  }

  @Test
  void passes_over_what_cannot_be_read() throws IOException {
    assertThat(corrections(CORRECTED.replace("\"seq\":3", "\"seq\":\"three\"") + "\n\\\n"))
        .isEmpty();
  }
}
