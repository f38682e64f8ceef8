/**
 * What happens: sessions that follow a protocol. Commands are decided, events are recorded, and a
 * session is what its events make it.
 *
 * <p>Facts are never refused: no rule, no status and no clock refuses a concern, an answer, a
 * withdrawal, a completion or a lapse, whoever records it. Only words that name nothing, a step
 * that the life of a referral does not have, an answer by someone who is not in the session, a
 * session that was entered in error or cannot be read, and a guard that the sender asked for can.
 * No rule refuses an early end, nor does the status while the session goes on. Consent can be taken
 * back. Retries are safe: a command is recorded once under its command id.
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
