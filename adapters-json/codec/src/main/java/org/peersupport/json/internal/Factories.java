package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.peersupport.json.data.JsonLimits;

/** The factories of parsers and generators; safe to share between threads. */
final class Factories {
  /** For everything but vectors. */
  static final JsonFactory JSON = nestedTo(JsonLimits.DEPTH);

  /**
   * For vectors: a line of theirs holds a line that is sent, and that may be one level deeper than
   * it must be, to see whether the subject minds.
   */
  static final JsonFactory VECTORS = nestedTo(JsonLimits.DEPTH + 2);

  private Factories() {}

  /**
   * UTF-8 only: nothing is guessed from the first bytes. Names are not interned, for they are
   * compared, and anybody may send new ones. How long a text may be is checked before it gets here.
   */
  private static JsonFactory nestedTo(int depth) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxStringLength(JsonLimits.STRING_CHARACTERS)
                .maxNameLength(JsonLimits.NAME_CHARACTERS)
                .maxNumberLength(JsonLimits.NUMBER_DIGITS)
                .build())
        .streamWriteConstraints(StreamWriteConstraints.defaults())
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .build();
  }
}
