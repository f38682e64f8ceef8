package org.peersupport.json.certification.walker;

/**
 * A rule of the expanded protocol.
 *
 * @param always whether it binds after the end too
 */
record Law(String id, Table table, boolean mandatory, boolean overridable, boolean always) {}
