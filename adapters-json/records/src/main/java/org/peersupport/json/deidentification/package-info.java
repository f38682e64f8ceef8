/**
 * Takes out of logs what leads to a person, so that they can be studied, and says what risk is
 * left.
 *
 * <p>{@link org.peersupport.json.deidentification.Deidentification} is where to start. What is
 * written is made of nothing but pseudonyms, words of the session's own protocol, coarse instants,
 * departments that enough people share, and numbers.
 */
@org.jspecify.annotations.NullMarked
@API(status = API.Status.MAINTAINED)
package org.peersupport.json.deidentification;

import org.apiguardian.api.API;
