package org.peersupport.json.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instants as text: {@code 2026-03-02T09:00:00Z}, with three digits of a second or none, as they
 * are written. Exact for the years 0001 to 9999. Any other date-time of RFC 3339 is read too: with
 * an offset, with up to nine digits of a second, in small letters. What is finer than a millisecond
 * is cut off. A leap second is none that java.time knows, and is refused.
 *
 * <p>Written by hand because they are most of what an event costs to read and to write. The
 * conversion between days and dates counts in eras of 400 years that begin in March: H. Hinnant,
 * chrono-Compatible Low-Level Date Algorithms, 2013.
 */
final class Instants {
  /** The length without a fraction. */
  private static final int WHOLE = 20;

  /** The length with milliseconds. */
  static final int LONGEST = 24;

  private static final long FIRST = -62_135_596_800L;
  private static final long LAST = 253_402_300_799L;
  private static final int DAY = 86_400;
  private static final int ERA_DAYS = 146_097;
  private static final int EPOCH_IN_ERAS = 719_468;

  private Instants() {}

  /** A date-time as RFC 3339 writes it: date and time, a fraction, and the offset. */
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)"
              + "(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");

  /** The instant, or null when the text is none. */
  static @Nullable Instant parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Instant instant = parse(bytes, 0, bytes.length);
    return instant == null ? parseAny(text) : instant;
  }

  private static @Nullable Instant parseAny(String text) {
    Matcher parts = DATE_TIME.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    LocalDateTime local;
    try {
      local = LocalDateTime.parse(parts.group(1));
    } catch (DateTimeParseException e) {
      return null;
    }
    int minutes =
        parts.group(2) == null
            ? 0
            : Integer.parseInt(parts.group(3)) * 60 + Integer.parseInt(parts.group(4));
    LocalDateTime utc = local.minusMinutes("-".equals(parts.group(2)) ? -minutes : minutes);
    boolean inRange = local.getYear() >= 1 && utc.getYear() >= 1 && utc.getYear() <= 9999;
    return inRange ? utc.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS) : null;
  }

  /** The instant that so many bytes are, or null when they are not in the form that is written. */
  static @Nullable Instant parse(byte[] text, int from, int length) {
    if (length < WHOLE
        || length > LONGEST
        || text[from + length - 1] != 'Z'
        || text[from + 4] != '-'
        || text[from + 7] != '-'
        || text[from + 10] != 'T'
        || text[from + 13] != ':'
        || text[from + 16] != ':') {
      return null;
    }
    int year = two(text, from) * 100 + two(text, from + 2);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    int second = two(text, from + 17);
    int nanos = length == WHOLE ? 0 : fraction(text, from, length);
    boolean inRange =
        year >= 1
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && (day <= 28 || day <= daysIn(year, month))
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59
            && second >= 0
            && second <= 59
            && nanos >= 0;
    if (!inRange) {
      return null;
    }
    long seconds = days(year, month, day) * DAY + hour * 3600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds, nanos);
  }

  /** The number that two digits make; far below zero when one is no digit. */
  private static int two(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : tens * 10 + ones;
  }

  /** The nanoseconds that the digits after the point make, or -1. */
  private static int fraction(byte[] text, int from, int length) {
    if (text[from + WHOLE - 1] != '.' || length == WHOLE + 1) {
      return -1;
    }
    int nanos = 0;
    int unit = 100_000_000;
    for (int i = WHOLE; i < length - 1; i++) {
      int digit = text[from + i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      nanos += digit * unit;
      unit /= 10;
    }
    return nanos;
  }

  private static int daysIn(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** The days from 1970-01-01 to the date. */
  private static long days(int year, int month, int day) {
    int marchYear = month <= 2 ? year - 1 : year;
    int era = marchYear / 400;
    int yearOfEra = marchYear - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (long) era * ERA_DAYS + dayOfEra - EPOCH_IN_ERAS;
  }

  /**
   * Writes the instant, in whole milliseconds, to the start of the array.
   *
   * @param text room for at least {@link #LONGEST} characters
   * @return how many characters were written, or -1 for a year that is not of four digits
   */
  static int format(Instant instant, char[] text) {
    long seconds = instant.getEpochSecond();
    if (seconds < FIRST || seconds > LAST) {
      return -1;
    }
    int shifted = (int) Math.floorDiv(seconds, (long) DAY) + EPOCH_IN_ERAS;
    int era = shifted / ERA_DAYS;
    int dayOfEra = shifted - era * ERA_DAYS;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    two(text, 0, year / 100);
    two(text, 2, year % 100);
    text[4] = '-';
    two(text, 5, month);
    text[7] = '-';
    two(text, 8, day);
    text[10] = 'T';
    int second = (int) Math.floorMod(seconds, (long) DAY);
    two(text, 11, second / 3600);
    text[13] = ':';
    two(text, 14, second / 60 % 60);
    text[16] = ':';
    two(text, 17, second % 60);
    return end(text, instant.getNano() / 1_000_000);
  }

  private static int end(char[] text, int millis) {
    if (millis == 0) {
      text[WHOLE - 1] = 'Z';
      return WHOLE;
    }
    text[WHOLE - 1] = '.';
    text[WHOLE] = (char) ('0' + millis / 100);
    two(text, WHOLE + 1, millis % 100);
    text[LONGEST - 1] = 'Z';
    return LONGEST;
  }

  private static void two(char[] text, int at, int number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }

  /** The text of an instant of a year that is not of four digits, the ISO way. */
  static String far(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
