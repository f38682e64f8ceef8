package org.peersupport.workbench.declare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .decl} text as RuM and Declare4Py write it:
 *
 * <pre>
 * activity Submit
 * activity Review
 * bind Submit: amount
 * amount: integer between 0 and 100
 * Response[Submit, Review] |A.amount &gt; 10 | |0,3,d
 * </pre>
 *
 * <p>A constraint with a condition on data is left out, because without it another thing would be
 * demanded; a condition on time is dropped. Both are told, and so are bindings and attributes.
 */
final class DeclText {
  private static final Pattern CONSTRAINT =
      Pattern.compile("([A-Za-z][A-Za-z _-]*[0-9]*)\\s*\\[(.*)\\]([^\\]]*)");
  private static final Pattern TIME =
      Pattern.compile("\\s*[0-9]+\\s*,\\s*[0-9]+\\s*,\\s*[smhd]\\s*");

  private final DeclareModel model = new DeclareModel();

  private DeclText() {}

  static DeclareModel read(String text) {
    DeclText reader = new DeclText();
    List<String> lines = text.lines().toList();
    for (String line : lines) {
      if (line.strip().startsWith("activity ")) {
        reader.model.addTask(line.strip().substring("activity ".length()).strip());
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      reader.line(lines.get(i).strip(), "line " + (i + 1));
    }
    return reader.model;
  }

  private void line(String line, String place) {
    Matcher constraint = CONSTRAINT.matcher(line);
    if (line.isEmpty() || line.startsWith("activity ")) {
      return;
    }
    if (line.startsWith("bind ")) {
      model.leaveOut(place, "data of a task is left out");
    } else if (constraint.matches()) {
      constraint(constraint, place);
    } else if (line.indexOf(':') > 0) {
      model.leaveOut(place, "an attribute is left out");
    } else {
      model.problem(place, "is neither an activity, a binding, an attribute nor a constraint");
    }
  }

  private void constraint(Matcher constraint, String place) {
    for (String condition : constraint.group(3).split("\\|", -1)) {
      if (TIME.matcher(condition).matches()) {
        model.leaveOut(place, "a condition on time is left out of a constraint that is kept");
      } else if (!condition.isBlank()) {
        model.leaveOut(place, "a constraint is left out because of its condition on data");
        return;
      }
    }
    List<List<String>> sides = new ArrayList<>();
    for (String task : tasks(constraint.group(2))) {
      sides.add(List.of(task));
    }
    model.constraints().add(new DeclareModel.Constraint(constraint.group(1).strip(), sides, place));
  }

  /** One task or two; a name may have a comma in it. */
  private List<String> tasks(String text) {
    if (model.tasks().contains(text.strip())) {
      return List.of(text.strip());
    }
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
      String first = text.substring(0, comma).strip();
      String second = text.substring(comma + 1).strip();
      if (model.tasks().contains(first) && model.tasks().contains(second)) {
        return List.of(first, second);
      }
    }
    List<String> unknown = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      unknown.add(part.strip());
    }
    return unknown;
  }
}
