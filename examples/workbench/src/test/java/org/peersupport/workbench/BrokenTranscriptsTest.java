package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corpora with broken places: whatever comes, the command has an answer and tells nothing. */
class BrokenTranscriptsTest {
  private static final int TRIES = 250;
  private static final String SECRET = "SECRET-7f3a";
  private static final String ODD = "\"\",,[]{}:\\\n\r 0a\u00ff\u0000";

  private static byte[] broken(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    int changes = random.nextInt(1, 4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] = (byte) ODD.charAt(random.nextInt(ODD.length()));
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
    return Arrays.copyOf(bytes, length);
  }

  @ParameterizedTest
  @CsvSource({"esconv.json, esconv-mhfa-algee", "annomi.csv, annomi-mhfa-algee"})
  void a_broken_corpus_is_answered_and_nothing_of_it_told(String corpus, String mapping)
      throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("src/test/resources/transcripts", corpus));
    LongStream.range(0, TRIES)
        .forEach(
            seed -> {
              byte[] bytes = broken(whole, new SplittableRandom(seed));
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              ByteArrayOutputStream err = new ByteArrayOutputStream();
              int status =
                  new Workbench(new Console(new ByteArrayInputStream(bytes), out, err))
                      .run("import-transcripts", "-", "--mapping", mapping);
              String told = err.toString(ISO_8859_1);
              String written = out.toString(ISO_8859_1);
              assertThat(status).as("seed %d: %s", seed, told).isBetween(0, 2);
              assertThat(told)
                  .as("seed %d", seed)
                  .doesNotContain(SECRET, "mistake in this program");
              assertThat(written).as("seed %d", seed).doesNotContain(SECRET);
              Run audit = Run.on(written, "audit", "-");
              assertThat(audit.status()).as("seed %d: %s", seed, written).isLessThan(2);
              assertThat(audit.out()).as("seed %d", seed).contains("\"unreadable\":0");
            });
  }
}
