package org.peersupport.json.certification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Protocol;

/**
 * Protocols for what no single protocol can show: each kind of rule, of order and of pairing. Their
 * suites test a program; they are no way to talk to anyone, and so not in the catalogue. Safe to
 * share between threads.
 */
public final class KitProtocols {
  private static final List<String> IDS =
      List.of(
          "kit-choices",
          "kit-counts",
          "kit-exclusions",
          "kit-guided",
          "kit-negations",
          "kit-precedences",
          "kit-responses",
          "kit-strict",
          "kit-successions");

  private KitProtocols() {}

  /** Their ids, sorted. */
  public static List<String> ids() {
    return IDS;
  }

  /** The protocol with this id, or with this {@code id@release}. */
  public static Optional<Protocol> find(String idOrReference) {
    return IDS.stream()
        .filter(id -> idOrReference.equals(id) || idOrReference.startsWith(id + "@"))
        .map(KitProtocols::read)
        .filter(known -> List.of(known.id(), known.reference()).contains(idOrReference))
        .findFirst();
  }

  private static Protocol read(String id) {
    try (InputStream in = KitProtocols.class.getResourceAsStream("protocols/" + id + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the document of " + id + " is not in this jar");
      }
      return PeerSupportJson.readProtocol(in.readAllBytes()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the document of " + id, e);
    }
  }
}
