package org.peersupport.json.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.Protocol;

/**
 * The protocols that documents can extend: those that ship, and documents that the caller has. Each
 * of these is read in the same way, one level deeper.
 */
final class Bases implements BaseResolver {
  private static final int DEPTH = 50;
  private static final String ILL_FORMED =
      "What is extended is named as id@release. Add the release.";
  private static final String UNKNOWN =
      "There is no protocol of this id and release to extend. Correct it, or put its document where"
          + " this one is.";
  private static final String CYCLE =
      "The protocol would extend itself, over what it extends. Name another one to extend.";
  private static final String DEEP = "Documents extend one another at most " + DEPTH + " deep.";

  private final Function<String, Optional<byte[]>> documents;
  private final List<String> extending;

  /**
   * @param documents gives a document by {@code id@release}
   */
  Bases(Function<String, Optional<byte[]>> documents) {
    this(documents, List.of());
  }

  /** The protocols that ship, and nothing else. */
  static Bases shipped() {
    return new Bases(reference -> Optional.empty());
  }

  private Bases(Function<String, Optional<byte[]>> documents, List<String> extending) {
    this.documents = documents;
    this.extending = extending;
  }

  @Override
  public ResolvedBase find(Draft draft) {
    String named = String.valueOf(draft.base);
    List<String> chain = new ArrayList<>(extending);
    chain.add(draft.reference());
    if (chain.contains(named)) {
      return ResolvedBase.missing(ProblemCode.CONTRADICTION, CYCLE);
    }
    if (named.indexOf('@') < 0) {
      return ResolvedBase.missing(ProblemCode.ILL_FORMED, ILL_FORMED);
    }
    if (chain.size() > DEPTH) {
      return ResolvedBase.missing(ProblemCode.TOO_LARGE, DEEP);
    }
    Optional<Protocol> shipped = ShippedProtocols.find(named);
    if (shipped.isPresent()) {
      return ResolvedBase.of(shipped.get());
    }
    Optional<byte[]> document = documents.apply(named);
    return document.isPresent()
        ? read(named, ProtocolText.read(document.get(), new Bases(documents, chain)))
        : ResolvedBase.missing(ProblemCode.UNKNOWN, UNKNOWN);
  }

  private static ResolvedBase read(String named, Read<Protocol> read) {
    if (read.isMalformed()) {
      Issue first = read.issues().get(0);
      return ResolvedBase.missing(
          ProblemCode.CONTRADICTION,
          "The document that is extended is not in order itself. Its first problem of "
              + read.issues().size()
              + ", in line "
              + first.line()
              + " at "
              + (first.pointer().isEmpty() ? "the top" : first.pointer())
              + ": "
              + first.explanation());
    }
    Protocol base = read.orElseThrow();
    return base.reference().equals(named)
        ? ResolvedBase.of(base)
        : ResolvedBase.missing(ProblemCode.UNKNOWN, UNKNOWN);
  }
}
