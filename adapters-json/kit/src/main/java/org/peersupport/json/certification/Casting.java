package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.Protocol;

/** Gives each vector of a suite its number, and so its sessions their ids. */
final class Casting {
  private final Protocol protocol;
  private final List<Vector> vectors = new ArrayList<>();
  private int number;

  Casting(Protocol protocol) {
    this.protocol = protocol;
  }

  Protocol protocol() {
    return protocol;
  }

  /** A scene with a session of its own, not opened yet. */
  Scene scene(String name) {
    number++;
    return new Scene(protocol, name, "v" + number);
  }

  /** A scene with a session that is open. */
  Scene opened(String name) {
    return scene(name).open();
  }

  void keep(Scene scene) {
    vectors.add(scene.vector());
  }

  List<Vector> vectors() {
    return List.copyOf(vectors);
  }
}
