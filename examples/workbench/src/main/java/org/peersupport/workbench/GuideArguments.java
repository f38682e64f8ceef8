package org.peersupport.workbench;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The arguments of {@code guide}.
 *
 * @param protocols the protocols on top of the catalogue, by id or path
 * @param log the log to replay and to write
 * @param sync whether an answer waits for the disk
 * @param language the language of sentences for people
 */
record GuideArguments(List<String> protocols, Optional<Path> log, boolean sync, Locale language) {

  /**
   * Reads arguments in their plain form; empty for any other. A guide answers soon after its start,
   * and picocli alone takes longer to start than the rest together; it reads whatever is not plain,
   * mistakes included.
   */
  static Optional<GuideArguments> parse(List<String> arguments) {
    List<String> protocols = new ArrayList<>();
    Optional<Path> log = Optional.empty();
    boolean sync = false;
    Locale language = Locale.ROOT;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (isValue(argument)) {
        protocols.add(argument);
      } else if (argument.equals("--sync") && !sync) {
        sync = true;
      } else if (argument.equals("--log") && log.isEmpty() && i + 1 < arguments.size()) {
        i++;
        log = isValue(arguments.get(i)) ? path(arguments.get(i)) : Optional.empty();
        if (log.isEmpty()) {
          return Optional.empty();
        }
      } else if (argument.equals("--language")
          && language.equals(Locale.ROOT)
          && i + 1 < arguments.size()) {
        i++;
        Optional<Locale> named = LanguageTag.parse(arguments.get(i));
        if (named.isEmpty()) {
          return Optional.empty();
        }
        language = named.get();
      } else {
        return Optional.empty();
      }
    }
    boolean sensible = log.isPresent() || !sync;
    return sensible
        ? Optional.of(new GuideArguments(protocols, log, sync, language))
        : Optional.empty();
  }

  private static boolean isValue(String argument) {
    return !argument.isEmpty() && "-\"'@".indexOf(argument.charAt(0)) < 0;
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
