import org.jspecify.annotations.NullMarked;

/**
 * The study of protocols and of what came of them: exact answers about every conversation that a
 * protocol permits, audits of logs, and simulations of conversations and whole programmes.
 *
 * <p>Whoever opens sessions needs none of it; {@code org.peersupport.core} is enough.
 *
 * <ul>
 *   <li>{@link org.peersupport.analysis} verifies a protocol, tells how two differ, and makes
 *       conformance suites.
 *   <li>{@link org.peersupport.audit} judges recorded sessions.
 *   <li>{@link org.peersupport.simulation} draws conversations and works out exact figures; {@link
 *       org.peersupport.simulation.estimation} estimates behaviours from logs, and {@link
 *       org.peersupport.simulation.programme} simulates a programme with its supporters.
 * </ul>
 */
@NullMarked
module org.peersupport.study {
  requires transitive org.peersupport.core;
  requires static org.apiguardian.api;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  exports org.peersupport.analysis;
  exports org.peersupport.audit;
  exports org.peersupport.simulation;
  exports org.peersupport.simulation.estimation;
  exports org.peersupport.simulation.programme;
}
