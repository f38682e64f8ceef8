/**
 * Searches through everything that conversations under a protocol lead to: for a finding, a
 * difference, a way of changing over, or a conformance suite. Not part of the public API and may
 * change freely.
 */
@NullMarked
package org.peersupport.internal.search;

import org.jspecify.annotations.NullMarked;
