package org.peersupport.json.certification;

import java.util.List;
import java.util.Set;

/**
 * A conformance suite as a {@link TestVectorsReader} reads it from a vectors file: JSON lines, each
 * with what is sent and what must come back.
 *
 * <pre>{@code
 * {"suite":{…},"vector":"…","covers":{"rules":[…],"clauses":[…]},"needs":[…],"send":{…},"expect":{…}}
 * {"vector":"…","send":{…},"expect":{…}}
 * }</pre>
 *
 * <p>Consecutive lines of one name are one vector. {@code suite} stands on the first line of the
 * file, {@code covers} and {@code needs} (both optional) on the first line of a vector.
 *
 * <p>In {@code expect}, {@code outcome}, {@code status}, {@code settled}, {@code permitted}, {@code
 * outstanding}, {@code due}, {@code rules} and {@code remedy} must be equal to those of the answer,
 * where a {@code null} remedy must be absent; {@code remedyLength} is that of the remedy; {@code
 * violations} must be the same by {@code code} and {@code rule}, each with an explanation; {@code
 * witnesses} are those of the violations in order; {@code events} are as many, each with the
 * members that are named. Anything else may be as it likes.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class TestVectors {
  /** How many bytes a file of vectors may have. */
  public static final long MOST_BYTES = 512_000_000;

  private final VectorsHeader header;
  private final List<TestVector> vectors;
  private final String sha256;
  private final Set<String> words;

  TestVectors(VectorsHeader header, List<TestVector> vectors, String sha256, Set<String> words) {
    this.header = header;
    this.vectors = List.copyOf(vectors);
    this.sha256 = sha256;
    this.words = Set.copyOf(words);
  }

  /** What the file says of itself. */
  public VectorsHeader header() {
    return header;
  }

  /** The vectors in the order of the file; never empty. */
  public List<TestVector> vectors() {
    return vectors;
  }

  /** The SHA-256 of the file's bytes, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** The capabilities that vectors need, each once, sorted. */
  public List<String> capabilities() {
    return vectors.stream().flatMap(each -> each.needs().stream()).distinct().sorted().toList();
  }

  /** Every word that an expectation uses: names of members, activities, ids, codes. */
  Set<String> words() {
    return words;
  }
}
