package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TitledKey;
import org.peersupport.protocol.Translation;

/** A protocol that speaks German as far as its document does, and whose rules stay the same. */
class TranslatedProtocolTest {
  private static final Locale GERMAN = Locale.GERMAN;

  private static final String BROKEN_OFF =
      "Wenn das Gespräch abgebrochen ist, beenden Sie es stattdessen vorzeitig. Das ist in Ordnung.";

  /** Nobody has translated the element {@code part} and the reason of the rule {@code thanked}. */
  private static final Protocol PROTOCOL = protocol(german("de")).build();

  @Test
  void refuses_in_german_and_falls_back_word_by_word() {
    Talk talk = Talk.under(PROTOCOL);

    assertThat(talk.refused("begin:part").explanation(GERMAN))
        .isEqualTo(
            "Sie können noch nicht „Part“ beginnen. Ein notwendiges Element kommt zuerst. Als"
                + " Nächstes: „Begrüßen“ beginnen.");
    assertThat(talk.refused("close").explanation(GERMAN))
        .isEqualTo(
            "Sie können dieses Gespräch noch nicht abschließen. Noch nicht begonnen: „Begrüßen“ und"
                + " „Part“. Noch nicht festgehalten: ein Dank (die Offenheit). Als Nächstes:"
                + " „Begrüßen“ beginnen, dann „Part“, dann danken (die Offenheit). "
                + BROKEN_OFF);
    talk.then("begin:greet", "begin:part");
    assertThat(talk.refused("close").explanation(GERMAN))
        .isEqualTo(
            "Noch nicht festgehalten: ein Dank (die Offenheit). Thanks are due. Als Nächstes:"
                + " danken (die Offenheit). "
                + BROKEN_OFF);
    assertThat(talk.refused("close").explanation())
        .isEqualTo(
            "You have not yet recorded a thank-you for being open. Thanks are due. Next: thank the"
                + " peer for being open. If the conversation has broken off, end it early instead."
                + " That is all right.");
  }

  @Test
  void names_what_the_protocol_has_in_german() {
    Talk talk = Talk.under(PROTOCOL);

    assertThat(talk.refused("begin:sing").explanation(GERMAN))
        .isEqualTo(
            "Dieses Element kennt das Protokoll nicht. Es kennt: „Begrüßen“ (greet), „Part“"
                + " (part).");
    assertThat(talk.refused("concern:mild").explanation(GERMAN)).endsWith("„Gefahr“ (danger).");
    assertThat(talk.refused("end:bored").explanation(GERMAN))
        .contains("„Das Gegenüber bricht das Gespräch ab“ (stopped)")
        .endsWith("„Das Gespräch ging in die Nachtschicht“ (night-shift).");
    assertThat(talk.refused("offer:sleep").explanation(GERMAN)).endsWith("„Hilfe“ (help).");
  }

  @Test
  void says_in_german_what_helps_somebody_in_danger() {
    Talk talk =
        Talk.under(PROTOCOL).then("begin:greet", "begin:part", "thank:open", "concern:danger");
    Urgency urgency = talk.session().urgency().orElseThrow();

    assertThat(urgency.explanation(GERMAN))
        .isEqualTo(
            "Jemand könnte in Gefahr sein. Holen Sie jetzt Hilfe. Tun Sie zuerst das: „Hilfe“"
                + " anbieten, dann das Gegenüber mit „Hilfe“ in Kontakt bringen. Sie dürfen das"
                + " Gespräch wegen der Sicherheit beenden. Das ist ein gutes Ende, und Hilfe ist dann"
                + " weiterhin nötig.");
    assertThat(talk.refused("close").explanation(GERMAN, Optional.of(urgency)))
        .isEqualTo(
            urgency.explanation(GERMAN)
                + " Noch nicht festgehalten: die Übergabe an „Hilfe“. In Gefahr übernimmt jemand.");
  }

  @Test
  void gives_options_whose_refusals_speak_german() {
    Talk talk = Talk.under(PROTOCOL);
    Options options = Sessions.options(talk.session(), Talk.SUPPORTER.id(), talk.now());

    List<String> said =
        options.options().stream()
            .flatMap(option -> option.refusal().stream())
            .flatMap(refusal -> refusal.violations(GERMAN).stream())
            .map(Violation::explanation)
            .toList();

    assertThat(said)
        .contains(
            "Noch nicht begonnen: „Begrüßen“.",
            "Diese Vermittlung gibt es in der Sitzung nicht. Bieten Sie die Hilfe zuerst an, oder"
                + " prüfen Sie die Kennung.");
    assertThat(said).noneMatch(text -> text.startsWith("You ") || text.startsWith("This "));
  }

  @Test
  void asks_the_same_of_everybody() {
    Protocol german = PROTOCOL.in(GERMAN);

    assertThat(german.fingerprint()).isEqualTo(PROTOCOL.fingerprint());
    assertThat(german.reference()).isEqualTo(PROTOCOL.reference());
    assertThat(german.activities()).isEqualTo(PROTOCOL.activities());
    assertThat(german.title()).isEqualTo("Gruß");
    assertThat(german.element("greet").orElseThrow().purpose()).isEqualTo("Guten Tag sagen.");
    assertThat(german.element("greet").orElseThrow().prompts()).containsExactly("Guten Tag.");
    assertThat(german.element("part")).isEqualTo(PROTOCOL.element("part"));
    assertThat(german.deadlines().get(0).because()).isEqualTo("Minuten zählen.");
    assertThat(PROTOCOL.in(Locale.FRENCH)).isSameAs(PROTOCOL);
    assertThat(PROTOCOL.in(Locale.ROOT)).isSameAs(PROTOCOL);
    assertThat(PROTOCOL.in(Locale.forLanguageTag("de-AT")).title()).isEqualTo("Gruß");
    assertThat(PROTOCOL.in(GERMAN)).isSameAs(german);
  }

  @Test
  void prefers_the_words_of_the_country() {
    Translation country =
        new Translation(
            "de-AT",
            Optional.of("Servus"),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    Protocol protocol = protocol(german("de")).translation(country).build();

    assertThat(protocol.in(Locale.forLanguageTag("de-AT")).title()).isEqualTo("Servus");
    assertThat(protocol.in(Locale.forLanguageTag("de-CH")).title()).isEqualTo("Gruß");
  }

  @Test
  void knows_which_words_are_missing() {
    assertThat(LanguageFiles.missingWords(PROTOCOL, GERMAN))
        .containsExactly("/elements/part/title", "/elements/part/purpose", "/rules/thanked");
    assertThat(LanguageFiles.missingWords(PROTOCOL, Locale.forLanguageTag("de-AT")))
        .containsExactly("/elements/part/title", "/elements/part/purpose", "/rules/thanked");
  }

  @Test
  void tells_words_that_belong_to_nothing_or_say_nothing() {
    Translation strange =
        new Translation(
            "de",
            Optional.of(" "),
            Map.of(
                "greet",
                new Translation.ElementWords(
                    Optional.of(""), Optional.of("\t"), List.of("Na?", " ")),
                "sing",
                new Translation.ElementWords(Optional.of("Singen"), Optional.empty(), List.of())),
            Map.of("sleep", "Schlaf"),
            Map.of("danger", ""),
            Map.of("patience", "Geduld"),
            Map.of("tired", "Müde"),
            Map.of("sung", "Weil"),
            Map.of("late", "Spät"));

    assertThat(problems(strange))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/translations/de/title",
            "/translations/de/elements",
            "/translations/de/elements/greet/title",
            "/translations/de/elements/greet/purpose",
            "/translations/de/elements/greet/prompts/1",
            "/translations/de/resources",
            "/translations/de/concerns/danger",
            "/translations/de/appreciation",
            "/translations/de/reasons",
            "/translations/de/rules",
            "/translations/de/deadlines");
  }

  @Test
  void tells_languages_that_are_none_or_stand_twice() {
    for (String tag : List.of("", "de_DE", "not a tag", "und")) {
      assertThat(problems(german(tag)))
          .as(tag)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.ILL_FORMED);
                assertThat(problem.pointer()).isEqualTo("/translations");
              });
    }
    assertThat(problems(german("de"), german("DE")))
        .extracting(Problem::code, Problem::pointer)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ProblemCode.DUPLICATE, "/translations/DE"));
  }

  private static List<Problem> problems(Translation... translations) {
    ProtocolBuilder builder = protocol(translations);
    InvalidProtocolException[] thrown = new InvalidProtocolException[1];
    assertThatExceptionOfType(InvalidProtocolException.class)
        .isThrownBy(builder::build)
        .satisfies(e -> thrown[0] = e);
    return thrown[0].problems();
  }

  private static ProtocolBuilder protocol(Translation... translations) {
    ProtocolBuilder builder =
        ProtocolBuilder.of("greeting", "1.0.0")
            .title("Greeting")
            .source("S")
            .element(
                Element.required("greet", "Greet", "Say hello.").asRepeatable().prompting("Hello."))
            .element(Element.required("part", "Part", "Say goodbye.").asRepeatable())
            .order(Order.strict().returning("part", "greet"))
            .resource(Resource.of("help", "Help").byNotice())
            .concern(TitledKey.of("danger", "Danger"))
            .appreciation(TitledKey.of("open", "being open"))
            .reasons(
                new ReasonLists(
                    List.of(TitledKey.of("night-shift", "The night shift began")),
                    List.of(),
                    List.of(),
                    List.of()))
            .rule(
                Rule.of("met", Template.RESPONSE, any("concern:danger"), any("connect:help"))
                    .bindingAlways()
                    .because("Somebody takes over in danger."))
            .rule(
                Rule.of("thanked", Template.EXISTENCE, any("thank:open"))
                    .because("Thanks are due."))
            .deadline(
                Deadline.of(
                        "in-time",
                        any("concern:danger"),
                        any("connect:help"),
                        Duration.ofMinutes(5))
                    .because("Minutes count."));
    for (Translation translation : translations) {
      builder.translation(translation);
    }
    return builder;
  }

  private static Translation german(String tag) {
    return new Translation(
        tag,
        Optional.of("Gruß"),
        Map.of(
            "greet",
            new Translation.ElementWords(
                Optional.of("Begrüßen"), Optional.of("Guten Tag sagen."), List.of("Guten Tag."))),
        Map.of("help", "Hilfe"),
        Map.of("danger", "Gefahr"),
        Map.of("open", "die Offenheit"),
        Map.of("night-shift", "Das Gespräch ging in die Nachtschicht"),
        Map.of("met", "In Gefahr übernimmt jemand."),
        Map.of("in-time", "Minuten zählen."));
  }
}
