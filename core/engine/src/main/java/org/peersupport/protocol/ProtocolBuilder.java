package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.internal.EngineLog;

/**
 * Puts a protocol together, in any order; each method adds or sets what it names and gives the
 * builder back. Reads like the document:
 *
 * <pre>{@code
 * Protocol protocol =
 *     ProtocolBuilder.of("two-steps", "1.0.0")
 *         .title("Two steps")
 *         .source("Our own")
 *         .element(Element.required("listen", "Listen", "Listen without fixing.").asRepeatable())
 *         .element(Element.required("close", "Close", "Close with thanks."))
 *         .order(Order.strict().returning("close", "listen"))
 *         .resource(Resource.of("employee-assistance", "Employee assistance"))
 *         .appreciation("work")
 *         .rule(
 *             Rule.of("answered", Template.RESPONSE, any("offer:*"), any("accept:*", "decline:*"))
 *                 .because("Every offer gets an answer."))
 *         .example(Example.refused("no close at once", List.of("begin:listen", "close"),
 *             "order.required.close"))
 *         .build();
 * }</pre>
 *
 * <p>Not safe to share between threads.
 */
public final class ProtocolBuilder {
  private final String id;
  private final String release;
  private String title = "";
  private String source = "";
  private Optional<String> caution = Optional.empty();
  private Optional<String> derivedFrom = Optional.empty();
  private final List<Element> elements = new ArrayList<>();
  private Order order = Order.modular();
  private final List<Resource> resources = new ArrayList<>();
  private final List<TitledKey> levels = new ArrayList<>();
  private final List<TitledKey> facets = new ArrayList<>();
  private ReasonLists reasons = ReasonLists.NONE;
  private Pairing pairing = Pairing.ANY;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Deadline> deadlines = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private final List<Translation> translations = new ArrayList<>();

  private ProtocolBuilder(String id, String release) {
    this.id = Objects.requireNonNull(id, "id");
    this.release = Objects.requireNonNull(release, "release");
  }

  /**
   * Starts a protocol.
   *
   * @param id in kebab case
   * @param release such as {@code 1.0.0}
   */
  public static ProtocolBuilder of(String id, String release) {
    return new ProtocolBuilder(id, release);
  }

  /** What people call it; required. */
  public ProtocolBuilder title(String title) {
    this.title = Objects.requireNonNull(title, "title");
    return this;
  }

  /** The published text or programme it comes from; required. */
  public ProtocolBuilder source(String source) {
    this.source = Objects.requireNonNull(source, "source");
    return this;
  }

  /** What whoever meets it has to know first; nothing when it is not said. */
  public ProtocolBuilder caution(String caution) {
    this.caution = Optional.of(caution);
    return this;
  }

  /** The protocol it was derived from, as {@code id@release}. */
  public ProtocolBuilder derivedFrom(String reference) {
    this.derivedFrom = Optional.of(reference);
    return this;
  }

  /** Adds an element at the end; at least one is required. */
  public ProtocolBuilder element(Element element) {
    elements.add(Objects.requireNonNull(element, "element"));
    return this;
  }

  /** How the elements follow one another; modular when it is not said. */
  public ProtocolBuilder order(Order order) {
    this.order = Objects.requireNonNull(order, "order");
    return this;
  }

  /** Adds a resource. */
  public ProtocolBuilder resource(Resource resource) {
    resources.add(Objects.requireNonNull(resource, "resource"));
    return this;
  }

  /** Adds levels of concern by their keys. */
  public ProtocolBuilder concerns(String... keys) {
    for (String key : keys) {
      levels.add(TitledKey.of(key));
    }
    return this;
  }

  /** Adds a level of concern. */
  public ProtocolBuilder concern(TitledKey level) {
    levels.add(Objects.requireNonNull(level, "level"));
    return this;
  }

  /** Adds facets of appreciation by their keys. */
  public ProtocolBuilder appreciation(String... keys) {
    for (String key : keys) {
      facets.add(TitledKey.of(key));
    }
    return this;
  }

  /** Adds a facet of appreciation. */
  public ProtocolBuilder appreciation(TitledKey facet) {
    facets.add(Objects.requireNonNull(facet, "facet"));
    return this;
  }

  /** The reasons of its own that people choose from; none when it is not said. */
  public ProtocolBuilder reasons(ReasonLists reasons) {
    this.reasons = Objects.requireNonNull(reasons, "reasons");
    return this;
  }

  /** Which departments may meet; any when it is not said. */
  public ProtocolBuilder pairing(Pairing pairing) {
    this.pairing = Objects.requireNonNull(pairing, "pairing");
    return this;
  }

  /** Adds a rule. */
  public ProtocolBuilder rule(Rule rule) {
    rules.add(Objects.requireNonNull(rule, "rule"));
    return this;
  }

  /** Adds a time limit. */
  public ProtocolBuilder deadline(Deadline deadline) {
    deadlines.add(Objects.requireNonNull(deadline, "deadline"));
    return this;
  }

  /** Adds an example. */
  public ProtocolBuilder example(Example example) {
    examples.add(Objects.requireNonNull(example, "example"));
    return this;
  }

  /** Adds its words in another language. */
  public ProtocolBuilder translation(Translation translation) {
    translations.add(Objects.requireNonNull(translation, "translation"));
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
    long started = EngineLog.now();
    CompilableProtocol protocol = buildProved();
    List<Problem> problems = ProtocolCheck.problems(protocol);
    if (!problems.isEmpty()) {
      throw new InvalidProtocolException(problems);
    }
    EngineLog.protocolBuilt(
        started, protocol.reference(), () -> protocol.engine().spaces().whole().size());
    return protocol;
  }

  /** Builds without the checks, for what the tests of this library have proved. */
  CompilableProtocol buildProved() {
    return ImmutableCompilableProtocol.of(
        id,
        release,
        title,
        source,
        caution,
        derivedFrom,
        elements,
        order,
        resources,
        levels,
        facets,
        reasons,
        pairing,
        rules,
        deadlines,
        examples,
        translations);
  }
}
