/**
 * How people did act: a behaviour learnt from recorded conversations.
 *
 * <p>{@link org.peersupport.simulation.estimation.BehaviourEstimation} is shown the conversations
 * one after the other and makes an {@link org.peersupport.simulation.estimation.EstimatedBehaviour}
 * of them. No argument in this package may be null, and no result is.
 */
@NullMarked
@API(status = API.Status.EXPERIMENTAL)
package org.peersupport.simulation.estimation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
