package org.peersupport.json.deidentification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.LogWriter;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;

class SessionSortTest {

  private static Event event(String session, int seq) {
    List<Deviation> deviations = seq % 3 == 0 ? List.of(Deviation.from("rule")) : List.of();
    return new Event.SessionPaused(session, seq, Instant.EPOCH, "p-1", Metadata.NONE, deviations);
  }

  /** Each session's events in their order, the sessions mixed. */
  private static List<Event> mixed() {
    SplittableRandom random = new SplittableRandom(4);
    int[] seqs = new int[7];
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int session = random.nextInt(seqs.length);
      events.add(event("s-" + session, ++seqs[session]));
    }
    return events;
  }

  private static String sorted(int most, List<Event> events) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SessionSort sort = new SessionSort(most);
        LogWriter log = LogWriter.of(out, Reasons.LEFT_OUT)) {
      for (Event event : events) {
        sort.add(event);
      }
      sort.writeTo(log);
    }
    return out.toString(UTF_8);
  }

  @Test
  void sessions_come_one_after_the_other_and_each_in_its_order() throws IOException {
    String out = sorted(3, List.of(event("s-2", 1), event("s-1", 1), event("s-2", 2)));

    assertThat(out.lines().skip(1).map(line -> line.replaceAll(",\"at.*", "}")))
        .containsExactly(
            "{\"session\":\"s-1\",\"seq\":1}",
            "{\"session\":\"s-2\",\"seq\":1}",
            "{\"session\":\"s-2\",\"seq\":2}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 199, 266, 1000})
  void what_is_put_aside_comes_back_as_if_all_had_fitted(int most) throws IOException {
    assertThat(sorted(most, mixed())).isEqualTo(sorted(10_000, mixed()));
  }

  @Test
  void nothing_is_left_of_what_was_put_aside_also_after_a_failure() throws IOException {
    SessionSort sort = new SessionSort(1);
    for (Event event : mixed()) {
      sort.add(event);
    }
    Path folder = sort.folder().orElseThrow();
    assertThat(folder).isNotEmptyDirectory();
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }

    LogWriter full = LogWriter.of(new Full(), Reasons.LEFT_OUT);
    assertThatThrownBy(
            () -> {
              sort.writeTo(full);
              full.flush();
            })
        .hasMessage("full");
    sort.close();

    assertThat(folder).doesNotExist();
  }

  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("full");
    }
  }
}
