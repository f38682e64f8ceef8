package org.peersupport.json.studies.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.internal.Members;
import org.peersupport.json.internal.Sentences;
import org.peersupport.json.internal.Shape;
import org.peersupport.json.internal.Source;
import org.peersupport.json.internal.ValueReader;
import org.peersupport.simulation.Lognormal;

/** Reads the numbers and the times of documents for simulations. */
final class Amounts {
  /** Any number; its range is looked at later. */
  static final ValueReader<Double> NUMBER = Amounts::number;

  /** A time that is lognormally distributed. */
  static final ValueReader<Lognormal> LOGNORMAL = Amounts::lognormal;

  private static final Shape SHAPE = Shape.ofDocument("median", "sigma");

  private Amounts() {}

  private static @Nullable Double number(Source source) throws IOException {
    if (!source.parser().currentToken().isNumeric()) {
      source.wrongType("A number is expected here.");
      return null;
    }
    double number = source.parser().getDoubleValue();
    if (Double.isInfinite(number)) {
      source.report(IssueCode.ILL_FORMED, Sentences.RANGE);
      return null;
    }
    return number;
  }

  private static @Nullable Lognormal lognormal(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    Duration median = null;
    Double sigma = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      if (member == 0) {
        median = members.duration();
      } else {
        sigma = members.value(NUMBER);
      }
    }
    return members.end(Shape.mask(0, 1))
        ? Lognormal.of(requireNonNull(median), requireNonNull(sigma))
        : null;
  }
}
