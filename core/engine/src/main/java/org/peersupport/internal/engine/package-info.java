/**
 * The engine of sessions, in layers: compiled protocol, state, enforcement. It works with numbers
 * and knows neither people nor events; the session package makes decisions and events of its
 * answers. Used inside this SDK only.
 */
@NullMarked
package org.peersupport.internal.engine;

import org.jspecify.annotations.NullMarked;
