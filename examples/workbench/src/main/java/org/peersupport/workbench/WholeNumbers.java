package org.peersupport.workbench;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers that options have, told in plain words when they are none. */
final class WholeNumbers {
  private WholeNumbers() {}

  /** Lets a command read its numbers this way. */
  static void readBy(CommandLine command) {
    ITypeConverter<Long> longs = text -> read(text, Long.MIN_VALUE, Long.MAX_VALUE);
    ITypeConverter<Integer> ints =
        text -> Math.toIntExact(read(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
    command.registerConverter(Long.class, longs).registerConverter(long.class, longs);
    command.registerConverter(Integer.class, ints).registerConverter(int.class, ints);
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
