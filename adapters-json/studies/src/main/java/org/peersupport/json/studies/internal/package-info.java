/** Reading and writing of what studies need. Not part of the public API and may change freely. */
@NullMarked
package org.peersupport.json.studies.internal;

import org.jspecify.annotations.NullMarked;
