package org.peersupport.json;

import java.util.List;
import java.util.Optional;
import org.peersupport.json.internal.ShippedProtocols;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

/**
 * The protocols that ship: the default one of {@link Catalogue}, and published protocols as
 * documents. Each document is read, with all its checks, when it is first asked for.
 *
 * <p>Where a source does not say something, the document says that it is our reading; see the
 * provenance of each entry. Nothing of it is clinical advice. Safe to share between threads.
 */
public final class Variants {
  private Variants() {}

  /** The ids of everything that ships, the default first. */
  public static List<String> ids() {
    return ShippedProtocols.ids();
  }

  /** Everything that ships, the default first. */
  public static List<Protocol> all() {
    return ShippedProtocols.all();
  }

  /** The protocol with this id, or with this {@code id@release}. */
  public static Optional<Protocol> find(String idOrReference) {
    return ShippedProtocols.find(idOrReference);
  }
}
