/**
 * A whole programme, not only a conversation: people are referred to it, wait, are contacted by a
 * supporter, decline or talk once or more often, and are referred on.
 *
 * <p>A {@link org.peersupport.simulation.programme.Scenario} says who there is and how often what
 * happens; {@link org.peersupport.simulation.programme.ProgrammeSimulation} runs it with a protocol
 * and a behaviour. Local time in whole days of 24 hours; no clock is read. No argument in this
 * package may be null, and no result is.
 */
@NullMarked
@API(status = API.Status.EXPERIMENTAL)
package org.peersupport.simulation.programme;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
