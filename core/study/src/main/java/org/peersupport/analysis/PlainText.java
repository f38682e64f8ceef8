package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.peersupport.protocol.Protocol;

/**
 * A protocol told in plain sentences, for a clinician to read and sign off: one for each rule and
 * each deadline, with its reason, how it binds and where it comes from.
 *
 * <pre>{@code
 * for (Section section : PlainText.of(protocol).sections()) {
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
   * The text in another language. What the protocol itself says, such as titles and reasons, is
   * said in that language where the protocol has a translation.
   *
   * @param locale a language that there is a file for, such as {@code
   *     META-INF/peersupport/explanations_de.properties}; what the file leaves out is said in
   *     English
   */
  public static PlainText of(Protocol protocol, Locale locale) {
    Protocol told = protocol.in(locale);
    return new PlainText(
        protocol.reference(),
        Phrasebook.onOneLine(told.title()),
        new Narration(told, new Phrasebook(told, locale)).sections());
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
