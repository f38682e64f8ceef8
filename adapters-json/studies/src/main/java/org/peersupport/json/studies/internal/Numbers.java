package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers that are no counts, the same on every machine. */
final class Numbers {
  /** No estimate is more exact. */
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private static final MathContext NINE_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** A number as it was read. */
  static void exact(JsonGenerator json, String name, double number) throws IOException {
    json.writeFieldName(name);
    exact(json, number);
  }

  /** A number as it was read, without a name. */
  static void exact(JsonGenerator json, double number) throws IOException {
    json.writeNumber(plain(BigDecimal.valueOf(number)));
  }

  /** An estimate to six digits; null where there is none. */
  static void rounded(JsonGenerator json, String name, double number) throws IOException {
    if (Double.isNaN(number)) {
      json.writeNullField(name);
    } else {
      json.writeFieldName(name);
      json.writeNumber(plain(new BigDecimal(number).round(SIX_DIGITS)));
    }
  }

  /** A figure to nine digits; null where there is none, and where it is beyond all numbers. */
  static void figure(JsonGenerator json, String name, double number) throws IOException {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      json.writeNullField(name);
    } else {
      json.writeFieldName(name);
      json.writeNumber(plain(new BigDecimal(number).round(NINE_DIGITS)));
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
