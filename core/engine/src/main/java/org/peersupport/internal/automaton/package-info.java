/**
 * The machinery: automata of single rules, their joint states, and what can be found out from them.
 * Knows nothing of protocols and sessions but numbers. Not part of the public API and may change
 * freely.
 */
@NullMarked
package org.peersupport.internal.automaton;

import org.jspecify.annotations.NullMarked;
