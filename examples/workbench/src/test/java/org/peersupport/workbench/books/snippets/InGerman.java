package org.peersupport.workbench.books.snippets;

import static org.peersupport.protocol.Rule.any;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.Translation;
import org.peersupport.session.LanguageFiles;

final class InGerman {
  private InGerman() {}

  static void run() {
    // book:start
    Translation german =
        new Translation(
            "de",
            Optional.of("Ein Gespräch im Flur"),
            Map.of(
                "ask",
                new Translation.ElementWords(
                    Optional.of("Fragen"), Optional.of("Fragen, wie es geht."), List.of())),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    Protocol talk =
        ProtocolBuilder.of("corridor-talk", "1.0.0")
            .title("A talk in the corridor")
            .source("Our ward, 2026")
            .element(Element.required("ask", "Ask", "Ask how they are.").prompting("How are you?"))
            .rule(
                Rule.of("once", Template.ABSENCE, any("begin:ask"))
                    .times(3)
                    .because("Twice is enough."))
            .translation(german)
            .build();
    System.out.println(talk.in(Locale.GERMAN).title());
    System.out.println(LanguageFiles.missingWords(talk, Locale.GERMAN));
    // book:end
  }
}
