/**
 * What drawn, worked-out and estimated conversations have in common: choices by number, and exact
 * sums. Not part of the public API and may change freely.
 */
@NullMarked
package org.peersupport.internal.study;

import org.jspecify.annotations.NullMarked;
