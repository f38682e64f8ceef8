/** What the packages of this module share. Not part of the public API and may change freely. */
@NullMarked
package org.peersupport.internal;

import org.jspecify.annotations.NullMarked;
