package org.peersupport.json.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value, the parser being at its first token; leaves the parser at its last. */
public interface ValueReader<T> {
  /** The value, or null when it is not as it must be; that is reported. */
  @Nullable T read(Source source) throws IOException;
}
