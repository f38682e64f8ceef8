/**
 * What did happen: recorded logs told again, and for each session how it kept to the rules.
 *
 * <p>Start at {@link org.peersupport.audit.LogAudit}; {@link org.peersupport.audit.SessionAudit}
 * judges a single history. The judge is the session engine itself: what it would have refused, and
 * is not recorded as a departure, is a violation; what was recorded as an override, or as a
 * departure from advice, is told apart. Logs come as events with the place where they stand;
 * reading them is somebody else's. Nothing here prints who a session is about. Stable: words on the
 * wire are only added to.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.audit;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
