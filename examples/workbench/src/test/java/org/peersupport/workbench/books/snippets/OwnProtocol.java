package org.peersupport.workbench.books.snippets;

import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

final class OwnProtocol {
  private OwnProtocol() {}

  static void run() {
    // book:start
    Protocol check =
        ProtocolBuilder.of("corridor-check", "1.0.0")
            .title("A check in the corridor")
            .source("Our ward, 2026")
            .element(Element.required("ask", "Ask", "Ask how the colleague is."))
            .element(Element.optional("listen", "Listen", "Listen without fixing.").asRepeatable())
            .order(Order.strict())
            .resource(Resource.of("chaplaincy", "Chaplaincy"))
            .rule(
                Rule.of("answered", Template.RESPONSE, any("offer:*"), any("accept:*", "decline:*"))
                    .because("The choice is the colleague's."))
            .deadline(Deadline.of("in-time", any("accept:*"), any("connect:*"), Duration.ofDays(1)))
            .example(Example.accepted("only asked", "begin:ask", "close"))
            .build();
    System.out.println(check + " has " + check.expandedRules().size() + " rules");
    // book:end
  }
}
