package org.peersupport.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash over what a protocol demands: SHA-256 (FIPS 180-4) over the JSON Canonicalization Scheme
 * (RFC 8785) of the parts that decide, its words left out.
 *
 * <p>Every text in it is ASCII without quotes, backslashes and control characters, because keys,
 * ids and patterns are, so nothing has to be escaped.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Protocol protocol) {
    byte[] canonical = canonical(protocol).getBytes(StandardCharsets.UTF_8);
    try {
      StringBuilder text = new StringBuilder("sha-256:");
      for (byte b : MessageDigest.getInstance("SHA-256").digest(canonical)) {
        text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
      }
      return text.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static String canonical(Protocol protocol) {
    return object(
        Map.of(
            "elements", array(protocol.elements().stream().map(Fingerprint::element).toList()),
            "order", order(protocol.order()),
            "resources", array(protocol.resources().stream().map(Fingerprint::resource).toList()),
            "concerns", strings(protocol.concerns()),
            "appreciation", strings(protocol.appreciation()),
            "pairing", object(Map.of("department", text(protocol.pairing().wireName()))),
            "rules", rules(protocol),
            "deadlines", deadlines(protocol)));
  }

  private static String element(Element element) {
    return object(
        Map.of(
            "key", text(element.key()),
            "need", text(element.need().wireName()),
            "repeatable", Boolean.toString(element.isRepeatable()),
            "continuous", Boolean.toString(element.isContinuous())));
  }

  private static String order(Order order) {
    List<String> returns = new ArrayList<>();
    for (Order.Return pair : order.returns()) {
      returns.add(strings(List.of(pair.from(), pair.to())));
    }
    return object(
        Map.of(
            "mode", text(order.mode().wireName()),
            "overridable", Boolean.toString(order.overridable()),
            "returns", array(returns)));
  }

  private static String resource(Resource resource) {
    return object(
        Map.of("key", text(resource.key()), "consent", text(resource.consent().wireName())));
  }

  /** The document's own, after {@code forEach}; those of the order follow from the order. */
  private static String rules(Protocol protocol) {
    List<String> rules = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (!rule.id().startsWith("order.") && rule.template().isPresent()) {
        rules.add(
            object(
                Map.of(
                    "id", text(rule.id()),
                    "template", text(rule.template().get().wireName()),
                    "a", matched(protocol, rule.a()),
                    "b", matched(protocol, rule.b()),
                    "count", Integer.toString(rule.count()),
                    "strength", text(rule.strength().wireName()),
                    "overridable", Boolean.toString(rule.overridable()),
                    "holds", text(rule.holds().wireName()))));
      }
    }
    return array(rules);
  }

  private static String deadlines(Protocol protocol) {
    List<String> deadlines = new ArrayList<>();
    for (Deadline deadline : protocol.expandedDeadlines()) {
      deadlines.add(
          object(
              Map.of(
                  "id", text(deadline.id()),
                  "from", matched(protocol, deadline.from()),
                  "to", matched(protocol, deadline.to()),
                  "within", seconds(deadline.within()))));
    }
    return array(deadlines);
  }

  /** The activities and words that the patterns match, sorted by code point. */
  private static String matched(Protocol protocol, List<String> patterns) {
    List<String> matched = new ArrayList<>();
    for (Activity activity : protocol.activities()) {
      if (activity.matchesAny(patterns)) {
        matched.add(activity.text());
      }
    }
    for (String pattern : patterns) {
      if (pattern.indexOf(':') < 0 && !matched.contains(pattern)) {
        matched.add(pattern);
      }
    }
    matched.sort(null);
    return strings(matched);
  }

  /** As ECMAScript writes the number that is nearest, which is what RFC 8785 asks for. */
  static String seconds(Duration within) {
    BigDecimal exact =
        BigDecimal.valueOf(within.getSeconds()).add(BigDecimal.valueOf(within.getNano(), 9));
    BigDecimal shortest = shortest(exact.doubleValue());
    if (shortest.compareTo(new BigDecimal("0.000001")) >= 0) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().toString();
    int exponent = shortest.scale() - digits.length() + 1;
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e-" + exponent;
  }

  /** The number of the fewest digits that reads as this one; not every Java release prints it. */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    int digits = 1;
    BigDecimal shortest = exact.round(new MathContext(digits));
    while (shortest.doubleValue() != number) {
      digits++;
      shortest = exact.round(new MathContext(digits));
    }
    return shortest.stripTrailingZeros();
  }

  private static String text(String plain) {
    return '"' + plain + '"';
  }

  private static String strings(List<String> texts) {
    return array(texts.stream().map(Fingerprint::text).toList());
  }

  private static String array(List<String> items) {
    return "[" + String.join(",", items) + "]";
  }

  /** The members by name, in the order of their UTF-16 code units. */
  private static String object(Map<String, String> members) {
    List<String> written = new ArrayList<>();
    new TreeMap<>(members).forEach((name, value) -> written.add(text(name) + ":" + value));
    return "{" + String.join(",", written) + "}";
  }
}
