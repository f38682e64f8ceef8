package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Protocol;

/** The numbers of a suite's vectors, from which their sessions take ids. */
final class VectorNumbering {
  private final Protocol protocol;
  private final List<Vector> vectors = new ArrayList<>();
  private int number;

  VectorNumbering(Protocol protocol) {
    this.protocol = protocol;
  }

  Protocol protocol() {
    return protocol;
  }

  /** A vector with a session of its own, not opened yet. */
  VectorBuilder vector(String name) {
    number++;
    return new VectorBuilder(protocol, name, "v" + number);
  }

  /** A vector with a session that is open. */
  VectorBuilder opened(String name) {
    return vector(name).open();
  }

  void keep(VectorBuilder builder) {
    vectors.add(builder.vector());
  }

  List<Vector> vectors() {
    return List.copyOf(vectors);
  }
}
