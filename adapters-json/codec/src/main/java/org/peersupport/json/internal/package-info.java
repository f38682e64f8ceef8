/** The codecs. Not part of the public API; may change freely. */
@NullMarked
package org.peersupport.json.internal;

import org.jspecify.annotations.NullMarked;
