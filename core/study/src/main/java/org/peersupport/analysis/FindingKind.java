package org.peersupport.analysis;

/** What a verification can find. The wire names are stable; explanations are not. */
public enum FindingKind {
  /** No conversation can satisfy the mandatory rules together. */
  CANNOT_CLOSE("cannot-close"),
  /** Some conversation would have to refuse what the peer or the outside does. */
  REFUSES_THE_PEER("refuses-the-peer"),
  /** An example comes out differently. */
  CONTRADICTED_EXAMPLE("contradicted-example"),
  /** An element that begins in no conversation that closes. */
  DEAD_ELEMENT("dead-element"),
  /** A resource that is offered in no conversation that closes. */
  DEAD_RESOURCE("dead-resource"),
  /** Another act that comes in no conversation that closes. */
  DEAD_ACTIVITY("dead-activity"),
  /** A rule that the others imply. */
  REDUNDANT_RULE("redundant-rule"),
  /** A rule that is activated in no conversation that closes. */
  VACUOUS_RULE("vacuous-rule"),
  /** An activity that every conversation that closes contains, although no single rule says so. */
  FORCED("forced"),
  /** An activity after which the shortest way to a close is longer by three or more. */
  TRAP("trap"),
  /** A deadline that can call for what can no longer come. */
  UNMEETABLE_DEADLINE("unmeetable-deadline"),
  /** A level of concern after which nobody has to do anything, at the latest after the end. */
  CONCERN_UNANSWERED("concern-unanswered"),
  /** A property that some conversation that closes does not have. */
  BROKEN_PROPERTY("broken-property");

  private final String wire;

  FindingKind(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
