package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Provenance;

/** Pictures of no protocol, as crowded as protocols may be. */
final class MadePictures {
  private static final String[] TITLES = {
    "Listen",
    "Look together for what has happened, for what it means and for what has helped before",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "W".repeat(4_000),
    "聞く、待つ、そして一緒に考える時間を持つこと",
    "Écouter · 👩🏽‍⚕️ · слушать",
    "x"
  };

  private MadePictures() {}

  /** A picture with so many stages in its order; the seed decides everything else. */
  static Picture of(int stages, OrderMode mode, long seed) {
    return new Maker(stages, mode, new SplittableRandom(seed)).make();
  }

  private record Maker(int stages, OrderMode mode, SplittableRandom random) {
    Picture make() {
      List<Offers> offers = new ArrayList<>();
      for (int i = 0; i < random.nextInt(1, 5); i++) {
        offers.add(new Offers(Offers.name(i), titles(random.nextInt(33)), random.nextInt(3) == 0));
      }
      List<Stage> ordered = new ArrayList<>();
      for (int place = 1; place <= stages; place++) {
        ordered.add(stage(place, Optional.of(one(offers)), returns(place)));
      }
      List<Stage> beside = new ArrayList<>();
      for (int place = 1; place <= random.nextInt(4); place++) {
        beside.add(stage(place, Optional.empty(), List.of()));
      }
      List<Demand> demands = new ArrayList<>();
      for (String title : titles(random.nextInt(12))) {
        Demand.Kind kind = one(List.of(Demand.Kind.values()));
        demands.add(new Demand(kind, "After " + Texts.shortened(title), "a-rule".repeat(10)));
      }
      return new Picture(
          "made",
          "made@1",
          title(),
          mode,
          ordered,
          beside,
          Optional.of(one(offers)),
          offers,
          true,
          demands);
    }

    private Stage stage(int place, Optional<Offers> offers, List<Integer> returns) {
      Provenance provenance = one(List.of(Provenance.values()));
      return new Stage(
          place, title(), random.nextBoolean(), random.nextBoolean(), provenance, offers, returns);
    }

    private List<Integer> returns(int place) {
      List<Integer> returns = new ArrayList<>();
      for (int to = 1; to < place && mode != OrderMode.MODULAR; to++) {
        if (random.nextInt(stages) < 4) {
          returns.add(to);
        }
      }
      return returns;
    }

    private List<String> titles(int count) {
      List<String> titles = new ArrayList<>();
      while (titles.size() < count) {
        titles.add(title());
      }
      return titles;
    }

    private String title() {
      return TITLES[random.nextInt(TITLES.length)];
    }

    private <T> T one(List<T> some) {
      return some.get(random.nextInt(some.size()));
    }
  }
}
