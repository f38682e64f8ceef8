/**
 * Studies as JSON: verifications, differences, audits, behaviours, scenarios, estimates, and what
 * simulations and analyses come to.
 *
 * <p>{@link org.peersupport.json.studies.StudyJson} reads and writes them, {@link
 * org.peersupport.json.studies.Scenarios} the scenarios of programmes. The behaviours and scenarios
 * that ship are here too. What is read is bounded, and problems are told, as in {@code
 * org.peersupport.json}.
 */
@org.jspecify.annotations.NullMarked
module org.peersupport.json.studies {
  requires transitive org.peersupport.json;
  requires transitive org.peersupport.study;
  requires static org.apiguardian.api;
  requires static org.jspecify;

  exports org.peersupport.json.studies;
}
