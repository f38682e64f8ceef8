package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/**
 * Says where a parser stands, as a JSON pointer (RFC 6901). No name of the wire format has a
 * character that would have to be escaped.
 */
final class Pointers {
  private Pointers() {}

  /**
   * The place of the current value.
   *
   * @param innermost the context that the parser is in
   * @param base the context that the reading began in; the pointer is counted from there
   * @param cut the context that the pointer ends before, because names in it are not ours
   */
  static String of(
      JsonStreamContext innermost,
      @Nullable JsonStreamContext base,
      @Nullable JsonStreamContext cut) {
    StringBuilder pointer = new StringBuilder();
    append(pointer, innermost, base, cut);
    return pointer.toString();
  }

  /** Appends the place; false once the cut is met. */
  private static boolean append(
      StringBuilder pointer,
      @Nullable JsonStreamContext context,
      @Nullable JsonStreamContext base,
      @Nullable JsonStreamContext cut) {
    if (context == null || context == base) {
      return true;
    }
    if (!append(pointer, context.getParent(), base, cut) || context == cut) {
      return false;
    }
    if (context.inArray() && context.hasCurrentIndex()) {
      pointer.append('/').append(context.getCurrentIndex());
    } else if (context.inObject() && context.hasCurrentName()) {
      pointer.append('/').append(context.getCurrentName());
    }
    return true;
  }
}
