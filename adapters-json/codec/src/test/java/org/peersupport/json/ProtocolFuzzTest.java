package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Protocol;

/**
 * Whatever a protocol document says, and those that it extends, it is read or told what is wrong.
 */
class ProtocolFuzzTest {
  /** Between documents; a byte that no JSON has. */
  private static final byte BETWEEN = 0;

  /** The first document is read; whenever one is asked for to be extended, it is the next. */
  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = MINUTES)
  void document(byte[] documents) {
    List<byte[]> each = split(documents);
    Bounds.hold(
        () -> {
          Iterator<byte[]> bases = each.subList(1, each.size()).iterator();
          PeerSupportJson.extended(each.get(0));
          Read<Protocol> read =
              PeerSupportJson.readProtocol(
                  each.get(0),
                  reference -> bases.hasNext() ? Optional.of(bases.next()) : Optional.empty());
          assertThat(read.issues())
              .allMatch(issue -> issue.line() > 0 && !issue.explanation().isBlank());
          if (!read.isMalformed()) {
            survivesWriting(read.orElseThrow());
          }
        });
  }

  private static void survivesWriting(Protocol protocol) {
    byte[] written = PeerSupportJson.writeProtocol(protocol).getBytes(UTF_8);
    Read<Protocol> again = PeerSupportJson.readProtocol(written);
    assertThat(again.issues()).isEmpty();
    assertThat(again.orElseThrow()).isEqualTo(protocol);
    assertThat(PeerSupportJson.writeProtocolExpanded(protocol)).isNotBlank();
  }

  private static List<byte[]> split(byte[] documents) {
    List<byte[]> each = new ArrayList<>();
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    for (byte b : documents) {
      if (b == BETWEEN) {
        each.add(document.toByteArray());
        document.reset();
      } else {
        document.write(b);
      }
    }
    each.add(document.toByteArray());
    return each;
  }
}
