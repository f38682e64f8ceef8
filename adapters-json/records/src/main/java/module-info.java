/**
 * Records that can be kept and given away: a tamper-evident ledger of events, and logs without what
 * identifies people.
 *
 * <p>{@link org.peersupport.json.ledger} appends, seals, verifies, proves and erases; {@link
 * org.peersupport.json.deidentification} writes a de-identified log with a report of what is left.
 */
@org.jspecify.annotations.NullMarked
module org.peersupport.records {
  requires transitive org.peersupport.json;
  requires static org.apiguardian.api;
  requires static org.jspecify;

  exports org.peersupport.json.ledger;
  exports org.peersupport.json.deidentification;
}
