package org.peersupport.workbench.text;

/** Texts as a terminal may have them: names in a document can hold anything. */
public final class Controls {
  private Controls() {}

  /** The text in one line, without anything that a terminal would obey. */
  public static String shown(String text) {
    if (text.chars().noneMatch(Controls::isObeyed)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (isObeyed(c)) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }

  private static boolean isObeyed(int c) {
    return c != '\t' && Character.isISOControl(c);
  }
}
