package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.peersupport.json.LogHeaderException;

/** The user gave something that cannot be used; the lines say what, for standard error. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // only ever a list that List.copyOf made
  private final List<String> lines;

  BadInputException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  BadInputException(String line) {
    this(List.of(line));
  }

  /** What went wrong with a file, in words that do not need the exception's name. */
  static BadInputException of(String file, IOException e) {
    if (e instanceof LogHeaderException header) {
      return new BadInputException(file + ":" + header.line() + ": " + header.getMessage());
    }
    String what = e.getMessage();
    if (e instanceof NoSuchFileException) {
      what = "there is no such file or directory";
    } else if (e instanceof AccessDeniedException) {
      what = "permission denied";
    } else if ("Is a directory".equals(what)) {
      what = "this is a directory; name a file";
    } else if (what == null) {
      what = e.getClass().getSimpleName();
    }
    return new BadInputException(file + ": " + what);
  }

  /** The first is a summary. */
  List<String> lines() {
    return lines;
  }
}
