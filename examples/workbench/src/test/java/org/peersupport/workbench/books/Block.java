package org.peersupport.workbench.books;

/**
 * A fenced block of a book, and the mark in the comment on the line before it.
 *
 * @param line the line of its fence, from 1
 * @param mark how the block is tested, such as {@code output}; empty when it has none
 * @param argument what follows the colon of the mark; empty when nothing does
 * @param language the word after the fence
 * @param text what stands between the fences
 * @param from the place of the text in the book
 */
record Block(int line, String mark, String argument, String language, String text, int from) {
  /** Whether a shell runs it. */
  boolean isRun() {
    return language.equals("sh") && (mark.isEmpty() || mark.equals("exit"));
  }

  /** The exit status that its commands have to leave. */
  int exit() {
    return mark.equals("exit") ? Integer.parseInt(argument) : 0;
  }
}
