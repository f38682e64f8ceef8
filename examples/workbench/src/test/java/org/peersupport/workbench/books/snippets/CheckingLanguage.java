package org.peersupport.workbench.books.snippets;

import java.util.Locale;
import org.peersupport.session.LanguageFiles;
import org.peersupport.session.LanguageGaps;

final class CheckingLanguage {
  private CheckingLanguage() {}

  static void run() {
    // book:start
    LanguageGaps gaps = LanguageFiles.gaps(Locale.forLanguageTag("de"));
    System.out.println("missing: " + gaps.missing());
    System.out.println("unknown: " + gaps.unknown());
    System.out.println("filled in otherwise: " + gaps.places());
    // book:end
  }
}
