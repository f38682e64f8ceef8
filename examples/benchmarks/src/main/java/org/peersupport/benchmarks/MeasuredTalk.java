package org.peersupport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.simulation.Behaviour;

/**
 * How people talk in the sessions that are drawn under {@code ama-six-elements}: about thirteen
 * activities, some of them again, now and then one that is refused. The numbers rest on no study.
 */
final class MeasuredTalk {
  private static final String FILE = "conversation-behaviour.json";

  /** Left out of {@link #everything()}: they would make the states too many for a benchmark. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("complete|withdraw|lapse|imminent|information-sheet");

  private MeasuredTalk() {}

  /** With a time for each activity. */
  static Behaviour timed() {
    try (InputStream in = MeasuredTalk.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in this jar");
      }
      String document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return StudyJson.readBehaviour(document).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same without times. */
  static Behaviour counted() {
    return untimed(timed());
  }

  /**
   * Nearly everything at any time: it goes to many states, as no talk would, and most of what it
   * draws is refused.
   */
  static Behaviour everything() {
    Map<String, Double> weights = new HashMap<>();
    for (Activity activity : Catalogue.amaSixElements().activities()) {
      if (!LEFT_OUT.matcher(activity.text()).find()) {
        weights.put(activity.text(), 1.0);
      }
    }
    weights.put("close", 30.0);
    return Behaviour.of("everything", Map.of("begin:reach-out", 1.0)).otherwise(weights);
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
