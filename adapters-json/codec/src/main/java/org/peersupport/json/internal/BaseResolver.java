package org.peersupport.json.internal;

/**
 * The way from a document to what it extends. Documents can extend documents, so whoever reads one
 * is given this and does not look for others.
 */
interface BaseResolver {
  /** What a draft that extends something extends. */
  ResolvedBase find(Draft draft);
}
