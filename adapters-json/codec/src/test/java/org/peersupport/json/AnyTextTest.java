package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Catalogue;

/** Whatever comes, reading gives a value or issues, and never throws. */
class AnyTextTest {
  private static final String PROTOCOL =
      PeerSupportJson.writeProtocol(Catalogue.amaSixElements(), Layout.INDENTED);
  private static final String[] SPLINTERS = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "\\u0000",
    "\\ud800",
    "\uD800",
    "\u0000",
    "\"do\":",
    "\"at\":",
    "{}",
    "[]",
    "\"\"",
    " ",
    "\n",
    "é",
    "\uFEFF",
    "\"id\":7,",
    "\\"
  };

  private static void read(String text) {
    check(PeerSupportJson.readRequest(text, 1));
    check(PeerSupportJson.readEvent(text, 1));
    check(PeerSupportJson.readProtocol(text));
    PeerSupportJson.logVersion(text);
    read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void read(byte[] bytes) {
    check(PeerSupportJson.readRequest(bytes, 1));
    check(PeerSupportJson.readEvent(bytes, 1));
    check(PeerSupportJson.readProtocol(bytes));
  }

  private static void check(Read<?> read) {
    if (read.isMalformed()) {
      assertThat(read.issues()).isNotEmpty().allMatch(issue -> issue.line() >= 1);
      assertThat(PeerSupportJson.writeMalformed(read.issues())).isNotEmpty();
    }
  }

  @Property(tries = 2000)
  void any_text_is_read_or_has_issues(@ForAll @StringLength(max = 60) String text) {
    read(text);
  }

  @Property(tries = 2000)
  void any_text_of_signs_is_read_or_has_issues(
      @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String text) {
    read(text);
  }

  @Property(tries = 2000)
  void any_bytes_are_read_or_have_issues(@ForAll @Size(max = 60) byte[] bytes) {
    read(bytes);
  }

  @Property(tries = 3000)
  void a_damaged_line_is_read_or_has_issues(@ForAll Random random) {
    Generated generated = new Generated(random);
    String line =
        random.nextBoolean()
            ? PeerSupportJson.writeEvent(generated.event(), Reasons.WRITTEN)
            : PeerSupportJson.writeCommand(generated.command());
    read(damaged(line, random));
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    read(bytes);
  }

  @Property(tries = 200)
  void a_damaged_document_is_read_or_has_issues(@ForAll Random random) {
    String document = damaged(PROTOCOL, random);
    check(PeerSupportJson.readProtocol(document));
    check(PeerSupportJson.readProtocol(document.getBytes(StandardCharsets.UTF_8)));
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(damaged.length() + 1);
      int end = Math.min(damaged.length(), at + random.nextInt(6));
      damaged.replace(at, end, SPLINTERS[random.nextInt(SPLINTERS.length)]);
    }
    return damaged.toString();
  }
}
