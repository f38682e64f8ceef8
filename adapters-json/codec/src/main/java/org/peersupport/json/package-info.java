/**
 * Reading and writing of commands, outcomes, events and protocol documents as JSON.
 *
 * <p>Start at {@link org.peersupport.json.PeerSupportJson}, or at {@link
 * org.peersupport.json.SessionDesk} for a whole line protocol over sessions. Reading gives a {@link
 * org.peersupport.json.data.Read}: the value, or every {@link org.peersupport.json.data.Issue} of
 * the text at once. Stable: the members and their order, and the codes of issues; their words are
 * not.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.json;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
