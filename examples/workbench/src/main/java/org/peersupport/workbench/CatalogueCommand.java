package org.peersupport.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what ships. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Lists the protocols that ship.",
    description = {
      "",
      "One JSON line each. Elements, rules, resources and deadlines are counted; rules as they bind a session, those"
          + " of the order among them.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:done", "2:bad usage; standard error says what"})
final class CatalogueCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--text", description = "Print a table for people.")
  private boolean text;

  @Mixin private LanguageTag language = new LanguageTag();

  CatalogueCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (text) {
      print("id", "release", "order", "elements", "rules", "resources", "deadlines", "title");
    }
    for (Protocol protocol : Variants.all()) {
      if (text) {
        print(
            protocol.id(),
            protocol.release(),
            protocol.order().mode().wireName(),
            protocol.elements().size(),
            protocol.expandedRules().size(),
            protocol.resources().size(),
            protocol.deadlines().size(),
            protocol.in(language.locale()).title());
      } else {
        console.printLine(json(protocol.in(language.locale())));
      }
    }
    return ExitStatus.DONE;
  }

  private void print(Object... cells) {
    console.printLine(
        String.format(Locale.ROOT, "%-26s %-8s %-8s %8s %6s %10s %10s  %s", cells).stripTrailing());
  }

  private static String json(Protocol protocol) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", protocol.id());
      json.writeStringField("release", protocol.release());
      json.writeStringField("title", protocol.title());
      json.writeStringField("source", protocol.source());
      json.writeStringField("mode", protocol.order().mode().wireName());
      json.writeNumberField("elements", protocol.elements().size());
      json.writeNumberField("rules", protocol.expandedRules().size());
      json.writeNumberField("resources", protocol.resources().size());
      json.writeNumberField("deadlines", protocol.deadlines().size());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }
}
