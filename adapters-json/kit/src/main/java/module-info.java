/**
 * The certification kit: test vectors that show whether another implementation keeps to the wire
 * contract, and the signed report of what it did.
 *
 * <p>{@link org.peersupport.json.certification.Certification} plays vectors to a program; {@link
 * org.peersupport.json.certification.CertificationTests} plays them as JUnit tests, for which JUnit
 * must be there.
 */
@org.jspecify.annotations.NullMarked
module org.peersupport.kit {
  requires transitive org.peersupport.json;
  requires org.peersupport.study;
  requires static org.apiguardian.api;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports org.peersupport.json.certification;
}
