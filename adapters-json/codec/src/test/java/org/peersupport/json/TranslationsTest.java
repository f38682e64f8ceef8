package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Layout;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Translation;
import org.peersupport.session.Event;
import org.peersupport.session.LanguageFiles;

/** A document that carries its words in another language, from reading to the last answer. */
class TranslationsTest {
  /** Nobody has translated the element {@code part} and the reason of the rule {@code thanked}. */
  private static final String GREETING =
      "{'id':'greeting','release':'1','title':'Greeting','source':'S','elements':["
          + "{'key':'greet','title':'Greet','purpose':'Say hello.','prompts':['Hello.'],"
          + "'need':'required','repeatable':true},"
          + "{'key':'part','title':'Part','purpose':'Say goodbye.','need':'required','repeatable':true}],"
          + "'order':{'mode':'strict','returns':[['part','greet']]},"
          + "'resources':[{'key':'help','title':'Help','consent':'notice'},"
          + "{'key':'talk','title':'A talk'}],"
          + "'concerns':[{'key':'danger','title':'Danger'}],"
          + "'appreciation':[{'key':'open','title':'being open'}],"
          + "'reasons':{'decline':[{'key':'not-now','title':'Not now'}]},"
          + "'rules':[{'id':'met','template':'response','a':['concern:danger'],'b':['connect:help'],"
          + "'holds':'always','because':'Somebody takes over.'},"
          + "{'id':'thanked','template':'existence','a':['thank:open'],'because':'Thanks are due.'}],"
          + "'deadlines':[{'id':'in-time','from':['concern:danger'],'to':['connect:help'],"
          + "'within':'PT5M','because':'Minutes count.'}],"
          + "'translations':{'de':{'title':'Gruß','elements':{'greet':{'title':'Begrüßen',"
          + "'purpose':'Guten Tag sagen.','prompts':['Guten Tag.']}},"
          + "'resources':{'help':'Hilfe','talk':'Ein Gespräch'},'concerns':{'danger':'Gefahr'},"
          + "'appreciation':{'open':'die Offenheit'},'reasons':{'not-now':'Nicht jetzt'},"
          + "'rules':{'met':'In Gefahr übernimmt jemand.'},'deadlines':{'in-time':'Minuten zählen.'}}}}";

  private static final String OPEN =
      "{'session':'s-1','at':'2026-03-02T09:00:00Z','by':'sup-1','do':'open','protocol':'greeting',"
          + "'supporter':{'id':'sup-1'},'peer':{'id':'peer-1'}}";

  // --- guided

  @Test
  void a_session_is_guided_in_german_and_word_by_word_in_english_where_german_is_missing() {
    List<Event> events = new ArrayList<>();
    SessionDesk desk = desk(Locale.GERMAN, events);

    assertThat(answer(desk, OPEN)).contains("\"outcome\":\"accepted\"");
    assertThat(answer(desk, say("'do':'begin','element':'part'")))
        .contains(
            "\"rule\":\"order.skip\",\"explanation\":\"Sie können noch nicht „Part“ beginnen. Ein"
                + " notwendiges Element kommt zuerst.\"",
            "\"explanation\":\"Sie können noch nicht „Part“ beginnen. Ein notwendiges Element kommt"
                + " zuerst. Als Nächstes: „Begrüßen“ beginnen.\"}");
    answer(desk, say("'do':'begin','element':'greet'"));
    assertThat(answer(desk, say("'do':'close'")))
        .endsWith(
            "\"explanation\":\"Sie können dieses Gespräch noch nicht abschließen. Noch nicht"
                + " begonnen: „Part“. Noch nicht festgehalten: ein Dank (die Offenheit). Als"
                + " Nächstes: „Part“ beginnen, dann danken (die Offenheit). Wenn das Gespräch"
                + " abgebrochen ist, beenden Sie es stattdessen vorzeitig. Das ist in Ordnung.\"}")
        .contains(
            "\"because\":\"Thanks are due.\",\"explanation\":\"Noch nicht festgehalten: ein Dank (die"
                + " Offenheit). Thanks are due.\"");
    assertThat(answer(desk, say("'do':'begin','element':'sing'")))
        .contains("Es kennt: „Begrüßen“ (greet), „Part“ (part).");
    assertThat(events).hasSize(2);
  }

  @Test
  void somebody_in_danger_comes_first_in_german_too() {
    SessionDesk desk = desk(Locale.GERMAN, new ArrayList<>());
    answer(desk, OPEN);
    String urgent =
        "Jemand könnte in Gefahr sein. Holen Sie jetzt Hilfe. Tun Sie zuerst das: „Hilfe“ anbieten,"
            + " dann das Gegenüber mit „Hilfe“ in Kontakt bringen. Sie dürfen das Gespräch wegen der"
            + " Sicherheit beenden. Das ist ein gutes Ende, und Hilfe ist dann weiterhin nötig.";

    assertThat(answer(desk, say("'do':'concern','level':'danger'")))
        .contains("\"urgent\":{\"rules\":[\"met\"],\"remedy\":[\"offer:help\",\"connect:help\"],")
        .contains("\"explanation\":\"" + urgent + "\"");
    assertThat(answer(desk, say("'do':'begin','element':'part'")))
        .contains(
            "\"explanation\":\""
                + urgent
                + " Sie können noch nicht „Part“ beginnen. Ein notwendiges Element kommt zuerst.\"}");
  }

  @Test
  void options_give_their_reasons_in_german() {
    SessionDesk desk = desk(Locale.GERMAN, new ArrayList<>());
    answer(desk, OPEN);

    assertThat(answer(desk, say("'do':'options'")))
        .contains(
            "\"explanation\":\"Noch nicht begonnen: „Begrüßen“.\"",
            "\"explanation\":\"Dieses Gespräch ruht nicht. Sie können einfach weitermachen.\"")
        .doesNotContain("explanation\":\"You ", "explanation\":\"This ");
  }

  @Test
  void another_language_and_none_are_english() {
    for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH, Locale.forLanguageTag("qq"))) {
      SessionDesk desk = desk(locale, new ArrayList<>());
      answer(desk, OPEN);

      assertThat(answer(desk, say("'do':'begin','element':'part'")))
          .endsWith(
              "\"You cannot begin 'Part' yet. A required element comes first. Next: begin"
                  + " 'Greet'.\"}");
    }
    SessionDesk austrian = desk(Locale.forLanguageTag("de-AT"), new ArrayList<>());
    answer(austrian, OPEN);
    assertThat(answer(austrian, say("'do':'begin','element':'part'")))
        .endsWith("Als Nächstes: „Begrüßen“ beginnen.\"}");
  }

  // --- read and written

  @Test
  void words_come_back_as_they_were_written() {
    Protocol protocol = greeting();
    String written = PeerSupportJson.writeProtocol(protocol);

    assertThat(written)
        .contains(
            "\"translations\":{\"de\":{\"title\":\"Gruß\",\"elements\":{\"greet\":{\"title\":"
                + "\"Begrüßen\",\"purpose\":\"Guten Tag sagen.\",\"prompts\":[\"Guten Tag.\"]}},"
                + "\"resources\":{\"help\":\"Hilfe\",\"talk\":\"Ein Gespräch\"},");
    assertThat(read(written).orElseThrow()).isEqualTo(protocol);
    assertThat(PeerSupportJson.writeProtocol(read(written).orElseThrow())).isEqualTo(written);
    assertThat(LanguageFiles.missingWords(protocol, Locale.GERMAN))
        .containsExactly("/elements/part/title", "/elements/part/purpose", "/rules/thanked");
  }

  @Test
  void what_begins_with_x_is_free() {
    String free =
        GREETING
            .replace("'translations':{", "'translations':{'x-done-by':{'de':['A','B']},'x-n':1,")
            .replace("'de':{'title':'Gruß'", "'de':{'x-checked':true,'title':'Gruß'")
            .replace("'greet':{'title':'Begrüßen'", "'greet':{'x-y':[{}],'title':'Begrüßen'");

    assertThat(read(Json.of(free)).orElseThrow()).isEqualTo(greeting());
  }

  // --- extended

  @Test
  void a_variant_inherits_the_words_of_what_it_leaves_as_it_is() {
    Protocol variant =
        extending(
            ",'title':'Greeting at night','elements':[{'key':'greet','title':'Greet softly',"
                + "'purpose':'Say hello softly.','need':'required','repeatable':true}],"
                + "'remove':{'resources':['talk']},'appreciation':[{'key':'open','title':'opening up'}],"
                + "'rules':[{'id':'met','template':'response','a':['concern:danger'],"
                + "'b':['connect:help','complete:help'],'holds':'always','because':'Help comes.'}]");
    Translation words = variant.translations().get(0);

    assertThat(variant.translations()).hasSize(1);
    assertThat(words.title()).isEmpty();
    assertThat(words.elements()).isEmpty();
    assertThat(words.resources()).containsExactly(Map.entry("help", "Hilfe"));
    assertThat(words.concerns()).containsExactly(Map.entry("danger", "Gefahr"));
    assertThat(words.appreciation()).isEmpty();
    assertThat(words.reasons()).containsExactly(Map.entry("not-now", "Nicht jetzt"));
    assertThat(words.rules()).isEmpty();
    assertThat(words.deadlines()).containsExactly(Map.entry("in-time", "Minuten zählen."));
    assertThat(LanguageFiles.missingWords(variant, Locale.GERMAN))
        .contains("/title", "/elements/greet/title", "/appreciation/open", "/rules/met");
  }

  @Test
  void a_variant_that_says_nothing_of_words_inherits_them_all() {
    assertThat(extending("").translations()).isEqualTo(greeting().translations());
    assertThat(extending("").in(Locale.GERMAN).title()).isEqualTo("Gruß");
  }

  @Test
  void a_variant_with_words_of_its_own_inherits_none() {
    Protocol variant = extending(",'translations':{'fr':{'title':'Salut'}}");

    assertThat(variant.translations()).extracting(Translation::language).containsExactly("fr");
    assertThat(variant.in(Locale.GERMAN)).isSameAs(variant);
    assertThat(variant.in(Locale.FRENCH).title()).isEqualTo("Salut");
    assertThat(extending(",'translations':{}").translations()).isEmpty();
  }

  @Test
  void the_changes_of_a_variant_say_its_words_where_they_differ() {
    Protocol base = greeting();
    Protocol same = extending("");
    Protocol other = extending(",'translations':{'fr':{'title':'Salut'}}");

    assertThat(PeerSupportJson.writeProtocolChanges(same, base, Layout.LINE))
        .doesNotContain("translations");
    assertThat(PeerSupportJson.writeProtocolChanges(other, base, Layout.LINE))
        .contains("\"translations\":{\"fr\":{\"title\":\"Salut\"}}");
  }

  // --- problems

  @Test
  void words_of_nothing_are_problems_at_their_places() {
    assertThat(
            issues(
                "'de':{'title':' ','elements':{'sing':{'title':'Singen'},'greet':{'title':'',"
                    + "'purpose':'\\t','prompts':['Na?',' ']}},'resources':{'sleep':'Schlaf'},"
                    + "'concerns':{'danger':''},'appreciation':{'grit':'Mut'},"
                    + "'reasons':{'tired':'Müde'},'rules':{'sung':'Weil'},'deadlines':{'late':'Spät'}}"))
        .containsExactlyInAnyOrder(
            "protocol.missing /translations/de/title",
            "protocol.unknown /translations/de/elements",
            "protocol.missing /translations/de/elements/greet/title",
            "protocol.missing /translations/de/elements/greet/purpose",
            "protocol.missing /translations/de/elements/greet/prompts/1",
            "protocol.unknown /translations/de/resources",
            "protocol.missing /translations/de/concerns/danger",
            "protocol.unknown /translations/de/appreciation",
            "protocol.unknown /translations/de/reasons",
            "protocol.unknown /translations/de/rules",
            "protocol.unknown /translations/de/deadlines");
  }

  @Test
  void what_is_written_otherwise_is_a_problem_where_it_stands() {
    assertThat(issues("'de_DE':{'title':'Gruß'}"))
        .containsExactly("protocol.ill-formed /translations");
    assertThat(issues("'de':{'titel':'Gruß'}"))
        .containsExactly("json.unknown-member /translations/de");
    assertThat(issues("'de':{'elements':{'greet':{'prompt':'Na?'}}}"))
        .containsExactly("json.unknown-member /translations/de/elements/greet");
    assertThat(issues("'de':'Gruß'")).containsExactly("json.wrong-type /translations/de");
    assertThat(issues("'de':{'resources':['Hilfe']}"))
        .containsExactly("json.wrong-type /translations/de/resources");
    assertThat(issues("'de':{'resources':{'help':1}}"))
        .containsExactly("json.wrong-type /translations/de/resources/help");
    assertThat(issues("'de':{'title':'A'},'de':{'title':'B'}"))
        .containsExactly("json.repeated-member /translations/de");
    assertThat(issues("'de':{'title':'A'},'DE':{'title':'B'}"))
        .containsExactly("protocol.duplicate /translations/DE");
  }

  @Test
  void an_unknown_member_is_told_with_the_nearest_name() {
    String document = GREETING.replace("'de':{'title':'Gruß'", "'de':{'titel':'Gruß'");

    assertThat(read(Json.of(document)).issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.explanation()).contains("title"));
  }

  // --- help

  private static SessionDesk desk(Locale locale, List<Event> events) {
    return new SessionDesk(named -> Optional.of(greeting()), events::add, locale);
  }

  private static String answer(SessionDesk desk, String line) {
    return desk.answer(Json.of(line), 1).line();
  }

  private static String say(String members) {
    return "{'session':'s-1','at':'2026-03-02T09:01:00Z','by':'sup-1'," + members + "}";
  }

  private static Protocol greeting() {
    return read(Json.of(GREETING)).orElseThrow();
  }

  private static Read<Protocol> read(String document) {
    return PeerSupportJson.readProtocol(document.getBytes(UTF_8), reference -> Optional.empty());
  }

  private static Protocol extending(String more) {
    String variant = "{'id':'night','release':'1','extends':'greeting@1'" + more + "}";
    return PeerSupportJson.readProtocol(
            Json.of(variant).getBytes(UTF_8),
            reference -> Optional.of(Json.of(GREETING).getBytes(UTF_8)))
        .orElseThrow();
  }

  private static List<String> issues(String translations) {
    String before = GREETING.substring(0, GREETING.indexOf("'translations'"));
    String document = before + "'translations':{" + translations + "}}";
    return read(Json.of(document)).issues().stream()
        .map(issue -> issue.code() + " " + issue.pointer())
        .toList();
  }
}
