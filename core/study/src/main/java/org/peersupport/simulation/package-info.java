/**
 * What would happen: conversations under a protocol, drawn at random or worked out exactly.
 *
 * <p>A {@link org.peersupport.simulation.Behaviour} says how people act, a protocol what it lets
 * them; {@link org.peersupport.simulation.ConversationChain} is both together. From a chain, {@link
 * org.peersupport.simulation.Simulation} draws conversations and counts, {@link
 * org.peersupport.simulation.Conversations} draws them one by one, {@link
 * org.peersupport.simulation.ExactAnalysis} works the same figures out, and {@link
 * org.peersupport.simulation.Comparison} draws the same conversations under several chains. A
 * behaviour of your own people comes from {@code org.peersupport.simulation.estimation}, a whole
 * programme from {@code org.peersupport.simulation.programme}. No argument in this package may be
 * null, and no result is.
 */
@NullMarked
@API(status = API.Status.MAINTAINED)
package org.peersupport.simulation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
