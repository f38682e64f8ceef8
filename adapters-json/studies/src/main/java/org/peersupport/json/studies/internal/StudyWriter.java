package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.TitledKey;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactMean;
import org.peersupport.simulation.SampleMean;
import org.peersupport.simulation.SampleShare;
import org.peersupport.simulation.SimulationSummary;

/**
 * Writes what conversations come to, drawn or worked out: the same members in the same places, so
 * that one can be held against the other. Times are in seconds.
 */
public final class StudyWriter {
  private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
  private static final double MILLIS = 1000;

  private final JsonGenerator json;

  private StudyWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a simulation. */
  public static void write(JsonGenerator json, SimulationSummary summary, long seed)
      throws IOException {
    StudyWriter writer = new StudyWriter(json);
    json.writeStartObject();
    json.writeObjectFieldStart("simulation");
    writer.head(summary.chain());
    json.writeNumberField("seed", seed);
    json.writeNumberField("sessions", summary.sessions());
    json.writeBooleanField("partial", summary.isPartial());
    if (summary.cutOff() > 0) {
      json.writeNumberField("cutOff", summary.cutOff());
    }
    json.writeFieldName("closed");
    writer.share(summary.closed());
    json.writeFieldName("ended");
    writer.share(summary.ended());
    json.writeObjectFieldStart("endedFor");
    for (TitledKey reason : summary.chain().protocol().endReasons()) {
      json.writeFieldName(reason.key());
      writer.share(summary.ended(new EndReason(reason.key())));
    }
    json.writeEndObject();
    json.writeFieldName("activities");
    writer.mean(summary.activities(), 1, summary::activitiesQuantile);
    if (summary.duration().isPresent()) {
      json.writeFieldName("seconds");
      writer.mean(summary.duration().get(), MILLIS, summary::durationQuantile);
    }
    json.writeFieldName("refused");
    writer.mean(summary.refused(), 1, null);
    json.writeFieldName("withRefusal");
    writer.share(summary.withRefusal());
    json.writeFieldName("withEvenDraw");
    writer.share(summary.withEvenDraw());
    writer.refusedBy(
        summary.chain().protocol(), r -> writer.mean(summary.refusedByRule().get(r), 1, null));
    Map<String, SampleMean> happened = summary.happened();
    Map<String, SampleShare> with = summary.sessionsWith();
    Map<String, SampleShare> endedIn = summary.endedIn();
    Map<String, SampleMean> times = summary.timeInElements();
    writer.activities(
        summary.chain().protocol(),
        activity -> writer.mean(of(happened, activity), 1, null),
        activity -> writer.share(of(with, activity)),
        element -> {
          json.writeFieldName("ended");
          writer.share(of(endedIn, element));
          if (!times.isEmpty()) {
            json.writeFieldName("seconds");
            writer.mean(of(times, element), MILLIS, null);
          }
        });
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Writes what was worked out. */
  public static void write(JsonGenerator json, ExactAnalysis exact) throws IOException {
    StudyWriter writer = new StudyWriter(json);
    json.writeStartObject();
    json.writeObjectFieldStart("analysis");
    writer.head(exact.chain());
    json.writeFieldName("closed");
    writer.exactShare(exact.closed());
    json.writeFieldName("ended");
    writer.exactShare(exact.ended());
    json.writeObjectFieldStart("endedFor");
    for (TitledKey reason : exact.chain().protocol().endReasons()) {
      json.writeFieldName(reason.key());
      writer.exactShare(exact.ended(new EndReason(reason.key())));
    }
    json.writeEndObject();
    json.writeFieldName("activities");
    writer.mean(exact.activities(), 1);
    if (exact.duration().isPresent()) {
      json.writeFieldName("seconds");
      writer.mean(exact.duration().get(), MILLIS);
    }
    json.writeFieldName("refused");
    writer.meanOnly(exact.refused());
    json.writeFieldName("withRefusal");
    writer.exactShare(exact.withRefusal());
    json.writeFieldName("withEvenDraw");
    writer.exactShare(exact.withEvenDraw());
    List<Double> byRule = exact.refusedByRule();
    writer.refusedBy(exact.chain().protocol(), r -> writer.meanOnly(byRule.get(r)));
    Map<String, ExactMean> happened = exact.happened();
    Map<String, Double> with = exact.probabilities();
    Map<String, Double> endedIn = exact.endedIn();
    Map<String, Double> times = exact.timeInElements();
    writer.activities(
        exact.chain().protocol(),
        activity -> writer.mean(of(happened, activity), 1),
        activity -> writer.exactShare(of(with, activity)),
        element -> {
          json.writeFieldName("ended");
          writer.exactShare(of(endedIn, element));
          if (!times.isEmpty()) {
            json.writeFieldName("seconds");
            writer.meanOnly(of(times, element) / MILLIS);
          }
        });
    json.writeArrayFieldStart("leftOut");
    json.writeString("quantiles: a sum of lognormal times has no distribution in closed form");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static <K, T> T of(Map<K, T> map, K key) {
    T value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("nothing is known of an activity of the protocol");
    }
    return value;
  }

  private void head(ConversationChain chain) throws IOException {
    json.writeStringField("protocol", chain.protocol().reference());
    json.writeStringField("behaviour", chain.behaviour().id());
    states(json, chain);
  }

  /** How many states there are, and what was left out to keep them few. */
  static void states(JsonGenerator json, ConversationChain chain) throws IOException {
    json.writeNumberField("states", chain.states());
    if (chain.mostConnected().isPresent()) {
      json.writeNumberField("mostConnected", chain.mostConnected().getAsInt());
    }
  }

  /** What writes something about one of several. */
  private interface About<T> {
    void write(T what) throws IOException;
  }

  private void refusedBy(Protocol protocol, About<Integer> figure) throws IOException {
    List<ExpandedRule> rules = protocol.expandedRules();
    json.writeObjectFieldStart("refusedByRule");
    for (int r = 0; r < rules.size(); r++) {
      if (rules.get(r).isMandatory()) {
        json.writeFieldName(rules.get(r).id());
        figure.write(r);
      }
    }
    json.writeEndObject();
  }

  /** Activities by what they are about: how often, and in what share of sessions. */
  private void activities(
      Protocol protocol, About<String> mean, About<String> share, About<String> more)
      throws IOException {
    Map<String, Map<String, List<Activity>>> grouped = new LinkedHashMap<>();
    for (Activity activity : protocol.activities()) {
      grouped
          .computeIfAbsent(group(activity.kind()), key -> new LinkedHashMap<>())
          .computeIfAbsent(activity.qualifier(), key -> new ArrayList<>())
          .add(activity);
    }
    for (var group : grouped.entrySet()) {
      json.writeObjectFieldStart(group.getKey());
      for (var each : group.getValue().entrySet()) {
        json.writeObjectFieldStart(each.getKey());
        for (Activity activity : each.getValue()) {
          activity(activity.kind(), activity.text(), mean, share);
        }
        if (group.getKey().equals("elements")) {
          more.write(each.getKey());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    if (!protocol.resources().isEmpty()) {
      json.writeObjectFieldStart("referrals");
      for (ActivityKind kind : ActivityKind.values()) {
        if (kind.isReferral()) {
          activity(kind, kind.wireName() + ":*", mean, share);
        }
      }
      json.writeEndObject();
    }
  }

  private void activity(ActivityKind kind, String text, About<String> mean, About<String> share)
      throws IOException {
    json.writeObjectFieldStart(happened(kind));
    json.writeFieldName("mean");
    mean.write(text);
    json.writeFieldName("sessions");
    share.write(text);
    json.writeEndObject();
  }

  /** What is counted where this happened. */
  static String happened(ActivityKind kind) {
    return switch (kind) {
      case BEGIN -> "begun";
      case CONCERN -> "raised";
      case OFFER -> "offered";
      case ACCEPT -> "accepted";
      case DECLINE -> "declined";
      case CONNECT -> "connected";
      case COMPLETE -> "completed";
      case WITHDRAW -> "withdrawn";
      case LAPSE -> "lapsed";
      case THANK -> "said";
    };
  }

  private static String group(ActivityKind kind) {
    return switch (kind) {
      case BEGIN -> "elements";
      case CONCERN -> "concerns";
      case THANK -> "appreciation";
      case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> "resources";
    };
  }

  private void share(SampleShare share) throws IOException {
    json.writeStartObject();
    Numbers.figure(json, "share", share.share());
    Numbers.figure(json, "low", share.low());
    Numbers.figure(json, "high", share.high());
    json.writeEndObject();
  }

  private void exactShare(double share) throws IOException {
    json.writeStartObject();
    Numbers.figure(json, "share", share);
    json.writeEndObject();
  }

  private void mean(SampleMean mean, double unit, @Nullable ToDoubleFunction<Double> quantiles)
      throws IOException {
    json.writeStartObject();
    Numbers.figure(json, "mean", mean.mean() / unit);
    Numbers.figure(json, "low", mean.low() / unit);
    Numbers.figure(json, "high", mean.high() / unit);
    Numbers.figure(json, "sd", mean.standardDeviation() / unit);
    if (quantiles != null) {
      json.writeObjectFieldStart("quantiles");
      for (double share : QUANTILES) {
        Numbers.figure(json, Double.toString(share), quantiles.applyAsDouble(share) / unit);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void mean(ExactMean mean, double unit) throws IOException {
    json.writeStartObject();
    Numbers.figure(json, "mean", mean.mean() / unit);
    Numbers.figure(json, "sd", mean.standardDeviation() / unit);
    json.writeEndObject();
  }

  private void meanOnly(double mean) throws IOException {
    json.writeStartObject();
    Numbers.figure(json, "mean", mean);
    json.writeEndObject();
  }
}
