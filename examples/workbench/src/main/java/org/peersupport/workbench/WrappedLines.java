package org.peersupport.workbench;

/** Lines of a page for people, broken between words. */
final class WrappedLines {
  private static final int WIDTH = 100;

  private final StringBuilder lines = new StringBuilder();

  /** A line as it is. */
  WrappedLines line(String text) {
    lines.append(text).append('\n');
    return this;
  }

  /** A line under which there is a rule of the same length. */
  WrappedLines heading(String text) {
    return line("").line(text).line("-".repeat(text.codePointCount(0, text.length())));
  }

  /** A line, broken between words, its continuation set in by as much and a little more. */
  WrappedLines wrapped(String text) {
    String indent = " ".repeat(text.length() - text.stripLeading().length());
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split(" ", -1)) {
      boolean isEmpty = line.toString().isBlank();
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(indent + "  ");
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
    }
    return line(line.toString());
  }

  /** Lines that are broken already. */
  WrappedLines lines(WrappedLines others) {
    lines.append(others.lines);
    return this;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
