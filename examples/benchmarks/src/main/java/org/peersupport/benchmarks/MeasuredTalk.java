package org.peersupport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.simulation.Behaviour;

/**
 * How people talk in the sessions that are drawn under {@code ama-six-elements}: about thirteen
 * activities, some of them again, now and then one that is refused. The numbers rest on no study.
 */
final class MeasuredTalk {
  private static final String FILE = "conversation-behaviour.json";

  private MeasuredTalk() {}

  /** With a time for each activity. */
  static Behaviour timed() {
    try (InputStream in = MeasuredTalk.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in this jar");
      }
      String document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PeerSupportJson.readBehaviour(document).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same without times. */
  static Behaviour counted() {
    return untimed(timed());
  }

  /** A behaviour without its times. */
  static Behaviour untimed(Behaviour behaviour) {
    return new Behaviour(
        behaviour.id(),
        behaviour.start(),
        behaviour.after(),
        behaviour.otherwise(),
        new TreeMap<>());
  }
}
