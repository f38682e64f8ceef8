package org.peersupport.protocol;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.peersupport.internal.DomainStyle;

/**
 * A part of a conversation, such as inviting the colleague to talk.
 *
 * <p>Made by {@link #required} or {@link #optional} and refined by the methods after them, each of
 * which gives a new element. Nothing is checked here: {@link ProtocolBuilder#build()} reports every
 * problem of a protocol at once. Immutable and compared by value; nothing is ever null.
 */
@Value.Immutable
@DomainStyle
public abstract sealed class Element permits ImmutableElement {
  Element() {}

  /** In kebab case, unique among the elements. */
  public abstract String key();

  /** What people call it. */
  public abstract String title();

  /** What it is for, in a sentence. */
  public abstract String purpose();

  /** Sentences that a supporter may use. */
  public abstract List<String> prompts();

  /** Whether a conversation must contain it. */
  public abstract Need need();

  /** Whether it may begin more than once. */
  public abstract boolean isRepeatable();

  /** Whether it may begin at any time without ending the current element, outside the order. */
  public abstract boolean isContinuous();

  /** Where it comes from. */
  public abstract Provenance provenance();

  /** The text it comes from. */
  public abstract Optional<String> source();

  /** An element that every conversation contains. */
  public static Element required(String key, String title, String purpose) {
    return of(key, title, purpose, Need.REQUIRED);
  }

  /** An element that may be left out. */
  public static Element optional(String key, String title, String purpose) {
    return of(key, title, purpose, Need.OPTIONAL);
  }

  /** An element of the given need that begins at most once. */
  public static Element of(String key, String title, String purpose, Need need) {
    return ImmutableElement.of(
        key,
        title,
        purpose,
        List.of(),
        need,
        false,
        false,
        Provenance.OUR_READING,
        Optional.empty());
  }

  /** The same, and it may begin more than once. */
  public final Element asRepeatable() {
    return self().withRepeatable(true);
  }

  /** The same, outside the order. */
  public final Element asContinuous() {
    return self().withContinuous(true);
  }

  /** The same with these sentences for the supporter. */
  public final Element prompting(String... sentences) {
    return self().withPrompts(sentences);
  }

  /** The same with where it comes from. */
  public final Element from(Provenance origin, String text) {
    return self().withProvenance(origin).withSource(text);
  }

  /** The same with where it comes from, the text not being named. */
  public final Element from(Provenance origin) {
    return self().withProvenance(origin);
  }

  private ImmutableElement self() {
    return ImmutableElement.copyOf(this);
  }
}
