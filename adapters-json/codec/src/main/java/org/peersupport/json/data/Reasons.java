package org.peersupport.json.data;

/**
 * Whether the reasons of overrides and corrections are written. They are what someone said in
 * confidence.
 */
public enum Reasons {
  /** The reasons stay out of what is written. */
  LEFT_OUT,
  /** The reasons are written: for the log that must be replayed, and for those who may see them. */
  WRITTEN
}
