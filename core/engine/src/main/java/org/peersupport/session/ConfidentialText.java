package org.peersupport.session;

import java.util.Objects;

/**
 * Free text that someone wrote in confidence, such as the reason of an override. It prints as
 * {@code ***} wherever it goes; the only way to its content is {@link #reveal()}. Immutable.
 */
public final class ConfidentialText {
  /** How many characters it may have. */
  public static final int LONGEST = 100_000;

  private final String content;

  private ConfidentialText(String content) {
    this.content = content;
  }

  /**
   * Wraps a text; it may be empty. What no file could carry, such as half of an emoji, becomes the
   * replacement character.
   *
   * @throws IllegalArgumentException if it has more than {@value #LONGEST} characters
   */
  public static ConfidentialText of(String content) {
    Objects.requireNonNull(content, "content");
    if (content.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a confidential text has at most " + LONGEST + " characters; say it shorter");
    }
    return new ConfidentialText(Texts.sound(content));
  }

  /** The text itself. Who calls this answers for where it goes. */
  public String reveal() {
    return content;
  }

  /** Whether there is nothing but white space. */
  public boolean isBlank() {
    return content.isBlank();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfidentialText that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /** Always {@code ***}. */
  @Override
  public String toString() {
    return "***";
  }
}
