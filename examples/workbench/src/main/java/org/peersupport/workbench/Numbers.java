package org.peersupport.workbench;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers that options have, told in plain words when they are none. */
final class Numbers {
  private Numbers() {}

  /** Lets a command read its numbers this way. */
  static void readBy(CommandLine command) {
    ITypeConverter<Long> longs = text -> read(text, Long.MIN_VALUE, Long.MAX_VALUE);
    ITypeConverter<Integer> ints =
        text -> Math.toIntExact(read(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
    command.registerConverter(Long.class, longs).registerConverter(long.class, longs);
    command.registerConverter(Integer.class, ints).registerConverter(int.class, ints);
    command.registerConverter(Double.class, Numbers::fraction);
    command.registerConverter(double.class, Numbers::fraction);
  }

  /** One that may have a fraction; words such as NaN are none. */
  private static double fraction(String text) {
    if (!text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?")) {
      throw new TypeConversionException("a number is expected, such as 0.3, not '" + text + "'");
    }
    return Double.parseDouble(text);
  }

  private static long read(String text, long least, long most) {
    if (!text.matches("[+-]?[0-9]+")) {
      throw new TypeConversionException(
          "a whole number is expected, such as 1000, not '" + text + "'");
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It has more digits than any number here.
    }
    throw new TypeConversionException(
        "a whole number from " + least + " to " + most + " is expected, not " + text);
  }
}
