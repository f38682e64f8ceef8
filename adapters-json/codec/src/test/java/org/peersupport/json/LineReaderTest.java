package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.JsonLimits;

class LineReaderTest {

  @Test
  void gives_every_line_however_the_bytes_arrive() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String text = text(random);
      List<String> expected = new ArrayList<>(List.of(text.split("\n", -1)));
      if (expected.get(expected.size() - 1).isEmpty()) {
        expected.remove(expected.size() - 1);
      }

      LineReader lines = LineReader.ofCommands(dripping(text, random));

      List<String> came = new ArrayList<>();
      while (lines.next()) {
        came.add(new String(lines.line(), UTF_8));
        assertThat(lines.number()).isEqualTo(came.size());
        byte[] bytes = text.getBytes(UTF_8);
        int offset = (int) lines.offset();
        assertThat(new String(bytes, offset, bytes.length - offset, UTF_8))
            .startsWith(came.get(came.size() - 1));
      }
      assertThat(came).isEqualTo(expected);
      assertThat(lines.isTerminated()).isFalse();
    }
  }

  @Test
  void knows_where_a_line_begins_and_whether_it_ends() throws IOException {
    LineReader lines = LineReader.ofCommands(new ByteArrayInputStream("ab\n\ncde".getBytes(UTF_8)));

    assertThat(lines.next()).isTrue();
    assertThat(lines.offset()).isZero();
    assertThat(lines.isTerminated()).isTrue();
    assertThat(lines.hasAnother()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(lines.offset()).isEqualTo(3);
    assertThat(lines.isBlank()).isTrue();
    assertThat(lines.hasAnother()).isFalse();
    assertThat(lines.next()).isTrue();
    assertThat(lines.offset()).isEqualTo(4);
    assertThat(lines.isTerminated()).isFalse();
    assertThat(lines.next()).isFalse();
  }

  @Test
  void keeps_no_more_of_a_line_than_shows_that_it_is_too_long() throws IOException {
    InputStream endless = new ByteArrayInputStream(("x".repeat(3 << 20) + "\ny\n").getBytes(UTF_8));
    LineReader lines = LineReader.ofCommands(endless);

    assertThat(lines.next()).isTrue();
    assertThat(lines.line()).hasSize((JsonLimits.LINE_BYTES + 1));
    assertThat(lines.next()).isTrue();
    assertThat(lines.line()).containsExactly('y');
    assertThat(lines.offset()).isEqualTo((3 << 20) + 1);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(6);
    for (int i = 0; i < lines; i++) {
      text.append("é".repeat(random.nextInt(9)))
          .append(i + 1 < lines || random.nextBoolean() ? "\n" : "z");
    }
    return text.toString();
  }

  /** Gives the bytes in small pieces, as a pipe may. */
  private static InputStream dripping(String text, Random random) {
    return new ByteArrayInputStream(text.getBytes(UTF_8)) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(4)));
      }
    };
  }
}
