/**
 * The certification kit: complete suites of test vectors for any protocol, and the clauses of the
 * wire format that they cover.
 *
 * <p>Start at {@link org.peersupport.json.certification.VectorSuite}. A vector is a few lines that
 * a program under test is sent, each with what must come back; it needs no Java on the other side.
 * Stable: members of the lines are only added to.
 */
package org.peersupport.json.certification;
