package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Shape;

/**
 * Reads the members of one object, noting what is wrong with them. Each method gives an empty value
 * when the member is not as it must be.
 */
final class Fields {
  private static final int NAME_CHARACTERS = 200;
  private static final String MORE =
      "There are more issues than are reported. Mend these and try again.";
  private static final String MANY = "An array has at most " + JsonLimits.ENTRIES + " entries.";

  private final ObjectNode object;
  private final String pointer;
  private final int line;
  private final List<Issue> issues;

  /**
   * @param pointer the place of the object in its line
   * @param issues takes what is wrong
   */
  Fields(ObjectNode object, String pointer, int line, List<Issue> issues) {
    this.object = object;
    this.pointer = pointer;
    this.line = line;
    this.issues = issues;
  }

  boolean has(String member) {
    return object.has(member);
  }

  /** Something is wrong with a member. */
  void report(IssueCode code, String member, String explanation) {
    note(issues, new Issue(code.wireName(), pointer + "/" + member, line, explanation));
  }

  /** Adds an issue; the last one for which there is room says that there are more. */
  static void note(List<Issue> issues, Issue issue) {
    if (issues.size() < JsonLimits.ISSUES - 1) {
      issues.add(issue);
    } else if (issues.size() == JsonLimits.ISSUES - 1) {
      issues.add(new Issue(IssueCode.TOO_LARGE.wireName(), "", issue.line(), MORE));
    }
  }

  /** The member, whatever it is; a missing node when it is not there, which is reported. */
  JsonNode needed(String member) {
    JsonNode value = object.path(member);
    if (value.isMissingNode()) {
      report(
          IssueCode.MISSING_MEMBER,
          member,
          "The member \"" + member + "\" is needed here. Add it.");
    }
    return value;
  }

  /** Reports members that the shape forbids, at the place of the object. */
  void only(Shape shape) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (shape.forbids(name)) {
                note(
                    issues,
                    new Issue(
                        IssueCode.UNKNOWN_MEMBER.wireName(),
                        pointer,
                        line,
                        shape.explanation(name)));
              }
            });
  }

  /** An object that must be there; an empty one when it is not. */
  ObjectNode object(String member) {
    JsonNode value = needed(member);
    if (value instanceof ObjectNode found) {
      return found;
    }
    wrong(value, member, "An object is expected here.");
    return object.objectNode();
  }

  /** A name for people: a line of 1 to 200 characters. */
  String name(String member) {
    JsonNode value = needed(member);
    if (isName(value)) {
      return value.asText();
    }
    wrong(value, member, "A name is a string of 1 to 200 characters in one line.");
    return "";
  }

  private static boolean isName(JsonNode value) {
    String text = value.asText();
    return value.isTextual()
        && !text.isBlank()
        && text.length() <= NAME_CHARACTERS
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** A SHA-256 in hexadecimal. */
  String sha256(String member) {
    JsonNode value = needed(member);
    if (value.isTextual() && value.asText().matches("[0-9a-f]{64}")) {
      return value.asText();
    }
    wrong(value, member, "A SHA-256 is written with 64 digits, 0 to 9 and a to f.");
    return "";
  }

  /** A whole number from 0. */
  int count(String member) {
    JsonNode value = needed(member);
    if (value.isInt() && value.asInt() >= 0) {
      return value.asInt();
    }
    wrong(value, member, "A whole number from 0 is expected here.");
    return 0;
  }

  /** An array of names; none when it is not there. */
  List<String> names(String member) {
    return texts(member, "A name is a string of 1 to 200 characters in one line.", Fields::isName);
  }

  /** An array of sentences; none when it is not there. */
  List<String> sentences(String member) {
    return texts(member, "A string is expected here.", JsonNode::isTextual);
  }

  private List<String> texts(String member, String expected, Predicate<JsonNode> fits) {
    List<String> texts = new ArrayList<>();
    JsonNode value = object.path(member);
    if (!value.isArray()) {
      wrong(value, member, "An array of strings is expected here.");
      return texts;
    }
    if (value.size() > JsonLimits.ENTRIES) {
      report(IssueCode.TOO_LARGE, member, MANY);
      return texts;
    }
    for (int i = 0; i < value.size(); i++) {
      if (fits.test(value.path(i))) {
        texts.add(value.path(i).asText());
      } else {
        wrong(value.path(i), member + "/" + i, expected);
      }
    }
    return texts;
  }

  /** Reports members that have another name than these. */
  void only(SortedSet<String> known) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!known.contains(member.getKey())) {
        String explanation =
            "A member here has an unknown name. Possible are " + String.join(", ", known) + ".";
        note(issues, new Issue(IssueCode.UNKNOWN_VALUE.wireName(), pointer, line, explanation));
      }
    }
  }

  /** The format that a document must name, and its version 1. */
  void format(String format, String what) {
    if (!format.equals(needed("format").asText())) {
      wrong(object.path("format"), "format", "This must be \"" + format + "\".");
    }
    JsonNode version = needed("version");
    if (!version.isInt() || version.asInt() != 1) {
      wrong(version, "version", "This release reads version 1 of " + what + ".");
    }
  }

  private void wrong(JsonNode value, String member, String explanation) {
    if (!value.isMissingNode()) {
      report(IssueCode.ILL_FORMED, member, explanation);
    }
  }
}
