package org.peersupport.json.certification;

import java.util.List;
import java.util.Objects;

/**
 * What a vectors file says of itself on its first line. Immutable.
 *
 * @param kit the release of the kit that made it, such as {@code 1.0.0}; never null
 * @param protocol the protocol that is tested, {@code id@release}; never null
 * @param protocolSha256 the SHA-256 of that protocol's document, in hexadecimal; never null
 * @param method how the vectors were found, such as {@code Wp}; never null
 * @param extra how many more states than the protocol's own a faulty subject may have and still be
 *     found out
 * @param states the states of the machine that the vectors were made from
 * @param inputs its inputs
 * @param vectors how many vectors there are
 * @param abstraction what the vectors do not tell apart, a sentence each
 */
public record VectorsHeader(
    String kit,
    String protocol,
    String protocolSha256,
    String method,
    int extra,
    int states,
    int inputs,
    int vectors,
    List<String> abstraction) {
  /** Copies the list and checks that nothing is null. */
  public VectorsHeader {
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(protocolSha256, "protocolSha256");
    Objects.requireNonNull(method, "method");
    abstraction = List.copyOf(abstraction);
  }
}
