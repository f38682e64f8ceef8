package org.peersupport.workbench.declare;

import java.util.ArrayList;
import java.util.List;

/**
 * A model of DECLARE as it was read: tasks, constraints, and what is in it that a protocol lacks.
 */
public final class DeclareModel {
  /**
   * A constraint.
   *
   * @param template its name as the model writes it, a count included
   * @param sides the tasks of each side
   * @param place where it stands, for people
   */
  record Constraint(String template, List<List<String>> sides, String place) {}

  private final List<String> tasks = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  DeclareModel() {}

  List<String> tasks() {
    return tasks;
  }

  List<Constraint> constraints() {
    return constraints;
  }

  /** What a protocol cannot say, a line for each. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** What cannot be read, a line for each; where there is any, the model cannot be used. */
  public List<String> problems() {
    return problems;
  }

  void addTask(String name) {
    if (!tasks.contains(name)) {
      tasks.add(name);
    }
  }

  void leaveOut(String place, String why) {
    leftOut.add(place + ": " + why);
  }

  void problem(String place, String what) {
    problems.add(place + ": " + what);
  }
}
