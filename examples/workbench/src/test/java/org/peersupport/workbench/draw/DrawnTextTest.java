package org.peersupport.workbench.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.analysis.OfferPoints;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

class DrawnTextTest {
  private static final String HOSTILE =
      "\"]; end --> %%{init}%% <b>&amp;</b> `x` $$y$$ #quot; \\n \\\" ]]> 1. {z} | \uD800\u0000\u202E\n\tx";

  private static Picture hostile() {
    Protocol protocol =
        ProtocolBuilder.of("hostile", "1")
            .title(HOSTILE)
            .source("a test")
            .element(Element.required("one", HOSTILE, "To be drawn").asRepeatable())
            .element(Element.optional("two", HOSTILE, "To be drawn"))
            .element(Element.optional("three", HOSTILE, "To be drawn").asContinuous())
            .order(Order.guided().returning("two", "one"))
            .resource(Resource.of("help", HOSTILE))
            .rule(Rule.of("helped", Template.EXISTENCE, Rule.any("offer:help")))
            .build();
    return PictureMaker.picture(protocol, Optional.of(new OfferPoints(List.of("help"), Map.of())));
  }

  @Test
  void svg_keeps_a_hostile_title_as_text() {
    DrawnShapes shapes = new DrawnShapes(Svg.write(hostile()));

    assertThat(shapes.all("title"))
        .extracting(org.w3c.dom.Element::getTextContent)
        .contains(Texts.clean(HOSTILE));
    assertThat(shapes.all("b")).isEmpty();
  }

  @Test
  void mermaid_gets_no_character_of_a_title_that_means_something_to_it() {
    List<String> lines = Mermaid.write(hostile()).lines().toList();

    assertThat(lines).allMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 0);
    assertThat(lines).noneMatch(line -> line.contains("%%") || line.contains("<b>"));
    assertThat(lines)
        .filteredOn(line -> line.contains("acc"))
        .hasSize(2)
        .noneMatch(line -> line.contains(";") || line.contains("#"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("  s1["))
        .allMatch(line -> line.matches("  s1\\[\"[^\"\\[\\]{}`$\\\\%&]*\"\\]:::reading"));
  }

  @ParameterizedTest
  @CsvSource({
    "Plain words and 2 numbers (like this), Plain words and 2 numbers (like this)",
    "1. list, #49;. list",
    "1 list, 1 list",
    "- list, #45; list",
    "a: b:c:, a: b#58;c:",
    "#quot;, #35;quot#59;",
    "€ü, €ü",
    "$, #36;#8288;"
  })
  void mermaid_gets_codes(String text, String escaped) {
    assertThat(Mermaid.escaped(text)).isEqualTo(escaped);
  }

  @Test
  void dot_gets_quoted_strings_that_end_where_they_should() {
    String dot = Dot.write(hostile());
    String unquoted = dot.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "Q");

    assertThat(unquoted).doesNotContain("\"").doesNotContain("end").doesNotContain("<");
    assertThat(Dot.escaped("a \"b\" \\N &lt;")).isEqualTo("a \\\"b\\\" \\\\N &amp;lt;");
  }

  @Test
  void texts_come_on_one_line_without_what_no_format_carries() {
    assertThat(Texts.clean(" a\n\tb\u00a0\u2028c ")).isEqualTo("a b c");
    assertThat(Texts.clean("a\u0000b\uD800c\uFFFEd\u0085e")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd e");
    assertThat(Texts.clean("a\u202Eb\u2066c")).isEqualTo("abc");
    assertThat(Texts.clean("👩🏽‍⚕️")).isEqualTo("👩🏽‍⚕️");
    assertThat(Texts.shortened("12345", 5)).isEqualTo("12345");
    assertThat(Texts.shortened("1234 6", 6)).isEqualTo("1234 6");
    assertThat(Texts.shortened("1234 67", 6)).isEqualTo("1234…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "one two three", "abcdefghijkl", "a 👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️ b"})
  void wrapping_keeps_every_word(String text) {
    List<String> lines = Wrapping.byCount(text, 5);

    assertThat(lines).isNotEmpty().allMatch(line -> line.codePointCount(0, line.length()) <= 5);
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_that_wants_something_is_said_in_words(Template template) {
    Rule rule =
        Rule.of(
            "a-rule",
            template,
            Rule.any("begin:one", "thank:*"),
            template.isBinary() ? Rule.any("begin:two") : List.of());
    Protocol protocol =
        ProtocolBuilder.of("made", "1")
            .title("Made")
            .source("a test")
            .element(Element.optional("one", "First", "To be drawn").asRepeatable())
            .element(Element.optional("two", "Second", "To be drawn").asRepeatable())
            .order(Order.modular())
            .appreciation("work")
            .rule(rule.asAdvisory())
            .build();

    List<Demand> demands = new Demands(protocol).all();

    boolean forbids = template == Template.ABSENCE || template.wireName().startsWith("not-");
    boolean onlyOrders = template.wireName().endsWith("precedence");
    assertThat(demands).hasSize(forbids || onlyOrders ? 0 : 1);
    assertThat(demands)
        .allMatch(demand -> demand.kind() == Demand.Kind.ADVISED)
        .allMatch(demand -> demand.words().contains("'First'"))
        .allMatch(demand -> !template.isBinary() || demand.words().contains("'Second'"));
  }

  @Test
  void a_rule_that_is_repeated_is_said_once() {
    Protocol protocol = Variants.find("ama-six-elements").orElseThrow();

    assertThat(new Demands(protocol).all())
        .extracting(Demand::kind, Demand::rule)
        .containsExactly(
            tuple(Demand.Kind.ALWAYS, "order.required.*"),
            tuple(Demand.Kind.ALWAYS, "resources-offered"),
            tuple(Demand.Kind.WHEN, "answered-{resource}"),
            tuple(Demand.Kind.WHEN, "imminent-concern-met"),
            tuple(Demand.Kind.ADVISED, "elevated-concern-met"),
            tuple(Demand.Kind.ALWAYS, "thanked-for-work"),
            tuple(Demand.Kind.ALWAYS, "thanked-for-sharing"),
            tuple(Demand.Kind.ADVISED, "thanks-come-last"));
  }

  @ParameterizedTest
  @EnumSource
  void a_picture_is_the_same_in_every_locale(PictureFormat format) {
    Picture picture = MadePictures.of(14, OrderMode.STRICT, 14);
    Locale before = Locale.getDefault();
    String expected = format.write(picture);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(format.write(picture)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_return_that_means_nothing_is_not_drawn() {
    Protocol protocol =
        ProtocolBuilder.of("made", "1")
            .title("Made")
            .source("a test")
            .element(Element.required("one", "First", "To be drawn").asRepeatable())
            .element(Element.required("two", "Second", "To be drawn").asRepeatable())
            .order(Order.modular().returning("two", "one"))
            .build();

    Picture picture =
        PictureMaker.picture(protocol, Optional.of(new OfferPoints(List.of(), Map.of())));

    assertThat(picture.stages()).allMatch(stage -> stage.returns().isEmpty());
    assertThat(picture.offers()).isEmpty();
    assertThat(picture.mode()).isEqualTo(OrderMode.MODULAR);
  }

  @Test
  void a_picture_that_cannot_show_where_offers_may_come_says_so() {
    Protocol protocol = Variants.find("ama-six-elements").orElseThrow();

    Picture picture = PictureMaker.picture(protocol, Optional.empty());

    assertThat(picture.offers()).isEmpty();
    assertThat(Mermaid.write(picture)).contains("Where offers may come is not drawn");
    assertThat(Svg.write(picture)).contains("Where offers may come is not drawn");
  }

  @Test
  void offers_are_named_by_letters() {
    assertThat(Offers.name(0)).isEqualTo("A");
    assertThat(Offers.name(25)).isEqualTo("Z");
    assertThat(Offers.name(26)).isEqualTo("AA");
    assertThat(Offers.name(53)).isEqualTo("BB");
  }

  @Test
  void arrows_that_nobody_could_follow_are_left_to_words() {
    List<Stage> stages = new ArrayList<>();
    for (int place = 1; place <= 64; place++) {
      List<Integer> earlier = IntStream.range(1, place).boxed().toList();
      stages.add(
          new Stage(place, "Talk", true, true, Provenance.STATED, Optional.empty(), earlier));
    }
    Picture crowded =
        new Picture(
            "made",
            "made@1",
            "Made",
            OrderMode.STRICT,
            stages,
            List.of(),
            Optional.empty(),
            List.of(),
            true,
            List.of());

    assertThat(Way.of(MadePictures.of(6, OrderMode.STRICT, 1)))
        .anyMatch(way -> way.kind() == Way.Reason.BACK);
    assertThat(Way.of(crowded)).hasSize(65).allMatch(way -> way.kind() == Way.Reason.FORWARD);
    assertThat(Mermaid.write(crowded)).contains("may return to 1–63");
  }
}
