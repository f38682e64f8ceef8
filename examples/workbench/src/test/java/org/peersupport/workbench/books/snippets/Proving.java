package org.peersupport.workbench.books.snippets;

import static org.peersupport.protocol.Rule.any;

import org.peersupport.analysis.Difference;
import org.peersupport.analysis.Matching;
import org.peersupport.analysis.Verification;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

final class Proving {
  private Proving() {}

  static void run() {
    // book:start
    var six = Catalogue.amaSixElements();
    System.out.println(Verification.of(six).findings());

    var thanksLast = Rule.of("thanks-last", Template.END, any("thank:*"));
    for (var finding : Verification.ofProperty(six, thanksLast).findings()) {
      System.out.println(finding.explanation());
    }

    var nine = Variants.find("shapiro-galowitz-nine").orElseThrow();
    System.out.println(Difference.between(six, nine, Matching.byKey()).isNone());
    // book:end
  }
}
