package org.peersupport.workbench;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The option that names the language of sentences for people. Commands that say some mix it in; all
 * others take it too.
 */
final class LanguageTag {
  private static final String NAME = "--language";

  @Option(
      names = NAME,
      paramLabel = "TAG",
      converter = Converter.class,
      description =
          "The language of sentences for people, as a BCP 47 tag such as 'de' or 'pt-BR'. What is"
              + " not there in that language is said in English.")
  private Locale locale = Locale.ROOT;

  /** The language; the root locale, which is English, where none is asked for. */
  Locale locale() {
    return locale;
  }

  /** Lets every command take the option, also those that say nothing in another language yet. */
  static void takenBy(CommandLine command) {
    command.getSubcommands().values().forEach(LanguageTag::takenBy);
    boolean takes = command.getCommandSpec().findOption(NAME) != null;
    if (!takes && command.getSubcommands().isEmpty()) {
      command.addMixin("language", new LanguageTag());
    }
  }

  /** The language of a tag; empty for a tag that is ill-formed. */
  static Optional<Locale> parse(String tag) {
    try {
      return tag.isEmpty()
          ? Optional.empty()
          : Optional.of(new Locale.Builder().setLanguageTag(tag).build());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** Reads a tag from the command line. */
  static final class Converter implements ITypeConverter<Locale> {
    @Override
    public Locale convert(String tag) {
      return parse(tag)
          .orElseThrow(
              () ->
                  new TypeConversionException("a BCP 47 tag is expected, such as 'de' or 'pt-BR'"));
    }
  }
}
