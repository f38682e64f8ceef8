package org.peersupport.json.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.session.Event;

/** What is read quickly is read as the careful reader reads it, or not at all. */
class PlainEventsTest {
  private static final List<String> LINES = lines();

  private final PlainEvents plain = new PlainEvents();

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/histories/unreleased"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".ndjson")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    } catch (IOException e) {
      Assertions.fail(e);
    }
    return lines;
  }

  @Example
  void most_lines_of_a_log_are_plain() {
    List<String> types = new ArrayList<>();
    for (String line : LINES) {
      Event event = read(line.getBytes(UTF_8));
      if (event != null) {
        types.add(event.type().eventName());
      }
    }

    assertThat(types).hasSizeGreaterThan(LINES.size() * 3 / 4);
    assertThat(types)
        .contains(
            "session-opened",
            "element-begun",
            "concern-raised",
            "referral-offered",
            "referral-accepted",
            "referral-declined",
            "referral-connected",
            "referral-completed",
            "referral-withdrawn",
            "referral-lapsed",
            "appreciation-expressed",
            "session-paused",
            "session-resumed",
            "supporter-changed",
            "session-closed",
            "session-ended");
  }

  @Example
  void every_line_of_a_log_is_read_alike() {
    LINES.forEach(line -> assertAlike(line.getBytes(UTF_8)));
  }

  /** Members that are begun as they are mostly written, and then are not. */
  @Example
  void what_is_begun_and_not_understood_is_left_to_the_careful_reader() {
    String fingerprint = "'fingerprint':'sha-256:" + "0".repeat(64) + "'";
    String opened =
        "{'session':'s','seq':1,'at':'2026-03-02T09:00:00Z','by':'p','type':'session-opened',"
            + "'protocol':'p@1',"
            + fingerprint
            + ",'supporter':{'id':'a'},'peer':{'id':'b'}}";
    String declined =
        "{'session':'s','seq':2,'at':'2026-03-02T09:00:00Z','recordedAt':'2026-03-02T09:00:01Z',"
            + "'by':'p','commandId':'c-1','type':'referral-declined','referral':'r',"
            + "'reason':'not-now'}";
    assertThat(readLine(opened)).isNotNull();
    assertThat(readLine(declined)).isNotNull();
    for (String line :
        List.of(
            declined.replace("09:00:01Z", "09:00:61Z"),
            declined.replace("09:00:01Z", "09:00:01+01:00"),
            declined.replace("2026-03-02T09:00:01Z", ""),
            declined.replace("c-1", "c".repeat(65)),
            declined.replace("c-1", ""),
            declined.replace("c-1", "-c"),
            declined.replace("'commandId':'c-1','type'", "'commandId':','type'"),
            declined.replace("'not-now'}", "'}"),
            declined.replace("'not-now'}", "''}"),
            declined.replace("not-now", "not now"),
            opened.replace(fingerprint, "'fingerprint':'sha-256:12'"),
            opened.replace(fingerprint, "'fingerprint':'sha-256:" + "A".repeat(64) + "'"),
            opened.replace(fingerprint, "'fingerprint':''"),
            opened.replace("'sha-256:", "'md5:"))) {
      assertThat(readLine(line)).as(line).isNull();
    }
  }

  private @Nullable Event readLine(String apostrophes) {
    byte[] line = apostrophes.replace('\'', '"').getBytes(UTF_8);
    assertAlike(line);
    return read(line);
  }

  @Property(tries = 20_000)
  void a_damaged_line_is_read_alike(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      line = damaged(line, random);
    }

    assertAlike(line);
  }

  @Property(tries = 200)
  void nothing_is_read_that_lies_outside_of_the_line(@ForAll long seed) {
    Random random = new Random(seed);
    String line = LINES.get(1 + random.nextInt(LINES.size() - 1));
    byte[] among = ("}\n" + line + "\n{\"session\":\"s").getBytes(UTF_8);
    int length = line.getBytes(UTF_8).length;
    int cut = random.nextInt(length);

    assertThat(plain.read(among, 2, 2 + length)).isEqualTo(read(line.getBytes(UTF_8)));
    assertThat(plain.read(among, 2, 2 + cut)).isNull();
  }

  private void assertAlike(byte[] line) {
    Event quick = read(line);
    Read<Event> careful = Lines.read(line, 1, JsonLimits.EVENT_BYTES, EventReader.EVENT);
    if (quick != null) {
      assertThat(careful.issues()).as(new String(line, UTF_8)).isEmpty();
      assertThat(quick).isEqualTo(careful.orElseThrow());
      assertThat(PeerSupportJson.readEvent(line, 1).orElseThrow()).isEqualTo(quick);
    }
  }

  private @Nullable Event read(byte[] line) {
    return plain.read(line, 0, line.length);
  }

  /** With a byte changed, inserted or removed, mostly into what means something. */
  private static byte[] damaged(byte[] line, Random random) {
    String meant = "\"\\{}[],: -._0129azAZ+eE/uTé\n\t\u007f";
    int place = random.nextInt(line.length);
    byte other = (byte) meant.charAt(random.nextInt(meant.length()));
    byte[] damaged = line.clone();
    switch (random.nextInt(3)) {
      case 0 -> damaged[place] = other;
      case 1 -> {
        damaged = new byte[line.length + 1];
        System.arraycopy(line, 0, damaged, 0, place);
        damaged[place] = other;
        System.arraycopy(line, place, damaged, place + 1, line.length - place);
      }
      default -> {
        if (line.length > 1) {
          damaged = new byte[line.length - 1];
          System.arraycopy(line, 0, damaged, 0, place);
          System.arraycopy(line, place + 1, damaged, place, line.length - 1 - place);
        }
      }
    }
    return damaged;
  }
}
