package org.peersupport.workbench.books.snippets;

import org.peersupport.quickstart.Quickstart;

/** What {@code mvn exec:java} prints of the quickstart. */
final class QuickstartStory {
  private QuickstartStory() {}

  static void run() {
    Quickstart.main(new String[0]);
  }
}
