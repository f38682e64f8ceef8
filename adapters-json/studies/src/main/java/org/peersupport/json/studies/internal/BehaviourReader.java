package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Members;
import org.peersupport.json.internal.Sentences;
import org.peersupport.json.internal.Shape;
import org.peersupport.json.internal.Source;
import org.peersupport.json.internal.ValueReader;
import org.peersupport.json.internal.Vocabulary;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.Lognormal;

/** Reads how people act. Whether that makes sense for a protocol is found out with the protocol. */
public final class BehaviourReader {
  /** A behaviour document. */
  public static final ValueReader<Behaviour> BEHAVIOUR = BehaviourReader::behaviour;

  private static final Shape SHAPE =
      Shape.ofDocument("format", "version", "id", "start", "after", "otherwise", "durations");
  private static final long NEEDED = Shape.mask(2, 3);
  private static final Vocabulary<Boolean> FORMATS =
      new Vocabulary<Boolean>().with("peersupport/behaviour", true);

  private BehaviourReader() {}

  private static @Nullable Behaviour behaviour(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    String id = null;
    SortedMap<String, Double> start = null;
    SortedMap<String, SortedMap<String, Double>> after = new TreeMap<>();
    SortedMap<String, Double> otherwise = new TreeMap<>();
    SortedMap<String, Lognormal> durations = new TreeMap<>();
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> members.word(FORMATS);
        case 1 -> members.version();
        case 2 -> id = members.anyString();
        case 3 -> start = members.value(BehaviourReader::weights);
        case 4 -> after = orEmpty(members.value(in -> map(in, BehaviourReader::weights)));
        case 5 -> otherwise = orEmpty(members.value(BehaviourReader::weights));
        case 6 -> durations = orEmpty(members.value(in -> map(in, Amounts.LOGNORMAL)));
        default -> members.skip();
      }
    }
    return members.end(NEEDED) && id != null && start != null
        ? new Behaviour(id, start, after, otherwise, durations)
        : null;
  }

  private static <T> SortedMap<String, T> orEmpty(@Nullable SortedMap<String, T> map) {
    return map == null ? new TreeMap<>() : map;
  }

  private static @Nullable SortedMap<String, Double> weights(Source source) throws IOException {
    int line = source.line();
    int before = source.count();
    SortedMap<String, Double> weights = map(source, Amounts.NUMBER);
    if (weights != null && weights.isEmpty() && source.count() == before) {
      source.report(IssueCode.ILL_FORMED, line, "Say at least one choice here.");
    }
    return weights;
  }

  /** An object whose members are activities or choices. */
  private static <T> @Nullable SortedMap<String, T> map(Source source, ValueReader<T> entry)
      throws IOException {
    JsonParser parser = source.parser();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      source.wrongType(Sentences.OBJECT);
      return null;
    }
    int line = source.line();
    SortedMap<String, T> map = new TreeMap<>();
    int count = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      count++;
      if (map.containsKey(name)) {
        source.report(IssueCode.REPEATED_MEMBER, Sentences.REPEATED);
        source.skip();
      } else if (count > JsonLimits.ENTRIES) {
        source.skip();
      } else {
        T value = entry.read(source);
        if (value != null) {
          map.put(name, value);
        }
      }
    }
    if (count > JsonLimits.ENTRIES) {
      source.report(
          IssueCode.TOO_LARGE, line, "At most " + JsonLimits.ENTRIES + " entries are possible.");
    }
    return map;
  }
}
