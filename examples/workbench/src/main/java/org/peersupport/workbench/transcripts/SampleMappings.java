package org.peersupport.workbench.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The mappings that ship. Each is a reading of ours: no corpus says what it means here. */
public final class SampleMappings {
  private static final List<String> IDS =
      List.of(
          "esconv-ama-six-elements",
          "esconv-mhfa-algee",
          "annomi-ama-six-elements",
          "annomi-mhfa-algee");

  private SampleMappings() {}

  /** Their ids. */
  public static List<String> ids() {
    return IDS;
  }

  /** The document with this id; empty when there is none. */
  public static Optional<String> find(String id) {
    if (!IDS.contains(id)) {
      return Optional.empty();
    }
    try (InputStream in = SampleMappings.class.getResourceAsStream(id + ".json")) {
      return Optional.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the mapping " + id, e);
    }
  }
}
