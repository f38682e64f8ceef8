package org.peersupport.json.studies.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Members;
import org.peersupport.json.internal.Shape;
import org.peersupport.json.internal.Source;
import org.peersupport.json.internal.ValueReader;
import org.peersupport.json.internal.Vocabulary;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.programme.Contact;
import org.peersupport.simulation.programme.Department;
import org.peersupport.simulation.programme.Metric;
import org.peersupport.simulation.programme.Published;
import org.peersupport.simulation.programme.Referrals;
import org.peersupport.simulation.programme.Role;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.SupporterGroup;
import org.peersupport.simulation.programme.Talks;

/** Reads scenario documents. What a scenario means is looked at when it is run. */
public final class ScenarioReader {
  /** A scenario. */
  public static final ValueReader<Scenario> SCENARIO = source -> new ScenarioReader().read(source);

  private static final Shape SHAPE =
      Shape.ofDocument(
          "format",
          "version",
          "id",
          "title",
          "source",
          "start",
          "months",
          "referrals",
          "departments",
          "supporters",
          "contact",
          "conversations",
          "published",
          "assumptions");

  private static final long NEEDED = Shape.mask(2, 3, 5, 6, 7, 9, 10, 11);
  private static final Shape REFERRALS = Shape.ofDocument("perMonth", "byMonth");
  private static final Shape DEPARTMENT = Shape.ofDocument("name", "weight");
  private static final Shape CONTACT = Shape.ofDocument("delay", "limit", "declines", "declining");
  private static final Shape CONVERSATIONS =
      Shape.ofDocument("protocol", "behaviour", "another", "number", "between", "referringOn");
  private static final Shape PUBLISHED = Shape.ofDocument("figure", "value", "role", "note");
  private static final Vocabulary<Boolean> FORMATS =
      new Vocabulary<Boolean>().with("peersupport/scenario", true);

  private @Nullable String id;
  private @Nullable String title;
  private @Nullable String origin;
  private @Nullable LocalDate start;
  private int months;
  private @Nullable Referrals referrals;
  private List<Department> departments = List.of();
  private List<SupporterGroup> supporters = List.of();
  private @Nullable Contact contact;
  private @Nullable Talks talks;
  private List<Published> published = List.of();
  private List<String> assumptions = List.of();

  private ScenarioReader() {}

  private @Nullable Scenario read(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    for (int member = members.next(); member >= 0; member = members.next()) {
      take(member, members);
    }
    if (!members.end(NEEDED)) {
      return null;
    }
    return Scenario.of(requireNonNull(id), requireNonNull(start), months, requireNonNull(referrals))
        .titled(requireNonNull(title), origin == null ? "" : origin)
        .from(departments.toArray(new Department[0]))
        .supportedBy(supporters.toArray(new SupporterGroup[0]))
        .contacting(requireNonNull(contact))
        .talking(requireNonNull(talks))
        .publishing(published)
        .assuming(assumptions);
  }

  private void take(int member, Members members) throws IOException {
    switch (member) {
      case 0 -> members.word(FORMATS);
      case 1 -> members.version();
      case 2 -> id = members.string();
      case 3 -> title = members.string();
      case 4 -> origin = members.string();
      case 5 -> start = members.value(ScenarioParts.DATE);
      case 6 -> months = members.integer();
      case 7 -> referrals = members.value(ScenarioReader::referrals);
      case 8 -> departments = members.each(ScenarioReader::department, JsonLimits.ENTRIES);
      case 9 -> supporters = members.some(ScenarioParts.SUPPORTERS, JsonLimits.ENTRIES);
      case 10 -> contact = members.value(ScenarioReader::contact);
      case 11 -> talks = members.value(ScenarioReader::talks);
      case 12 -> published = members.each(ScenarioReader::published, JsonLimits.ENTRIES);
      default -> assumptions = members.strings();
    }
  }

  private static @Nullable Referrals referrals(Source source) throws IOException {
    Members members = Members.of(source, REFERRALS);
    if (members == null) {
      return null;
    }
    int line = source.line();
    List<Double> perMonth = List.of();
    for (int member = members.next(); member >= 0; member = members.next()) {
      if (member == 0) {
        Double number = members.value(Amounts.NUMBER);
        perMonth = number == null ? List.of() : List.of(number);
      } else {
        perMonth = members.some(Amounts.NUMBER, ScenarioParts.MONTHS);
      }
    }
    boolean both = members.has(0) && members.has(1);
    if (both) {
      source.report(
          IssueCode.ILL_FORMED,
          line,
          "Either one number for every month, perMonth, or one for each, byMonth. Keep one.");
    }
    boolean table = members.has(1);
    return members.end(table ? 0 : Shape.mask(0)) ? new Referrals(perMonth) : null;
  }

  private static @Nullable Department department(Source source) throws IOException {
    Members members = Members.of(source, DEPARTMENT);
    if (members == null) {
      return null;
    }
    String name = null;
    Double weight = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      if (member == 0) {
        name = members.string();
      } else {
        weight = members.value(Amounts.NUMBER);
      }
    }
    return members.end(Shape.mask(0, 1))
        ? new Department(requireNonNull(name), requireNonNull(weight))
        : null;
  }

  private static @Nullable Contact contact(Source source) throws IOException {
    Members members = Members.of(source, CONTACT);
    if (members == null) {
      return null;
    }
    Lognormal delay = null;
    Duration limit = null;
    Double declines = null;
    Lognormal declining = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> delay = members.value(Amounts.LOGNORMAL);
        case 1 -> limit = members.duration();
        case 2 -> declines = members.value(Amounts.NUMBER);
        default -> declining = members.value(Amounts.LOGNORMAL);
      }
    }
    return members.end(Shape.mask(1))
        ? new Contact(
            Optional.ofNullable(delay),
            requireNonNull(limit),
            declines == null ? 0 : declines,
            Optional.ofNullable(declining))
        : null;
  }

  private static @Nullable Talks talks(Source source) throws IOException {
    Members members = Members.of(source, CONVERSATIONS);
    if (members == null) {
      return null;
    }
    String protocol = null;
    String behaviour = null;
    Double another = null;
    List<Double> number = new ArrayList<>();
    Lognormal between = null;
    List<String> referringOn = List.of();
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> protocol = members.string();
        case 1 -> behaviour = members.string();
        case 2 -> another = members.value(Amounts.NUMBER);
        case 3 -> number = members.some(Amounts.NUMBER, Talks.MOST);
        case 4 -> between = members.value(Amounts.LOGNORMAL);
        default -> referringOn = members.strings();
      }
    }
    return members.end(Shape.mask(0, 1))
        ? new Talks(
            requireNonNull(protocol),
            requireNonNull(behaviour),
            another == null ? 0 : another,
            number,
            Optional.ofNullable(between),
            referringOn)
        : null;
  }

  private static @Nullable Published published(Source source) throws IOException {
    Members members = Members.of(source, PUBLISHED);
    if (members == null) {
      return null;
    }
    Metric metric = null;
    Double value = null;
    Role role = null;
    String note = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> metric = members.word(ScenarioParts.METRICS);
        case 1 -> value = members.value(Amounts.NUMBER);
        case 2 -> role = members.word(ScenarioParts.ROLES);
        default -> note = members.string();
      }
    }
    return members.end(Shape.mask(0, 1, 2))
        ? new Published(
            requireNonNull(metric),
            requireNonNull(value),
            requireNonNull(role),
            note == null ? "" : note)
        : null;
  }
}
