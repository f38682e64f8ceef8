/** Peer support as JSON. */
@org.jspecify.annotations.NullMarked
module org.peersupport.json {
  requires transitive org.peersupport.core;
  requires transitive com.fasterxml.jackson.databind;
  requires static org.jspecify;

  exports org.peersupport.json;
}
