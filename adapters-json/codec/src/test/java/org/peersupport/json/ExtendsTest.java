package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.TitledKey;

/** A document that extends another says only what differs. */
class ExtendsTest {
  private static final Protocol AMA = Catalogue.amaSixElements();
  private static final String BASE =
      "{'id':'base','release':'1','title':'T','source':'S','elements':["
          + element("a")
          + ","
          + element("b")
          + "],'resources':[{'key':'sheet','title':'Sheet'},{'key':'walk','title':'Walk'}],"
          + "'concerns':['high'],'rules':[{'id':'sheet-first','template':'precedence',"
          + "'a':['offer:sheet'],'b':['offer:walk']}],"
          + "'deadlines':[{'id':'soon','from':['open'],'to':['begin:a'],'within':'PT1H'}],"
          + "'examples':[{'name':'nothing','trace':['close'],'expect':'accepted'}]}";

  private static String element(String key) {
    return "{'key':'" + key + "','title':'" + key + "','purpose':'P','need':'optional'}";
  }

  private static String placed(String key, String before) {
    String element = element(key);
    return element.substring(0, element.length() - 1) + ",'before':'" + before + "'}";
  }

  private static String variant(String more) {
    return "{'id':'variant','release':'2','extends':'base@1'" + more + "}";
  }

  private static Read<Protocol> reading(String document, Map<String, String> others) {
    return PeerSupportJson.readProtocol(
        Json.of(document).getBytes(UTF_8),
        reference ->
            Optional.ofNullable(others.get(reference)).map(text -> Json.of(text).getBytes(UTF_8)));
  }

  private static Protocol read(String more) {
    return reading(variant(more), Map.of("base@1", BASE)).orElseThrow();
  }

  private static List<String> issues(String document, Map<String, String> others) {
    return reading(document, others).issues().stream()
        .map(issue -> issue.code() + " " + issue.pointer() + " " + issue.line())
        .toList();
  }

  private static List<String> issues(String more) {
    return issues(variant(more), Map.of("base@1", BASE));
  }

  private static List<String> elements(Protocol protocol) {
    return protocol.elements().stream().map(Element::key).toList();
  }

  @Test
  void what_is_not_said_is_inherited_but_for_the_examples() {
    Protocol base = reading(BASE, Map.of()).orElseThrow();
    Protocol variant = read("");

    assertThat(variant.reference()).isEqualTo("variant@2");
    assertThat(variant.derivedFrom()).contains("base@1");
    assertThat(variant.title()).isEqualTo("T");
    assertThat(variant.elements()).isEqualTo(base.elements());
    assertThat(variant.resources()).isEqualTo(base.resources());
    assertThat(variant.rules()).isEqualTo(base.rules());
    assertThat(variant.deadlines()).isEqualTo(base.deadlines());
    assertThat(variant.concerns()).isEqualTo(base.concerns());
    assertThat(variant.examples()).isEmpty();
  }

  @Test
  void what_has_the_same_key_is_replaced_where_it_stands_and_what_is_new_comes_last() {
    Protocol variant =
        read(
            ",'resources':[{'key':'talk','title':'Talk'},{'key':'sheet','title':'Leaflet'}],"
                + "'rules':[{'id':'sheet-first','template':'absence','a':['offer:walk']}]");

    assertThat(variant.resources())
        .containsExactly(
            Resource.of("sheet", "Leaflet"),
            Resource.of("walk", "Walk"),
            Resource.of("talk", "Talk"));
    assertThat(variant.rules()).singleElement().extracting(Rule::b).isEqualTo(List.of());
  }

  @Test
  void an_element_stands_before_the_one_it_names() {
    assertThat(elements(read(",'elements':[" + placed("c", "b") + "," + placed("d", "b") + "]")))
        .containsExactly("a", "c", "d", "b");
    assertThat(elements(read(",'elements':[" + element("c") + "," + placed("b", "a") + "]")))
        .containsExactly("b", "a", "c");
  }

  @Test
  void lists_of_words_and_objects_are_replaced_whole() {
    Protocol variant =
        read(
            ",'concerns':[],'appreciation':['work'],'order':{'mode':'strict'},"
                + "'pairing':{'department':'same'},"
                + "'reasons':{'lapse':[{'key':'late','title':'Late'}]}");

    assertThat(variant.reasons().lapse()).containsExactly(TitledKey.of("late", "Late"));
    assertThat(variant.concerns()).isEmpty();
    assertThat(variant.appreciation()).containsExactly("work");
    assertThat(variant.order()).isEqualTo(Order.strict());
    assertThat(variant.pairing()).isEqualTo(Pairing.SAME);
  }

  @Test
  void reasons_are_inherited_until_others_are_given() {
    String base = variant(",'reasons':{'end':[{'key':'late','title':'Late'}]}");
    Map<String, String> others = Map.of("base@1", BASE, "variant@2", base);
    String third = "{'id':'third','release':'1','extends':'variant@2'MORE}";

    assertThat(reading(third.replace("MORE", ""), others).orElseThrow().reasons().end())
        .containsExactly(TitledKey.of("late", "Late"));
    assertThat(
            reading(third.replace("MORE", ",'reasons':{}"), others)
                .orElseThrow()
                .reasons()
                .isEmpty())
        .isTrue();
  }

  @Test
  void what_is_removed_is_not_there() {
    Protocol variant =
        read(
            ",'remove':{'elements':['b'],'resources':['walk'],'rules':['sheet-first'],"
                + "'deadlines':['soon']}");

    assertThat(elements(variant)).containsExactly("a");
    assertThat(variant.resources()).hasSize(1);
    assertThat(variant.rules()).isEmpty();
    assertThat(variant.deadlines()).isEmpty();
  }

  @Test
  void a_variant_may_extend_a_variant_and_what_ships() {
    String second = "{'id':'v2','release':'1','extends':'variant@2','title':'Two'}";
    Protocol read =
        reading(second, Map.of("base@1", BASE, "variant@2", variant(",'concerns':['low']")))
            .orElseThrow();
    assertThat(read.concerns()).containsExactly("low");
    assertThat(read.derivedFrom()).contains("variant@2");

    String shipped = "{'id':'ours','release':'1','extends':'ama-six-elements@1.0.0'}";
    assertThat(PeerSupportJson.readProtocol(Json.of(shipped)).orElseThrow().rules())
        .isEqualTo(AMA.rules());
  }

  @Test
  void a_base_that_is_missing_or_not_in_order_is_a_problem_of_its_place() {
    assertThat(issues(variant(""), Map.of())).containsExactly("protocol.unknown /extends 1");
    assertThat(issues("{\n'id':'v','release':'1',\n'extends':'base'}", Map.of()))
        .containsExactly("protocol.ill-formed /extends 3");
    assertThat(issues(variant(""), Map.of("base@1", "{'id':7}")))
        .containsExactly("protocol.contradiction /extends 1");
    assertThat(issues(variant(""), Map.of("base@1", BASE.replace("'1'", "'3'"))))
        .containsExactly("protocol.unknown /extends 1");
  }

  @Test
  void nothing_extends_itself() {
    String one = "{'id':'one','release':'1','extends':'two@1'}";
    String two = "{'id':'two','release':'1','extends':'one@1'}";

    assertThat(issues("{'id':'one','release':'1','extends':'one@1'}", Map.of()))
        .containsExactly("protocol.contradiction /extends 1");
    Read<Protocol> read = reading(one, Map.of("one@1", one, "two@1", two));
    assertThat(read.issues()).hasSize(1);
    assertThat(read.issues().get(0).explanation()).contains("would extend itself");
  }

  @Test
  void documents_that_extend_one_another_without_end_are_refused() {
    Read<Protocol> read =
        PeerSupportJson.readProtocol(
            Json.of("{'id':'p0','release':'1','extends':'p1@1'}").getBytes(UTF_8),
            reference -> {
              int number = Integer.parseInt(reference.substring(1, reference.indexOf('@')));
              return Optional.of(
                  Json.of(
                          "{'id':'p"
                              + number
                              + "','release':'1','extends':'p"
                              + (number + 1)
                              + "@1'}")
                      .getBytes(UTF_8));
            });

    assertThat(read.issues()).hasSize(1);
    assertThat(read.issues().get(0).explanation()).contains("at most 50 deep");
  }

  @Test
  void what_is_removed_need_not_be_left_out_any_more() {
    String base =
        "{'id':'base','release':'1','title':'T','source':'S','elements':["
            + element("a")
            + "],'resources':[{'key':'sheet','title':'Sheet'},{'key':'walk','title':'Walk'},"
            + "{'key':'talk','title':'Talk'}],'concerns':['high','low'],'rules':["
            + "{'id':'asked','template':'precedence','a':['concern:*','!concern:low'],"
            + "'b':['offer:*','!offer:walk','!offer:talk']},"
            + "{'id':'answered-{resource}','forEach':'resource','except':['walk','talk'],"
            + "'template':'response','a':['offer:{resource}'],'b':['accept:{resource}',"
            + "'decline:{resource}'],'strength':'advisory'}],'deadlines':[{'id':'soon','from':"
            + "['accept:*','!accept:walk'],'to':['connect:*','lapse:*'],'within':'PT1H'}]}";
    String variant = variant(",'remove':{'resources':['walk']},'concerns':['high']");

    Protocol without = reading(variant, Map.of("base@1", base)).orElseThrow();

    assertThat(without.rules().get(0).a()).containsExactly("concern:*");
    assertThat(without.rules().get(0).b()).containsExactly("offer:*", "!offer:talk");
    assertThat(without.rules().get(1).except()).containsExactly("talk");
    assertThat(without.deadlines().get(0).from()).containsExactly("accept:*");
    Protocol whole = reading(base, Map.of()).orElseThrow();
    String changes = PeerSupportJson.writeProtocolChanges(without, whole);
    assertThat(changes).doesNotContain("rules", "deadlines");
    assertThat(reading(changes.replace('"', '\''), Map.of("base@1", base)).orElseThrow())
        .isEqualTo(without);
  }

  @Test
  void a_pattern_that_takes_something_away_may_not_name_what_is_not_there() {
    assertThat(
            issues(
                ",'rules':[{'id':'s','template':'absence','a':['offer:*','!offer:z']},"
                    + "{'id':'t','template':'absence','a':['offer:walk','!offer:walk']}]"))
        .containsExactlyInAnyOrder(
            "protocol.unknown /rules/0/a/1 1", "protocol.contradiction /rules/1/a 1");
  }

  @Test
  void beside_a_slip_of_the_pen_the_other_problems_are_told_too() {
    assertThat(issues(",'titel':'X',\n'remove':{'resources':['sheet']}"))
        .containsExactlyInAnyOrder("json.unknown-member  1", "protocol.unknown /extends 1");
  }

  @Test
  void what_cannot_be_removed_or_placed_is_a_problem_of_its_place() {
    assertThat(issues(",\n'remove':{'rules':['sheet-first',\n'other'],'elements':['c']}"))
        .containsExactlyInAnyOrder(
            "protocol.unknown /remove/rules/1 3", "protocol.unknown /remove/elements/0 3");
    assertThat(issues(",'elements':[" + placed("c", "z") + "]"))
        .containsExactly("protocol.unknown /elements/0/before 1");
  }

  @Test
  void a_problem_of_the_whole_is_told_where_the_variant_says_it_or_that_it_is_inherited() {
    assertThat(
            issues(
                ",'rules':[{'id':'r','template':'absence','a':['begin:a'],'strength':'advisory'},"
                    + "\n{'id':'s','template':'absence','a':['begin:z']}]"))
        .containsExactly("protocol.unknown /rules/1/a/0 2");
    assertThat(issues(",'remove':{'resources':['sheet']}"))
        .containsExactly("protocol.unknown /extends 1");
    assertThat(issues(",'elements':[" + element("c") + "," + element("c") + "]"))
        .containsExactly("protocol.duplicate /elements/1/key 1");
  }

  @Property(tries = 300)
  void what_differs_read_again_gives_the_whole(@ForAll Random random) {
    Protocol variant = varied(random);

    String changes = PeerSupportJson.writeProtocolChanges(variant, AMA);

    assertThat(PeerSupportJson.readProtocol(changes).orElseThrow()).isEqualTo(variant);
  }

  /** The default protocol without its rules, some parts dropped, changed, moved, added. */
  private static Protocol varied(Random random) {
    ProtocolBuilder variant =
        ProtocolBuilder.of("ours", "1")
            .title(random.nextBoolean() ? AMA.title() : "Ours")
            .source(AMA.source())
            .derivedFrom(AMA.reference())
            .order(random.nextBoolean() ? Order.guided() : Order.modular())
            .pairing(random.nextBoolean() ? Pairing.ANY : Pairing.DIFFERENT)
            .concerns(random.nextBoolean() ? new String[] {"other"} : array(AMA.concerns()));
    if (random.nextBoolean()) {
      AMA.facets().forEach(variant::appreciation);
    }
    variant.reasons(
        switch (random.nextInt(3)) {
          case 0 -> ReasonLists.NONE;
          case 1 -> AMA.reasons();
          default ->
              new ReasonLists(
                  List.of(TitledKey.of("late", "Late")), List.of(), List.of(), List.of());
        });
    List<Element> elements = new ArrayList<>(AMA.elements());
    if (random.nextBoolean()) {
      elements.remove(random.nextInt(elements.size()));
    }
    for (int added = random.nextInt(3); added > 0; added--) {
      elements.add(
          random.nextInt(elements.size() + 1), Element.optional("new-" + added, "New", "New."));
    }
    if (random.nextBoolean()) {
      elements.add(random.nextInt(elements.size()), elements.remove(elements.size() - 1));
    }
    if (random.nextBoolean()) {
      int changed = random.nextInt(elements.size());
      elements.set(changed, elements.get(changed).prompting("Other words."));
    }
    elements.forEach(variant::element);
    for (Resource resource : AMA.resources()) {
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> variant.resource(Resource.of(resource.key(), "Another title"));
        default -> variant.resource(resource);
      }
    }
    if (random.nextBoolean()) {
      variant.resource(Resource.of("walk", "A walk"));
    }
    return variant.build();
  }

  private static String[] array(List<String> words) {
    return words.toArray(new String[0]);
  }
}
