/** Behaviours, scenarios and findings of studies as JSON. */
@NullMarked
package org.peersupport.json.studies;

import org.jspecify.annotations.NullMarked;
