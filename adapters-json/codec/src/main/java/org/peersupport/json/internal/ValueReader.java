package org.peersupport.json.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A reader of one value: it finds the parser at the first token and leaves it at the last. */
public interface ValueReader<T> {
  /** The value, or null when it is not as it must be; that is reported. */
  @Nullable T read(Source source) throws IOException;
}
