/**
 * The certification kit: complete suites of test vectors for any protocol, and whether a program in
 * any language answers them as the wire format asks.
 *
 * <p>{@link org.peersupport.json.certification.VectorSuite} makes vectors: a few lines that are
 * sent, each with what must come back. Read again they are {@link
 * org.peersupport.json.certification.TestVectors}; a {@link
 * org.peersupport.json.certification.Subject} is who is asked; a {@link
 * org.peersupport.json.certification.Certification} asks, and its {@link
 * org.peersupport.json.certification.CertificationReport} is what is handed over. {@link
 * org.peersupport.json.certification.CertificationTests} does the same from JUnit 5.
 *
 * <p>Nothing that a subject answers gets into a result or a report unless the vectors themselves
 * name it. Stable: the form of vectors, of manifests, of results and of reports, whose members are
 * only added to; their sentences are not.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.json.certification;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
