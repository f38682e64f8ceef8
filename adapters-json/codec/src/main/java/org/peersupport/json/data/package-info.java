/**
 * What reading and writing take and give: a {@link org.peersupport.json.data.Read} with its {@link
 * org.peersupport.json.data.Issue issues}, requests, and how a text is laid out.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.json.data;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
