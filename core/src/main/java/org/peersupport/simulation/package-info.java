/**
 * What would happen: conversations under a protocol, drawn at random or worked out exactly.
 *
 * <p>A {@link org.peersupport.simulation.Behaviour} says how people act, a protocol what it lets
 * them; {@link org.peersupport.simulation.ConversationChain} is both together. No argument in this
 * package may be null, and no result is.
 */
@NullMarked
package org.peersupport.simulation;

import org.jspecify.annotations.NullMarked;
