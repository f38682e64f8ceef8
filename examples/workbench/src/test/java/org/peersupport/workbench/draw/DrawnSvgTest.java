package org.peersupport.workbench.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.analysis.OfferPoints;
import org.peersupport.json.Variants;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Resource;
import org.peersupport.workbench.draw.DrawnShapes.Item;
import org.w3c.dom.Element;

class DrawnSvgTest {
  private static final String[] SOLID = {"stage", "pill", "gate", "sample"};

  /** Every catalogue entry, fourteen and sixty-four stages, and whatever else there may be. */
  private static Stream<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    for (Protocol protocol : Variants.all()) {
      List<String> every = protocol.resources().stream().map(Resource::key).toList();
      pictures.add(PictureMaker.picture(protocol, Optional.of(new OfferPoints(every, Map.of()))));
    }
    for (OrderMode mode : OrderMode.values()) {
      for (int stages : new int[] {0, 1, 2, 6, 14, 14, 14, 64}) {
        pictures.add(MadePictures.of(stages, mode, pictures.size()));
      }
    }
    return pictures.stream();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void nothing_lies_on_anything_else(Picture picture) {
    DrawnShapes shapes = new DrawnShapes(Svg.write(picture));
    List<Item> solid = shapes.boxes(SOLID);
    List<Item> texts = shapes.texts();
    List<Item> notes = texts.stream().filter(text -> !isWithinAny(text, solid)).toList();

    assertThat(clashes(solid, solid)).isEmpty();
    assertThat(clashes(texts, texts)).isEmpty();
    assertThat(clashes(notes, solid)).isEmpty();
    assertThat(shapes.boxes("stage")).hasSize(picture.everyStage().size());
    for (Item frame : shapes.boxes("frame")) {
      assertThat(solid).allMatch(box -> frame.area().contains(box.area()) || !overlap(frame, box));
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void lines_run_between_things(Picture picture) {
    DrawnShapes shapes = new DrawnShapes(Svg.write(picture));
    List<Item> lines = shapes.pieces("forward", "past", "back", "bracket", "rule", "sample");

    assertThat(clashes(lines, shapes.boxes("stage", "pill", "gate"))).isEmpty();
    assertThat(clashes(lines, shapes.texts())).isEmpty();
    assertThat(clashes(shapes.pieces("head"), shapes.boxes("stage", "pill", "gate"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void ways_back_do_not_share_a_lane_at_the_same_height(Picture picture) {
    List<Item> uprights =
        new DrawnShapes(Svg.write(picture))
            .pieces("back").stream()
                .filter(piece -> piece.area().getWidth() == 0 && piece.area().getHeight() > 0)
                .toList();

    for (int i = 0; i < uprights.size(); i++) {
      for (Item other : uprights.subList(i + 1, uprights.size())) {
        Rectangle2D one = uprights.get(i).area();
        boolean same = one.getX() == other.area().getX();
        assertThat(same && overlap(grown(one), grown(other.area()))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void nothing_leaves_the_sheet(Picture picture) {
    DrawnShapes shapes = new DrawnShapes(Svg.write(picture));
    List<Item> everything = new ArrayList<>(shapes.texts());
    everything.addAll(shapes.boxes("stage", "pill", "gate", "sample", "frame", "paper"));
    everything.addAll(shapes.pieces("forward", "past", "back", "bracket", "rule", "head"));

    assertThat(everything)
        .allMatch(item -> shapes.sheet().createUnion(item.area()).equals(shapes.sheet()));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void every_text_stands_out_from_what_is_behind_it(Picture picture) {
    DrawnShapes shapes = new DrawnShapes(Svg.write(picture));

    for (Item text : shapes.texts()) {
      String behind = Colours.PAPER;
      for (Item box : shapes.boxes("stage", "pill", "gate")) {
        behind = overlap(text, box) ? box.element().getAttribute("fill") : behind;
      }
      for (Element disc : shapes.all("circle")) {
        double x = DrawnShapes.number(disc, "cx");
        double y = DrawnShapes.number(disc, "cy");
        behind = text.area().contains(x, y) ? disc.getAttribute("fill") : behind;
      }
      assertThat(contrast(text.element().getAttribute("fill"), behind)).isGreaterThan(7);
    }
    for (Pen pen : Pen.values()) {
      assertThat(contrast(pen.colour(), Colours.PAPER)).isGreaterThan(4.5);
    }
  }

  @Test
  void contrast_is_measured_as_wcag_says() {
    assertThat(contrast("#000000", "#ffffff")).isCloseTo(21, within(0.01));
    assertThat(contrast("#777777", "#ffffff")).isCloseTo(4.48, within(0.01));
  }

  @Test
  void people_who_do_not_see_it_hear_the_whole_picture() {
    Protocol protocol = Variants.find("ama-six-elements").orElseThrow();
    Picture picture =
        PictureMaker.picture(
            protocol,
            Optional.of(
                new OfferPoints(
                    List.of("emergency-care"),
                    Map.of("offer-resources", List.of("chaplaincy", "emergency-care")))));
    Element root = new DrawnShapes(Svg.write(picture)).root();
    Element title = (Element) root.getElementsByTagName("title").item(0);
    Element description = (Element) root.getElementsByTagName("desc").item(0);

    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-labelledby"))
        .isEqualTo(title.getAttribute("id") + " " + description.getAttribute("id"));
    assertThat(title.getTextContent()).isEqualTo(protocol.title());
    assertThat(description.getTextContent())
        .contains(
            "3 Reflect and reframe: optional, may repeat, placeholder, may return to 2",
            "5 Offer resources: required, may repeat, stated, may return to 2–4, offers C.",
            "Before the first element: offers A.",
            "Offers B: nothing.",
            "Offers C: Chaplain or spiritual care, Emergency care.",
            "In every conversation: Every required element begins: 'Reach out'",
            "No rule refuses an early end");
  }

  @Test
  void a_placeholder_does_not_look_like_what_a_source_states() {
    Set<String> borders = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (Provenance provenance : Provenance.values()) {
      Stage stage = new Stage(1, "Listen", true, false, provenance, Optional.empty(), List.of());
      DrawnShapes shapes = new DrawnShapes(Svg.write(picture(stage)));
      Element box = shapes.boxes("stage").get(0).element();
      borders.add(box.getAttribute("stroke-width") + "/" + box.getAttribute("stroke-dasharray"));
      shapes.texts().forEach(text -> words.add(text.element().getTextContent()));
    }

    assertThat(borders).hasSize(4);
    assertThat(words)
        .contains(
            "required · stated",
            "required · secondary",
            "required · placeholder",
            "required · our reading");
  }

  @Test
  void long_titles_end_with_an_ellipsis_and_are_kept_whole_beside_it() {
    String title = "listening ".repeat(399) + "listening";
    Stage stage = new Stage(1, title, true, false, Provenance.STATED, Optional.empty(), List.of());
    DrawnShapes shapes = new DrawnShapes(Svg.write(picture(stage)));

    assertThat(shapes.texts())
        .filteredOn(text -> text.element().getTextContent().endsWith("listening…"))
        .isNotEmpty();
    assertThat(shapes.all("title")).extracting(Element::getTextContent).contains(title);
  }

  private static Picture picture(Stage stage) {
    return new Picture(
        "made",
        "made@1",
        "Made",
        OrderMode.STRICT,
        List.of(stage),
        List.of(),
        Optional.empty(),
        List.of(),
        true,
        List.of());
  }

  private static List<String> clashes(List<Item> some, List<Item> others) {
    List<String> clashes = new ArrayList<>();
    for (Item one : some) {
      for (Item other : others) {
        if (!one.element().isSameNode(other.element()) && overlap(one, other)) {
          clashes.add(one + " lies on " + other);
        }
      }
    }
    return clashes;
  }

  private static boolean isWithinAny(Item text, List<Item> boxes) {
    return boxes.stream().anyMatch(box -> box.area().contains(text.area()));
  }

  private static boolean overlap(Item one, Item other) {
    return overlap(one.area(), other.area());
  }

  /** Whether they share more than a border; lines have no width, so areas are compared open. */
  private static boolean overlap(Rectangle2D one, Rectangle2D other) {
    return one.getMaxX() > other.getMinX()
        && other.getMaxX() > one.getMinX()
        && one.getMaxY() > other.getMinY()
        && other.getMaxY() > one.getMinY();
  }

  private static Rectangle2D grown(Rectangle2D line) {
    return new Rectangle2D.Double(line.getX() - 1, line.getY(), 2, line.getHeight());
  }

  private static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
