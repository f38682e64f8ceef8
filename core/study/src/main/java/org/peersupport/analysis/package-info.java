/**
 * What could happen: what a protocol can and cannot lead to, how two protocols differ, and which
 * conversations show it.
 *
 * <p>Start at {@link org.peersupport.analysis.Verification}. All answers are about conversations in
 * which no rule is overridden. Nothing here knows of people, times or sessions, and nothing is
 * sampled: what is found has a conversation that shows it, and what is not found is not there.
 * Stable: kinds of findings are only added to.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.analysis;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
