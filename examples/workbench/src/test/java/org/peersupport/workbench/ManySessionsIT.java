package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hundred thousand sessions that go on at the same time, in 512 MB. */
class ManySessionsIT {
  private static final int SESSIONS = 100_000;

  @Test
  void fit_into_half_a_gigabyte() throws Exception {
    Process process =
        Jar.command(List.of("-Xmx512m"), "guide").redirectOutput(Redirect.DISCARD).start();

    try (Writer in = process.outputWriter(UTF_8)) {
      for (int i = 0; i < SESSIONS; i++) {
        converse(in, "session-" + i);
      }
    }

    assertThat(process.waitFor()).isZero();
  }

  /** A dozen events, and the conversation goes on. */
  private static void converse(Writer in, String session) throws IOException {
    in.write(Say.open(session).replace("peer-1", "peer-of-" + session));
    in.write(Say.begin(session, "reach-out"));
    in.write(Say.begin(session, "reach-out"));
    in.write(Say.begin(session, "invite-and-listen"));
    in.write(Say.begin(session, "reflect-and-reframe"));
    in.write(Say.begin(session, "make-sense-and-cope"));
    in.write(Say.plain(session, "pause"));
    in.write(Say.plain(session, "resume"));
    in.write(Say.begin(session, "offer-resources"));
    in.write(Say.offer(session, "r-1", "employee-assistance"));
    in.write(Say.referral(session, "accept", "r-1"));
    in.write(Say.offer(session, "r-2", "peer-follow-up"));
  }
}
