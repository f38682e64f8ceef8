/**
 * What should happen: a protocol as data, with the reason and the source of everything in it, and
 * the checks that it must pass before it may guide a conversation.
 *
 * <p>Sessions that follow a protocol are in {@code org.peersupport.session}. Stable: names and wire
 * names are only added to.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.protocol;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
