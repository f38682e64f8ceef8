package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/** Says the sides of rules in words, with titles instead of keys. */
final class ActWords {
  /** What a rule that is repeated for each resource or element speaks of. */
  static final String EACH = "each ";

  /** The most titles that are listed of one kind of act. */
  private static final int MOST = 8;

  private final Protocol protocol;

  ActWords(Protocol protocol) {
    this.protocol = protocol;
  }

  /**
   * Any of these patterns, the acts of a kind said together.
   *
   * @param again whether what the rule is repeated for was named before
   */
  String side(List<String> patterns, boolean again) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (String pattern : patterns) {
      int colon = pattern.indexOf(':');
      String kind = pattern.substring(0, colon);
      kinds
          .computeIfAbsent(kind, none -> new ArrayList<>())
          .add(what(kind, pattern.substring(colon + 1), again));
    }
    List<String> said = new ArrayList<>();
    kinds.forEach((kind, titles) -> said.add(doing(kind) + " " + either(titles)));
    return String.join(" or ", said);
  }

  /** The title of a resource. */
  String resource(String key) {
    return Texts.shortened(Texts.clean(protocol.resource(key).map(Resource::title).orElse(key)));
  }

  /** The title of an element, in quotes. */
  String element(String key) {
    String title = protocol.element(key).map(Element::title).orElse(key);
    return "'" + Texts.shortened(Texts.clean(title)) + "'";
  }

  private String what(String kind, String qualifier, boolean again) {
    if (qualifier.startsWith("{")) {
      return again ? "it" : EACH + qualifier.substring(1, qualifier.length() - 1);
    }
    if (qualifier.equals("*")) {
      return switch (kind) {
        case "begin" -> "any element";
        case "concern" -> "of any level";
        case "thank" -> "anything";
        default -> "any resource";
      };
    }
    return switch (kind) {
      case "begin" -> element(qualifier);
      case "concern" -> "'" + qualifier + "'";
      case "thank" -> qualifier;
      default -> resource(qualifier);
    };
  }

  private static String doing(String kind) {
    return switch (kind) {
      case "begin" -> "beginning";
      case "concern" -> "a concern";
      case "offer" -> "offering";
      case "accept" -> "accepting";
      case "decline" -> "declining";
      case "connect" -> "connecting to";
      case "complete" -> "completing";
      case "lapse" -> "the lapse of";
      default -> "thanks for";
    };
  }

  private static String either(List<String> titles) {
    if (titles.size() > MOST) {
      int more = titles.size() - MOST + 1;
      return String.join(", ", titles.subList(0, MOST - 1)) + " or one of " + more + " more";
    }
    int last = titles.size() - 1;
    String first = String.join(", ", titles.subList(0, last));
    return (first.isEmpty() ? "" : first + " or ") + titles.get(last);
  }
}
