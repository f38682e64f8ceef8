package org.peersupport.session;

import java.util.Objects;

/**
 * Free text that someone wrote in confidence, such as the reason of an override. It prints as
 * {@code ***} wherever it goes; the only way to its content is {@link #reveal()}. Immutable.
 */
public final class ConfidentialText {
  private final String content;

  private ConfidentialText(String content) {
    this.content = Objects.requireNonNull(content, "content");
  }

  /** Wraps a text; it may be empty. */
  public static ConfidentialText of(String content) {
    return new ConfidentialText(content);
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
