package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.analysis.Matching;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Arrays;
import org.peersupport.json.internal.Members;
import org.peersupport.json.internal.Sentences;
import org.peersupport.json.internal.Shape;
import org.peersupport.json.internal.Source;
import org.peersupport.json.internal.ValueReader;

/** Reads which words of one protocol stand for which of another. */
public final class MatchingReader {
  /** A matching. */
  public static final ValueReader<Matching> MATCHING = MatchingReader::matching;

  private static final Shape SHAPE =
      Shape.ofDocument("elements", "resources", "concerns", "appreciation");

  private MatchingReader() {}

  private static @Nullable Matching matching(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    Map<String, String> elements = Map.of();
    Map<String, String> resources = Map.of();
    Map<String, String> concerns = Map.of();
    Map<String, String> appreciation = Map.of();
    for (int member = members.next(); member >= 0; member = members.next()) {
      Map<String, String> pairs = members.value(MatchingReader::pairs);
      if (pairs != null) {
        switch (member) {
          case 0 -> elements = pairs;
          case 1 -> resources = pairs;
          case 2 -> concerns = pairs;
          default -> appreciation = pairs;
        }
      }
    }
    return members.end(0) ? new Matching(elements, resources, concerns, appreciation) : null;
  }

  /** Names are anybody's words, so pointers end at the object. */
  private static @Nullable Map<String, String> pairs(Source source) throws IOException {
    JsonParser parser = source.parser();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      source.wrongType(Sentences.OBJECT);
      return null;
    }
    source.cut(parser.getParsingContext());
    Map<String, String> pairs = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      String key = Arrays.STRING.read(source);
      if (pairs.containsKey(name)) {
        source.report(IssueCode.REPEATED_MEMBER, Sentences.REPEATED);
      } else if (pairs.size() == JsonLimits.ENTRIES) {
        source.report(
            IssueCode.TOO_LARGE, "At most " + JsonLimits.ENTRIES + " pairs are possible.");
      } else if (key != null) {
        pairs.put(name, key);
      }
    }
    source.cut(null);
    return pairs;
  }
}
