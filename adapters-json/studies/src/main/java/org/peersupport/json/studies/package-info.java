/** Behaviours, scenarios and findings of studies as JSON. */
@NullMarked
@API(status = API.Status.MAINTAINED)
package org.peersupport.json.studies;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
