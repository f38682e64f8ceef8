package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.peersupport.json.data.Layout;

/** Writes to memory. */
public final class Writing {
  private Writing() {}

  /** One line as text. */
  public static String text(Output output) {
    return new String(bytes(output), StandardCharsets.UTF_8);
  }

  /** A document as text. */
  public static String text(Output output, Layout layout) {
    return new String(bytes(output, layout), StandardCharsets.UTF_8);
  }

  /** One line in UTF-8. */
  public static byte[] bytes(Output output) {
    return bytes(output, Layout.LINE);
  }

  private static byte[] bytes(Output output, Layout layout) {
    BufferRecycler recycler = Factories.JSON._getBufferRecycler();
    ByteArrayBuilder bytes = new ByteArrayBuilder(recycler);
    try (JsonGenerator json = Factories.JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      if (layout == Layout.INDENTED) {
        json.setPrettyPrinter(indented());
      }
      output.write(json);
      json.flush();
      return bytes.getClearAndRelease();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    } finally {
      recycler.releaseToPool();
    }
  }

  private static DefaultPrettyPrinter indented() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }
}
