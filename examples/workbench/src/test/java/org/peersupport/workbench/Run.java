package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A command that has run in this process, and what it left. */
record Run(int status, String out, String err) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Runs a command without input. */
  static Run of(String... arguments) {
    return on("", arguments);
  }

  /** Runs a command on the given input. */
  static Run on(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err);
    int status = new Workbench(console).run(arguments);
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The lines of the output, read. */
  List<JsonNode> answers() {
    return out.lines().map(Run::json).toList();
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
