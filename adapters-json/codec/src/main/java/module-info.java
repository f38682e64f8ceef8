/**
 * Commands, outcomes, events and protocols as JSON, to the letter of the wire format.
 *
 * <p>{@link org.peersupport.json.PeerSupportJson} reads and writes without showing a JSON library;
 * {@link org.peersupport.json.PeerSupportModule} serves an application that has a Jackson {@code
 * ObjectMapper} already. The codecs are written by hand over a stream: renaming a Java method
 * cannot change a file, and nothing is reflected upon.
 *
 * <p>What is read may come from anybody: every size is bounded ({@link
 * org.peersupport.json.data.JsonLimits}), every problem comes back as an {@link
 * org.peersupport.json.data.Issue}, and neither an issue nor an exception repeats what was read.
 * This module logs one thing, at debug: that a protocol document is refused, with codes and
 * pointers.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the modules that the internal package is exported to are built later
module org.peersupport.json {
  requires transitive org.peersupport.core;
  requires transitive com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires static org.apiguardian.api;
  requires static org.jspecify;

  exports org.peersupport.json;
  exports org.peersupport.json.data;
  exports org.peersupport.json.internal to
      org.peersupport.json.studies,
      org.peersupport.kit,
      org.peersupport.records;
}
