package org.peersupport.protocol;

import java.util.List;

/**
 * Puts a protocol together, in any order; each method adds or sets what it names and gives the
 * builder back. Not safe to share between threads.
 */
public final class ProtocolBuilder {
  private final ImmutableProtocol.Builder parts;

  ProtocolBuilder(String id, String release) {
    parts = ImmutableProtocol.builder().id(id).release(release).title("").source("");
  }

  /** What people call it; required. */
  public ProtocolBuilder title(String title) {
    parts.title(title);
    return this;
  }

  /** The published text or programme it comes from; required. */
  public ProtocolBuilder source(String source) {
    parts.source(source);
    return this;
  }

  /** The protocol it was derived from, as {@code id@release}. */
  public ProtocolBuilder derivedFrom(String reference) {
    parts.derivedFrom(reference);
    return this;
  }

  /** Adds an element at the end; at least one is required. */
  public ProtocolBuilder element(Element element) {
    parts.addElements(element);
    return this;
  }

  /** How the elements follow one another; modular when it is not said. */
  public ProtocolBuilder order(Order order) {
    parts.order(order);
    return this;
  }

  /** Adds a resource. */
  public ProtocolBuilder resource(Resource resource) {
    parts.addResources(resource);
    return this;
  }

  /** Adds levels of concern. */
  public ProtocolBuilder concerns(String... levels) {
    parts.addConcerns(levels);
    return this;
  }

  /** Adds facets of appreciation. */
  public ProtocolBuilder appreciation(String... facets) {
    parts.addAppreciation(facets);
    return this;
  }

  /** Which departments may meet; any when it is not said. */
  public ProtocolBuilder pairing(Pairing pairing) {
    parts.pairing(pairing);
    return this;
  }

  /** Adds a rule. */
  public ProtocolBuilder rule(Rule rule) {
    parts.addRules(rule);
    return this;
  }

  /** Adds a time limit. */
  public ProtocolBuilder deadline(Deadline deadline) {
    parts.addDeadlines(deadline);
    return this;
  }

  /** Adds an example. */
  public ProtocolBuilder example(Example example) {
    parts.addExamples(example);
    return this;
  }

  /**
   * Builds the protocol and checks everything that can be checked: how it is written, that it does
   * not contradict itself, that some conversation satisfies all mandatory rules, that no
   * conversation would have to refuse the peer, and that its examples come out as they say.
   *
   * @throws InvalidProtocolException with every problem at once
   */
  public Protocol build() {
    Protocol protocol = parts.build();
    List<Problem> problems = ProtocolCheck.problems(protocol);
    if (!problems.isEmpty()) {
      throw new InvalidProtocolException(problems);
    }
    return protocol;
  }

  /** Builds without the checks, for what the tests of this library have proved. */
  Protocol buildProved() {
    return parts.build();
  }
}
