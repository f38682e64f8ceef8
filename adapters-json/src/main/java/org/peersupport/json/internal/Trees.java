package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

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
      JsonNode read = MAPPER.readTree(utf8);
      return read.isMissingNode() ? null : read;
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
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
}
