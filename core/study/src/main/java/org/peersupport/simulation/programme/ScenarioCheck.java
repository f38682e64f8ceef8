package org.peersupport.simulation.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peersupport.protocol.Keys;
import org.peersupport.protocol.Limits;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.simulation.Lognormal;

/** Whether a scenario can be run under a protocol, entry by entry. */
final class ScenarioCheck {
  /** The longest programme: a hundred years. */
  static final int MOST_MONTHS = 1_200;

  /** The people that may be expected in a run. */
  static final int MOST_PEOPLE = 1_000_000;

  /**
   * The supporters and the departments of a programme, and the people that a supporter supports.
   */
  static final int MOST = 1_000;

  private static final int LAST_YEAR = 9_000;

  private final Scenario scenario;
  private final Protocol protocol;
  private final List<ScenarioProblem> problems = new ArrayList<>();

  private ScenarioCheck(Scenario scenario, Protocol protocol) {
    this.scenario = scenario;
    this.protocol = protocol;
  }

  /** Everything that is wrong, in document order. */
  static List<ScenarioProblem> of(Scenario scenario, Protocol protocol) {
    ScenarioCheck check = new ScenarioCheck(scenario, protocol);
    check.names();
    check.months();
    check.referrals();
    check.departments();
    check.supporters();
    check.contact();
    check.talks();
    check.published();
    return check.problems;
  }

  private void report(ScenarioProblemCode code, String pointer, String explanation) {
    problems.add(new ScenarioProblem(code, pointer, explanation));
  }

  private void range(boolean holds, String pointer, String explanation) {
    if (!holds) {
      report(ScenarioProblemCode.OUT_OF_RANGE, pointer, explanation);
    }
  }

  private void said(String text, String pointer) {
    if (text.isBlank()) {
      report(ScenarioProblemCode.MISSING, pointer, "Say something here; a blank says nothing.");
    }
    length(text, pointer);
  }

  private void length(String text, String pointer) {
    range(
        text.codePointCount(0, text.length()) <= Limits.TEXT,
        pointer,
        "A text has at most " + Limits.TEXT + " characters; this one has more.");
  }

  private void key(String id, String pointer) {
    if (!Keys.isKey(id)) {
      report(
          ScenarioProblemCode.ILL_FORMED,
          pointer,
          "An id is lower-case letters, digits and hyphens, at most 63; write it so.");
    }
  }

  private void names() {
    key(scenario.id(), "/id");
    said(scenario.title(), "/title");
    if (scenario.published().isEmpty()) {
      length(scenario.source(), "/source");
    } else {
      said(scenario.source(), "/source");
    }
  }

  private boolean areMonthsInRange() {
    return scenario.months() >= 1 && scenario.months() <= MOST_MONTHS;
  }

  private void months() {
    int year = scenario.start().getYear();
    range(
        year >= 1 && year <= LAST_YEAR,
        "/start",
        "A programme starts in the years 1 to " + LAST_YEAR + "; name such a day.");
    range(
        areMonthsInRange(),
        "/months",
        "A programme is simulated for 1 to "
            + MOST_MONTHS
            + " months; this one for "
            + scenario.months()
            + ".");
  }

  // --- people

  private void referrals() {
    List<Double> perMonth = scenario.referrals().perMonth();
    boolean one = perMonth.size() == 1;
    if (!one && perMonth.size() != scenario.months()) {
      report(
          ScenarioProblemCode.CONTRADICTION,
          "/referrals/byMonth",
          "There is one number for each of the "
              + scenario.months()
              + " months; here are "
              + perMonth.size()
              + ".");
      return;
    }
    for (int m = 0; m < perMonth.size(); m++) {
      range(
          perMonth.get(m) >= 0 && perMonth.get(m) <= MOST_PEOPLE,
          one ? "/referrals/perMonth" : "/referrals/byMonth/" + m,
          "Referrals in a month are a number from 0 to " + MOST_PEOPLE + ".");
    }
    if (areMonthsInRange()) {
      double all = 0;
      for (int m = 0; m < scenario.months(); m++) {
        all += scenario.referrals().expected(m);
      }
      range(
          !(all > MOST_PEOPLE),
          "/referrals",
          "At most " + MOST_PEOPLE + " people can be expected in all months together.");
    }
  }

  private void departments() {
    Set<String> names = new HashSet<>();
    double sum = 0;
    boolean inRange = true;
    range(
        scenario.departments().size() <= MOST,
        "/departments",
        "At most " + MOST + " departments are possible.");
    for (int d = 0; d < scenario.departments().size(); d++) {
      Department department = scenario.departments().get(d);
      String pointer = "/departments/" + d;
      said(department.name(), pointer + "/name");
      if (!names.add(department.name())) {
        duplicate(pointer + "/name");
      }
      boolean good = department.weight() >= 0 && department.weight() <= Double.MAX_VALUE;
      range(good, pointer + "/weight", "A weight is a number from 0 on.");
      inRange &= good;
      sum += department.weight();
    }
    range(
        scenario.departments().isEmpty() || !inRange || (sum > 0 && sum <= Double.MAX_VALUE),
        "/departments",
        "Weights have a finite sum that is more than 0, or nobody comes from anywhere.");
  }

  private void duplicate(String pointer) {
    report(
        ScenarioProblemCode.DUPLICATE,
        pointer,
        "Another entry is called the same; give each a name of its own.");
  }

  private void supporters() {
    if (scenario.supporters().isEmpty()) {
      report(
          ScenarioProblemCode.MISSING, "/supporters", "At least one supporter is needed; add one.");
      return;
    }
    Set<String> ids = new HashSet<>();
    long all = 0;
    for (int s = 0; s < scenario.supporters().size(); s++) {
      all += group(scenario.supporters().get(s), "/supporters/" + s, ids);
    }
    range(
        all <= MOST, "/supporters", "At most " + MOST + " supporters are possible; here are more.");
    everybodyFits();
  }

  /** The number of supporters in a group. */
  private long group(SupporterGroup group, String pointer, Set<String> ids) {
    key(group.id(), pointer + "/id");
    boolean countable = group.count() >= 1 && group.count() <= MOST;
    range(countable, pointer + "/count", "A group has 1 to " + MOST + " supporters.");
    List<String> expanded = countable ? Supporter.ids(group) : List.of(group.id());
    // All of them are added, so that the next clash is found too.
    if (expanded.stream().filter(id -> !ids.add(id)).count() > 0) {
      duplicate(pointer + "/id");
    }
    said(group.department(), pointer + "/department");
    for (int h = 0; h < group.hours().size(); h++) {
      hours(group.hours().get(h), pointer + "/hours/" + h);
    }
    range(
        group.mostCases() >= 1 && group.mostCases() <= MOST,
        pointer + "/mostCases",
        "A supporter supports 1 to " + MOST + " people at a time.");
    return group.count();
  }

  private void hours(OpenHours hours, String pointer) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    days.addAll(hours.days());
    if (days.isEmpty()) {
      report(ScenarioProblemCode.MISSING, pointer + "/days", "Name at least one day of the week.");
    } else if (days.size() < hours.days().size()) {
      report(
          ScenarioProblemCode.DUPLICATE,
          pointer + "/days",
          "A day of the week stands here twice; keep one of them.");
    }
    range(
        hours.from() >= 0 && hours.from() < hours.to() && hours.to() <= OpenHours.DAY,
        pointer + "/to",
        "Hours end later than they begin, at 24:00 at the latest; over midnight, name both days.");
  }

  private void everybodyFits() {
    if (scenario.departments().isEmpty()) {
      if (!scenario.supporters().stream().anyMatch(group -> Supporter.fits(protocol, "", group))) {
        nobodyFits("/departments");
      }
      return;
    }
    for (int d = 0; d < scenario.departments().size(); d++) {
      Department department = scenario.departments().get(d);
      boolean served =
          scenario.supporters().stream()
              .anyMatch(group -> Supporter.fits(protocol, department.name(), group));
      if (department.weight() > 0 && !served) {
        nobodyFits("/departments/" + d);
      }
    }
  }

  private void nobodyFits(String pointer) {
    report(
        ScenarioProblemCode.NOBODY_FITS,
        pointer,
        "The protocol pairs people with supporters of "
            + (protocol.pairing() == Pairing.SAME ? "the same" : "another")
            + " department, and there is none for these; add a supporter, or name the department.");
  }

  // --- what happens

  private void contact() {
    Contact contact = scenario.contact();
    time(contact.delay(), "/contact/delay");
    range(
        contact.limit().compareTo(Duration.ofMillis(1)) >= 0
            && contact.limit().compareTo(Lognormal.LONGEST) <= 0,
        "/contact/limit",
        "A limit is from a millisecond to ten years.");
    probability(contact.declines(), "/contact/declines");
    time(contact.declining(), "/contact/declining");
  }

  private void probability(double probability, String pointer) {
    range(probability >= 0 && probability <= 1, pointer, "A probability is a number from 0 to 1.");
  }

  private void time(Optional<Lognormal> time, String pointer) {
    time.ifPresent(
        each -> {
          range(
              each.median().compareTo(Duration.ofMillis(1)) >= 0
                  && each.median().compareTo(Lognormal.LONGEST) <= 0,
              pointer + "/median",
              "A median is from a millisecond to ten years; leave it out if it takes no time.");
          range(
              each.sigma() >= 0 && each.sigma() <= Lognormal.WIDEST,
              pointer + "/sigma",
              "A sigma is from 0 to 4.");
        });
  }

  private void talks() {
    Talks talks = scenario.talks();
    probability(talks.another(), "/conversations/another");
    if (!talks.number().isEmpty()) {
      number(talks);
    }
    time(talks.between(), "/conversations/between");
    Set<String> resources =
        protocol.resources().stream().map(Resource::key).collect(Collectors.toSet());
    for (int r = 0; r < talks.referringOn().size(); r++) {
      if (!resources.contains(talks.referringOn().get(r))) {
        report(
            ScenarioProblemCode.UNKNOWN,
            "/conversations/referringOn/" + r,
            "The protocol has no such resource; take one of its own, or another protocol.");
      }
    }
  }

  private void number(Talks talks) {
    String pointer = "/conversations/number";
    if (talks.another() > 0) {
      report(
          ScenarioProblemCode.CONTRADICTION,
          pointer,
          "Either the weights say how many conversations there are, or the probability that another"
              + " one follows; keep one of them.");
    }
    range(
        talks.number().size() <= Talks.MOST,
        pointer,
        "Nobody has more than " + Talks.MOST + " conversations; give at most as many weights.");
    double sum = 0;
    boolean inRange = true;
    for (int n = 0; n < talks.number().size(); n++) {
      double weight = talks.number().get(n);
      boolean good = weight >= 0 && weight <= Double.MAX_VALUE;
      range(good, pointer + "/" + n, "A weight is a number from 0 on.");
      inRange &= good;
      sum += weight;
    }
    range(
        !inRange || (sum > 0 && sum <= Double.MAX_VALUE),
        pointer,
        "Weights have a finite sum that is more than 0, or nothing can be drawn.");
  }

  private void published() {
    Set<Metric> figures = EnumSet.noneOf(Metric.class);
    for (int p = 0; p < scenario.published().size(); p++) {
      Published published = scenario.published().get(p);
      if (!figures.add(published.metric())) {
        duplicate("/published/" + p + "/figure");
      }
      range(
          Math.abs(published.value()) <= Double.MAX_VALUE,
          "/published/" + p + "/value",
          "A figure is a finite number.");
    }
  }
}
