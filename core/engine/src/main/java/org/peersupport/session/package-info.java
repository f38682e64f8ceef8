/**
 * What happens: sessions that follow a protocol. Commands are decided, events are recorded, and a
 * session is what its events make it.
 *
 * <p>Start at {@link org.peersupport.session.Sessions}. Nothing here reads a clock, draws a random
 * number, or does input or output; only a history that cannot be replayed is logged. Stable:
 * refusal codes, event types and their members are only added to.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.session;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
