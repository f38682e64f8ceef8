/**
 * What is said to people, in the languages there are files for: sentences with places to fill in,
 * and nouns for what rules speak about. Knows protocols only by patterns and titles. Not part of
 * the public API and may change freely.
 */
@NullMarked
package org.peersupport.internal.words;

import org.jspecify.annotations.NullMarked;
