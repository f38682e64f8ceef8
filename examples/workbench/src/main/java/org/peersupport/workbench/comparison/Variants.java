package org.peersupport.workbench.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.ComparisonSummary;
import org.peersupport.workbench.text.CutOff;

/** What variants are called on a page: A, B, C and so on. */
final class Variants {
  private Variants() {}

  static String letter(int variant) {
    return variant < 26 ? String.valueOf((char) ('A' + variant)) : "V" + (variant + 1);
  }

  /** What each variant is: its title, its protocol and its behaviour. */
  static List<String> lines(ComparisonSummary summary, Locale language) {
    return summary.variants().stream()
        .map(
            variant -> {
              Protocol protocol = variant.chain().protocol().in(language);
              return protocol.title()
                  + ": "
                  + protocol.reference()
                  + " under the behaviour "
                  + variant.chain().behaviour().id();
            })
        .toList();
  }

  /** How they were compared. */
  static String design(ComparisonSummary summary, long seed) {
    String design =
        String.format(
            Locale.ROOT,
            "%,d conversations under each variant%s, with the random numbers of seed %d in common.",
            summary.sessions(),
            summary.isPartial() ? " (stopped before all were drawn)" : "",
            seed);
    return IntStream.range(0, summary.variants().size())
        .filter(v -> summary.variants().get(v).cutOff() > 0)
        .mapToObj(v -> CutOff.sentence(letter(v) + ": ", summary.variants().get(v)))
        .reduce(design, (before, sentence) -> before + " " + sentence);
  }
}
