package org.peersupport.workbench.books.snippets;

import static org.peersupport.protocol.Rule.any;

import org.peersupport.protocol.Element;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

final class BrokenProtocol {
  private BrokenProtocol() {}

  static void run() {
    // book:start
    var draft =
        ProtocolBuilder.of("yes-only", "1.0.0")
            .title("Nobody may decline")
            .source("A mistake")
            .element(Element.required("ask", "Ask", "Ask how the colleague is."))
            .resource(Resource.of("chaplaincy", "Chaplaincy"))
            .rule(Rule.of("no-no", Template.ABSENCE, any("decline:*")));
    try {
      draft.build();
    } catch (InvalidProtocolException e) {
      e.problems().forEach(problem -> System.out.println(problem.explanation()));
    }
    // book:end
  }
}
