package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Provenance;

/**
 * A protocol told in plain sentences, for a clinician to read and sign off: one for each rule and
 * each deadline, with its reason, how it binds and where it comes from.
 *
 * <pre>{@code
 * for (PlainText.Section section : PlainText.of(protocol).sections()) {
 *   System.out.println(section.heading());
 *   section.statements().forEach(statement -> System.out.println(statement.text()));
 * }
 * }</pre>
 *
 * <p>Every rule of {@link Protocol#expandedRules()} is told exactly once. A rule that a document
 * repeats for resources or elements is told once for all of them and named by all their ids,
 * because a reader agrees to it once; where its own reason speaks of the single resource, each is
 * told by itself. The sentences say what the templates mean on a finished conversation: "followed"
 * and "after" mean strictly later, and several things on one side of a rule mean any of them.
 *
 * <p>The same protocol and locale give the same text on any machine. Sentences are not stable
 * between releases; topics and ids are. Immutable and safe to share between threads; nothing is
 * ever null.
 *
 * @param reference the protocol, as {@code id@release}
 * @param title what people call it
 * @param sections what there is to say, in the order of {@link Topic}; none is empty
 */
public record PlainText(String reference, String title, List<Section> sections) {
  /** What a section is about. */
  public enum Topic {
    /** Where the protocol comes from, and how the text is to be read. */
    ABOUT("about"),
    /** The elements in their order; the ids are their keys. */
    ELEMENTS("elements"),
    /** How the elements follow one another; the ids are those of the rules of the order. */
    ORDER("order"),
    /** What can be offered, and the consent it takes; the ids are keys of resources. */
    RESOURCES("resources"),
    /** Concerns, thanks, and who may meet. */
    PEOPLE("people"),
    /** The document's own rules; the ids are those of expanded rules. */
    RULES("rules"),
    /** The time limits; the ids are those of deadlines. */
    DEADLINES("deadlines"),
    /** The conversations that the protocol was checked with; absent when there are none. */
    EXAMPLES("examples"),
    /** What is agreed to by signing. */
    SIGN_OFF("sign-off");

    private final String wire;

    Topic(String wire) {
      this.wire = wire;
    }

    /** The name in data. */
    public String wireName() {
      return wire;
    }
  }

  /**
   * Statements under a heading.
   *
   * @param topic what they are about
   * @param heading the same in words
   * @param statements at least one
   */
  public record Section(Topic topic, String heading, List<Statement> statements) {
    /** Copies the list and checks that nothing is null. */
    public Section {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(heading, "heading");
      statements = List.copyOf(statements);
    }
  }

  /**
   * Something that a reader can agree to.
   *
   * @param ids what it tells: rules, deadlines, elements or resources; empty when it is about the
   *     protocol as a whole
   * @param text what it says
   * @param notes sentences that go with it: how it binds, the reason, where it comes from
   * @param provenance where it comes from; empty when it is no entry of the protocol
   */
  public record Statement(
      List<String> ids, String text, List<String> notes, Optional<Provenance> provenance) {
    /** Copies the lists and checks that nothing is null. */
    public Statement {
      ids = List.copyOf(ids);
      Objects.requireNonNull(text, "text");
      notes = List.copyOf(notes);
      Objects.requireNonNull(provenance, "provenance");
    }
  }

  /** Copies the list and checks that nothing is null. */
  public PlainText {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(title, "title");
    sections = List.copyOf(sections);
  }

  /** The text in English. */
  public static PlainText of(Protocol protocol) {
    return of(protocol, Locale.ENGLISH);
  }

  /**
   * The text in another language. What the protocol itself says, such as titles and reasons, stays
   * as it is.
   *
   * @param locale a language that there is a file for, such as {@code
   *     META-INF/peersupport/explanations_de.properties}; what the file leaves out is said in
   *     English
   */
  public static PlainText of(Protocol protocol, Locale locale) {
    return new Narration(protocol, new Phrasebook(protocol, locale)).tell();
  }

  /** The statements of a topic; empty when the text has none. */
  public List<Statement> about(Topic topic) {
    List<Statement> found = new ArrayList<>();
    for (Section section : sections) {
      if (section.topic() == topic) {
        found.addAll(section.statements());
      }
    }
    return List.copyOf(found);
  }
}
