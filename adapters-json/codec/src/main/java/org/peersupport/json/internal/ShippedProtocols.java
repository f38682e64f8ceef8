package org.peersupport.json.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.Protocol;

/** The protocols that ship. A document is read when it is first asked for. */
public final class ShippedProtocols {
  private static final List<String> DOCUMENTS =
      List.of(
          "shapiro-galowitz-nine",
          "foryou-one-on-one",
          "rise",
          "who-look-listen-link",
          "nctsn-pfa-eight",
          "rapid-pfa",
          "mhfa-algee",
          "stress-first-aid-seven-c",
          "cisd-seven",
          "safer-r",
          "ernst-quick-guide",
          "outreach-stanford",
          "outreach-spectrum");

  private static final ConcurrentHashMap<String, Protocol> READ = new ConcurrentHashMap<>();

  private ShippedProtocols() {}

  /** The ids of everything that ships, the default first. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    Catalogue.all().forEach(protocol -> ids.add(protocol.id()));
    ids.addAll(DOCUMENTS);
    return ids;
  }

  /** Everything that ships, the default first. */
  public static List<Protocol> all() {
    List<Protocol> all = new ArrayList<>(Catalogue.all());
    DOCUMENTS.forEach(id -> all.add(read(id)));
    return all;
  }

  /** The protocol with this id, or with this {@code id@release}. */
  public static Optional<Protocol> find(String idOrReference) {
    Optional<Protocol> made = Catalogue.find(idOrReference);
    if (made.isPresent()) {
      return made;
    }
    int at = idOrReference.indexOf('@');
    String id = at < 0 ? idOrReference : idOrReference.substring(0, at);
    return DOCUMENTS.contains(id)
        ? Optional.of(read(id)).filter(known -> at < 0 || known.reference().equals(idOrReference))
        : Optional.empty();
  }

  private static Protocol read(String id) {
    return READ.computeIfAbsent(id, ShippedProtocols::readDocument);
  }

  /** A document that ships says all that it says by itself. */
  private static ResolvedBase none(Draft draft) {
    return ResolvedBase.missing(
        ProblemCode.UNKNOWN, draft.reference() + " ships, so it cannot extend another one.");
  }

  private static Protocol readDocument(String id) {
    try (InputStream in =
        ShippedProtocols.class.getResourceAsStream(
            "/org/peersupport/json/variants/" + id + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the document of " + id + " is not in this jar");
      }
      return ProtocolText.read(in.readAllBytes(), ShippedProtocols::none).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the document of " + id, e);
    }
  }
}
