package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;

/** Says the whole picture in words, for those who do not see it. */
final class Description {
  private final Picture picture;
  private final List<String> sentences = new ArrayList<>();

  private Description(Picture picture) {
    this.picture = picture;
  }

  /** The description, in one paragraph. */
  static String of(Picture picture) {
    Description description = new Description(picture);
    description.addStages();
    description.addOffers();
    description.addDemands();
    description.sentences.addAll(picture.remarks());
    return String.join(" ", description.sentences);
  }

  private void addStages() {
    sentences.add(picture.orderWords());
    for (Stage stage : picture.stages()) {
      sentences.add((picture.isOrdered() ? stage.place() + " " : "") + stage(stage));
    }
    if (!picture.beside().isEmpty()) {
      sentences.add("At any time, outside the order:");
      picture.beside().forEach(stage -> sentences.add(stage(stage)));
    }
  }

  private static String stage(Stage stage) {
    StringBuilder said = new StringBuilder(Texts.shortened(stage.title())).append(": ");
    said.append(stage.nature().replace(" · ", ", "));
    stage.returnWords().ifPresent(words -> said.append(", ").append(words));
    stage.offers().ifPresent(offers -> said.append(", offers ").append(offers.name()));
    return said.append('.').toString();
  }

  private void addOffers() {
    picture
        .first()
        .ifPresent(
            offers -> sentences.add("Before the first element: offers " + offers.name() + "."));
    picture
        .offers()
        .forEach(offers -> sentences.add("Offers " + offers.name() + ": " + offers.words() + "."));
  }

  private void addDemands() {
    if (!picture.demands().isEmpty()) {
      sentences.add("Before the close.");
    }
    for (Demand.Kind kind : Demand.Kind.values()) {
      List<Demand> demands = picture.demands(kind);
      if (!demands.isEmpty()) {
        sentences.add(kind.heading());
        demands.forEach(demand -> sentences.add(demand.words()));
      }
    }
  }
}
