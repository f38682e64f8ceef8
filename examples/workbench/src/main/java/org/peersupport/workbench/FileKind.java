package org.peersupport.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.peersupport.json.LineReader;
import org.peersupport.json.LogHeaderException;
import org.peersupport.json.LogReader;

/** What a file of lines holds, so that one that was mistaken for another is told from a bad one. */
enum FileKind {
  /** Events. */
  LOG("this is a log"),
  /** A ledger. */
  LEDGER("this is a ledger"),
  /** Vectors. */
  VECTORS("these are vectors"),
  /** Commands and queries. */
  COMMANDS("these are commands"),
  /** What {@code guide} answers. */
  ANSWERS("these are answers of guide"),
  /** Something that is packed. */
  PACKED("this is packed with gzip"),
  /** Anything else, and what cannot be told by its beginning. */
  OTHER("this is something else");

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LOOKED_AT = 3;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private final String says;

  FileKind(String says) {
    this.says = says;
  }

  /** A clause that says so. */
  String says() {
    return says;
  }

  /**
   * Makes sure that a log is no other file of ours, is of the version that is read, and is packed
   * if its name says so. Whatever else may be wrong with it is left to who reads it.
   *
   * @param log as the user named it
   * @throws BadInputException if it is another file, of another version, or not packed
   */
  static void expectLog(String log, Path file) {
    FileKind kind = of(log, file);
    Optional<String> instead =
        switch (kind) {
          case LEDGER -> Optional.of("'peersupport ledger read' makes one of it");
          case VECTORS -> Optional.of("'peersupport certify' plays them");
          case COMMANDS, ANSWERS -> Optional.of("'peersupport guide --log FILE' writes one");
          case PACKED -> Optional.of("give it in a file with a name that ends in .gz");
          case LOG, OTHER -> Optional.empty();
        };
    if (instead.isPresent()) {
      throw new BadInputException(
          log + ": " + kind.says + ", and a log is expected; " + instead.get());
    }
    expectHeader(log, file);
  }

  private static void expectHeader(String log, Path file) {
    try (LogReader reader = LogReader.of(Files.newInputStream(file), log)) {
      reader.next();
    } catch (LogHeaderException e) {
      throw BadInputException.of(log, e);
    } catch (IOException e) {
      // Who reads all of it tells.
    }
  }

  /**
   * Makes sure that a file of vectors that cannot be read is no other file.
   *
   * @throws BadInputException if it is one
   */
  static void expectVectors(String vectors) {
    FileKind kind = of("", TextFiles.path(vectors));
    if (kind != VECTORS && kind != OTHER) {
      throw new BadInputException(
          vectors
              + ": "
              + kind.says
              + ", and vectors are expected; 'peersupport vectors P' makes them");
    }
  }

  /** What the file holds; it is unpacked if its name says so. */
  private static FileKind of(String name, Path file) {
    try (InputStream raw = Files.newInputStream(file)) {
      return of(name.endsWith(".gz") ? unpacked(name, raw) : raw);
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  private static InputStream unpacked(String name, InputStream in) {
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      throw new BadInputException(
          name
              + ": its name says that it is packed with gzip, and it is not; give it a name without"
              + " .gz, or pack it");
    }
  }

  /** What the stream holds. What breaks off, or cannot be unpacked, is told by who reads it all. */
  static FileKind of(InputStream in) {
    try {
      BufferedInputStream buffered = new BufferedInputStream(in);
      buffered.mark(GZIP.length);
      if (Arrays.equals(buffered.readNBytes(GZIP.length), GZIP)) {
        return PACKED;
      }
      buffered.reset();
      return ofLines(LineReader.ofEvents(buffered));
    } catch (IOException e) {
      return OTHER;
    }
  }

  /** One line alone may have got there by accident. */
  private static FileKind ofLines(LineReader lines) throws IOException {
    FileKind kind = OTHER;
    int seen = 0;
    while (seen < LOOKED_AT && lines.next()) {
      if (!lines.isBlank()) {
        seen++;
        FileKind line = ofLine(lines.line());
        if (seen > 1 && line != kind) {
          return OTHER;
        }
        kind = line;
        if (kind == LEDGER || kind == VECTORS) {
          return kind;
        }
      }
    }
    return kind;
  }

  private static FileKind ofLine(byte[] line) {
    Map<String, String> members = members(line);
    if (members.getOrDefault("format", "").equals("peersupport/ledger")) {
      return LEDGER;
    } else if (members.containsKey("vector")) {
      return VECTORS;
    } else if (members.getOrDefault("format", "").equals("peersupport/log")
        || members.containsKey("type")) {
      return LOG;
    } else if (members.containsKey("do")) {
      return COMMANDS;
    }
    return members.containsKey("outcome") ? ANSWERS : OTHER;
  }

  /** The members of an object, texts with what they say; none when it is none. */
  private static Map<String, String> members(byte[] line) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
        members.put(name, isText ? parser.getText() : "");
        parser.skipChildren();
      }
      return members;
    } catch (IOException e) {
      return Map.of();
    }
  }
}
