package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peersupport.analysis.OfferPoints;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/** The picture of a protocol, put together from its elements, its order and its rules. */
public final class PictureMaker {
  private final Protocol protocol;
  private final Locale language;
  private final Optional<OfferPoints> points;
  private final List<Element> ordered;
  private final Map<List<String>, Offers> offers = new LinkedHashMap<>();

  private PictureMaker(Protocol protocol, Locale language, Optional<OfferPoints> points) {
    this.protocol = protocol;
    this.language = language;
    this.points = points;
    this.ordered = protocol.elements().stream().filter(element -> !element.isContinuous()).toList();
  }

  /** The picture of a protocol in its own words, which are in English beside. */
  public static Picture picture(Protocol protocol, Optional<OfferPoints> points) {
    return picture(protocol, Locale.ROOT, points);
  }

  /**
   * The picture of a protocol.
   *
   * @param language the language of titles and of what is demanded, as far as they have it
   * @param points where offers may come; empty when that could not be worked out
   */
  public static Picture picture(Protocol protocol, Locale language, Optional<OfferPoints> points) {
    return new PictureMaker(protocol.in(language), language, points).make();
  }

  private Picture make() {
    Optional<Offers> first = points.flatMap(known -> offers(known.first()));
    List<Stage> stages = new ArrayList<>();
    for (Element element : ordered) {
      stages.add(
          stage(
              element,
              stages.size() + 1,
              points.flatMap(
                  known -> offers(known.during().getOrDefault(element.key(), List.of()))),
              returns(element)));
    }
    List<Stage> beside = new ArrayList<>();
    for (Element element : protocol.elements()) {
      if (element.isContinuous()) {
        beside.add(stage(element, beside.size() + 1, Optional.empty(), List.of()));
      }
    }
    return new Picture(
        protocol.id(),
        protocol.id() + "@" + Texts.clean(protocol.release()),
        Texts.clean(protocol.title()),
        protocol.order().mode(),
        stages,
        beside,
        first,
        List.copyOf(offers.values()),
        points.isPresent(),
        new Demands(protocol, language).all());
  }

  private static Stage stage(
      Element element, int place, Optional<Offers> offers, List<Integer> returns) {
    return new Stage(
        place,
        Texts.clean(element.title()),
        element.need() == Need.REQUIRED,
        element.isRepeatable(),
        element.provenance(),
        offers,
        returns);
  }

  /** A return in a modular order, or of an element outside the order, means nothing. */
  private List<Integer> returns(Element from) {
    if (protocol.order().mode() == OrderMode.MODULAR) {
      return List.of();
    }
    List<String> keys = ordered.stream().map(Element::key).toList();
    return protocol.order().returns().stream()
        .filter(pair -> pair.from().equals(from.key()))
        .map(Order.Return::to)
        .filter(keys::contains)
        .map(key -> keys.indexOf(key) + 1)
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<Offers> offers(List<String> keys) {
    if (protocol.resources().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(offers.computeIfAbsent(keys, this::named));
  }

  private Offers named(List<String> keys) {
    List<String> titles =
        protocol.resources().stream()
            .filter(resource -> keys.contains(resource.key()))
            .map(Resource::title)
            .map(Texts::clean)
            .toList();
    boolean every = titles.size() == protocol.resources().size();
    return new Offers(Offers.name(offers.size()), titles, every);
  }
}
