package org.peersupport.json.certification.walker;

import java.util.List;
import java.util.Map;

/**
 * Where a conversation stands as far as its future goes.
 *
 * @param states of the laws that are looked at
 * @param pending the resources whose referral is offered or accepted
 */
record Place(List<Integer> states, Map<String, String> pending) {}
