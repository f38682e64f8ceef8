package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.Read;

/** Texts as trees, where every member matters and none is passed over. */
public final class Trees {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(Factories.JSON)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Trees() {}

  /** The value that the text is; null when it is no JSON, or repeats a member. */
  public static @Nullable JsonNode read(byte[] utf8) {
    try {
      JsonNode read = MAPPER.readTree(Utf8.strict(utf8));
      return read.isMissingNode() ? null : read;
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** The value that was written here. */
  public static JsonNode made(byte[] utf8) {
    return Objects.requireNonNull(read(utf8));
  }

  /** Whether the text is the beginning of a value and nothing else. */
  public static boolean breaksOff(byte[] utf8) {
    // After a comma the parser calls the end of the text an error like any other.
    boolean comma = utf8.length > 0 && utf8[utf8.length - 1] == ',';
    try {
      return MAPPER.readTree(utf8, 0, comma ? utf8.length - 1 : utf8.length).isMissingNode();
    } catch (JsonEOFException e) {
      return true;
    } catch (JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads one object and nothing else; that it is no JSON, repeats a member or is nested too deep
   * is an issue.
   *
   * @param number its line, from 1, for the issues
   * @param limit the bytes that it may have
   */
  public static Read<ObjectNode> read(byte[] utf8, int number, int limit) {
    return read(utf8, number, limit, Factories.JSON);
  }

  /**
   * The same for a line of vectors, or for what one sends: both may hold a line that is nested too
   * deep.
   */
  public static Read<ObjectNode> readVector(byte[] utf8, int number, int limit) {
    return read(utf8, number, limit, Factories.VECTORS);
  }

  private static Read<ObjectNode> read(byte[] utf8, int number, int limit, JsonFactory factory) {
    Read<Boolean> looked = Lines.read(utf8, number, limit, factory, Trees::look);
    return looked.fold(
        sound -> new Read.Value<>(parsed(utf8, factory)), issues -> new Read.Malformed<>(issues));
  }

  /** Goes through the whole text, so that whatever is wrong with it is told as issues. */
  private static @Nullable Boolean look(Source source) throws IOException {
    if (source.parser().currentToken() != JsonToken.START_OBJECT) {
      source.wrongType(Sentences.OBJECT);
      return null;
    }
    source.skip();
    return Boolean.TRUE;
  }

  private static ObjectNode parsed(byte[] utf8, JsonFactory factory) {
    try (JsonParser parser = Reading.parser(utf8, factory)) {
      return MAPPER.readTree(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }
}
