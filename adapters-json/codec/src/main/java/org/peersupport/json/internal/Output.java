package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What is to be written. */
public interface Output {
  /** Writes one value. */
  void write(JsonGenerator json) throws IOException;
}
