package org.peersupport.simulation.programme;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.simulation.Lognormal;

/**
 * The conversations of a person who did not decline. The first one begins with the contact.
 * Immutable.
 *
 * @param protocol the protocol under which they go, {@code id} or {@code id@release}, or a path
 * @param behaviour what the behaviour is called, or the path of its document
 * @param another the probability that another one follows, after each; 0 where {@code number} says
 *     how many there are
 * @param number the weights of 1, 2, 3 and so on conversations; empty where {@code another} holds
 * @param between from the end of one until the next one is due; no time when nothing is said
 * @param referringOn the resources of which the acceptance, or else the connection, is a referral
 *     on; every resource of the protocol when nothing is said
 */
public record Talks(
    String protocol,
    String behaviour,
    double another,
    List<Double> number,
    Optional<Lognormal> between,
    List<String> referringOn) {
  /** Nobody has more conversations. */
  public static final int MOST = 100;

  /** Copies the lists and checks that nothing is null. */
  public Talks {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(behaviour, "behaviour");
    number = List.copyOf(number);
    Objects.requireNonNull(between, "between");
    referringOn = List.copyOf(referringOn);
  }

  /** One conversation. */
  public static Talks one(String protocol, String behaviour) {
    return new Talks(protocol, behaviour, 0, List.of(), Optional.empty(), List.of());
  }

  /** The same, with the probability that another one follows, and when. */
  public Talks another(double probability, Lognormal time) {
    return new Talks(protocol, behaviour, probability, List.of(), Optional.of(time), referringOn);
  }
}
