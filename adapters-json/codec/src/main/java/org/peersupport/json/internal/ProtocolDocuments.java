package org.peersupport.json.internal;

import java.util.Optional;
import java.util.function.Function;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Protocol;

/** Protocol documents, which may extend protocols that ship and documents that the caller has. */
public final class ProtocolDocuments {
  private ProtocolDocuments() {}

  /**
   * Reads a document that is given as bytes.
   *
   * @param bases gives the documents that may be extended, by {@code id@release}
   */
  public static Read<Protocol> read(byte[] utf8, Function<String, Optional<byte[]>> bases) {
    return logged(ProtocolText.read(utf8, new Bases(bases)));
  }

  /** Reads a document that is given as bytes and may extend what ships. */
  public static Read<Protocol> read(byte[] utf8) {
    return logged(ProtocolText.read(utf8, Bases.shipped()));
  }

  /** Reads a document that is given as text and may extend what ships. */
  public static Read<Protocol> read(String document) {
    return logged(ProtocolText.read(document, Bases.shipped()));
  }

  private static Read<Protocol> logged(Read<Protocol> read) {
    if (read.isMalformed()) {
      CodecLog.documentRefused(read.issues());
    }
    return read;
  }
}
