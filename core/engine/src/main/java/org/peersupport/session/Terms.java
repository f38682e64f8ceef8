package org.peersupport.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.peersupport.protocol.RefusalCode;

/**
 * On which terms a command is meant. Immutable.
 *
 * @param override why the supporter departs from overridable rules, where one would be departed
 *     from; ignored elsewhere
 * @param ifSeq the place of the last event that the sender knows; with another one the command is
 *     refused as {@link RefusalCode#SESSION_CHANGED}
 * @param metadata when the command was told, and its id
 */
public record Terms(Optional<OverrideReason> override, OptionalInt ifSeq, Metadata metadata) {
  /** No override, whatever has happened, and nothing known of the telling. */
  public static final Terms NONE = new Terms(Optional.empty(), OptionalInt.empty(), Metadata.NONE);

  /** Checks that nothing is null. */
  public Terms {
    Objects.requireNonNull(override, "override");
    Objects.requireNonNull(ifSeq, "ifSeq");
    Objects.requireNonNull(metadata, "metadata");
  }

  /** The instant that the event of an act gets. */
  @SuppressWarnings("ReferenceEquality") // equal metadata without anything in it is looked into
  Instant happened(Instant at) {
    return metadata == Metadata.NONE ? at : metadata.happened(at);
  }

  /** The same with an override. */
  public Terms overriding(OverrideReason reason) {
    return new Terms(Optional.of(reason), ifSeq, metadata);
  }

  /** The same, to be refused when the last event is another one. */
  public Terms ifSeq(int seq) {
    return new Terms(override, OptionalInt.of(seq), metadata);
  }

  /** The same with other metadata. */
  public Terms withMetadata(Metadata other) {
    return new Terms(override, ifSeq, other);
  }
}
