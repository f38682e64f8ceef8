package org.peersupport.json.studies.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Arrays;
import org.peersupport.json.internal.Members;
import org.peersupport.json.internal.Shape;
import org.peersupport.json.internal.Source;
import org.peersupport.json.internal.ValueReader;
import org.peersupport.json.internal.Vocabulary;
import org.peersupport.simulation.programme.Metric;
import org.peersupport.simulation.programme.OpenHours;
import org.peersupport.simulation.programme.Role;
import org.peersupport.simulation.programme.SupporterGroup;

/** Reads what scenario documents are made of. */
final class ScenarioParts {
  /** The entries of a table by month. */
  static final int MONTHS = 1_200;

  static final Vocabulary<Metric> METRICS = new Vocabulary<>();
  static final Vocabulary<Role> ROLES = new Vocabulary<>();
  private static final Vocabulary<DayOfWeek> DAYS = new Vocabulary<>();

  static {
    for (Metric word : Metric.values()) {
      METRICS.with(word.wireName(), word);
    }
    for (Role word : Role.values()) {
      ROLES.with(word.wireName(), word);
    }
    for (DayOfWeek word : DayOfWeek.values()) {
      DAYS.with(day(word), word);
    }
  }

  /** A day. */
  static final ValueReader<LocalDate> DATE = ScenarioParts::date;

  /** Supporters who are alike. */
  static final ValueReader<SupporterGroup> SUPPORTERS = ScenarioParts::supporters;

  private static final ValueReader<DayOfWeek> DAY = ScenarioParts::dayOfWeek;
  private static final ValueReader<Integer> TIME = ScenarioParts::time;

  private static final Shape HOURS = Shape.ofDocument("days", "from", "to");
  private static final Shape SUPPORTERS_SHAPE =
      Shape.ofDocument("id", "count", "department", "hours", "mostCases");

  private static final Pattern DATE_WRITTEN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIME_WRITTEN =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])|24:00");

  private ScenarioParts() {}

  /** The name of a day in documents. */
  static String day(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable LocalDate date(Source source) throws IOException {
    String text = Arrays.STRING.read(source);
    if (text == null) {
      return null;
    }
    try {
      if (DATE_WRITTEN.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // There is no such day; said below, without the words of the text.
    }
    source.report(IssueCode.ILL_FORMED, "A day is written the ISO-8601 way, such as 2026-03-02.");
    return null;
  }

  private static @Nullable Integer time(Source source) throws IOException {
    String text = Arrays.STRING.read(source);
    if (text == null) {
      return null;
    }
    Matcher matcher = TIME_WRITTEN.matcher(text);
    if (!matcher.matches()) {
      source.report(
          IssueCode.ILL_FORMED, "A time of day is written from 00:00 to 24:00, such as 09:30.");
      return null;
    }
    return matcher.group(1) == null
        ? 24 * 60
        : Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
  }

  private static @Nullable DayOfWeek dayOfWeek(Source source) throws IOException {
    String text = Arrays.STRING.read(source);
    if (text == null) {
      return null;
    }
    DayOfWeek day = DAYS.find(text);
    if (day == null) {
      source.report(IssueCode.UNKNOWN_VALUE, DAYS.explanation());
    }
    return day;
  }

  private static @Nullable OpenHours hours(Source source) throws IOException {
    Members members = Members.of(source, HOURS);
    if (members == null) {
      return null;
    }
    List<DayOfWeek> days = List.of();
    Integer from = null;
    Integer to = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> days = members.some(DAY, DayOfWeek.values().length);
        case 1 -> from = members.value(TIME);
        default -> to = members.value(TIME);
      }
    }
    return members.end(Shape.mask(0, 1, 2))
        ? new OpenHours(days, requireNonNull(from), requireNonNull(to))
        : null;
  }

  private static @Nullable SupporterGroup supporters(Source source) throws IOException {
    Members members = Members.of(source, SUPPORTERS_SHAPE);
    if (members == null) {
      return null;
    }
    String id = null;
    int count = 1;
    String department = null;
    List<OpenHours> hours = List.of();
    int mostCases = 1;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> id = members.string();
        case 1 -> count = members.integer();
        case 2 -> department = members.string();
        case 3 -> hours = members.some(ScenarioParts::hours, JsonLimits.ENTRIES);
        default -> mostCases = members.integer();
      }
    }
    return members.end(Shape.mask(0, 2, 4))
        ? new SupporterGroup(
            requireNonNull(id), count, requireNonNull(department), hours, mostCases)
        : null;
  }
}
