package org.peersupport.json.studies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Members;
import org.peersupport.json.internal.Sentences;
import org.peersupport.json.internal.Shape;
import org.peersupport.json.internal.Source;
import org.peersupport.json.internal.ValueReader;
import org.peersupport.json.internal.Vocabularies;
import org.peersupport.json.internal.Vocabulary;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Keys;

/** Reads what the labels of a corpus mean. */
final class TranscriptMappingReader {
  /** A mapping. */
  static final ValueReader<TranscriptMapping> MAPPING = TranscriptMappingReader::mapping;

  private static final Shape SHAPE =
      Shape.ofDocument(
          "format",
          "version",
          "id",
          "title",
          "source",
          "provenance",
          "corpus",
          "protocol",
          "labels",
          "ending");

  private static final int FORMAT = 0;
  private static final int VERSION = 1;
  private static final int ID = 2;
  private static final int TITLE = 3;
  private static final int SOURCE = 4;
  private static final int PROVENANCE = 5;
  private static final int CORPUS = 6;
  private static final int PROTOCOL = 7;
  private static final int LABELS = 8;
  private static final int ENDING = 9;
  private static final long NEEDED = Shape.mask(ID, CORPUS, PROTOCOL, LABELS);

  private static final String CLOSE = "close";
  private static final String END = "end:";

  private static final Vocabulary<Boolean> FORMATS =
      new Vocabulary<Boolean>().with("peersupport/transcript-mapping", true);
  private static final Vocabulary<TranscriptCorpus> CORPORA = corpora();
  private static final String ENDING_WORDS =
      "The possible values are \"close\" and end:<reason>, with a reason that the protocol knows.";
  private static final String ACTIVITY =
      "A label stands for begin:<element>, concern:<level>, offer:<resource> or thank:<facet>, or"
          + " null for nothing.";

  private TranscriptMappingReader() {}

  private static Vocabulary<TranscriptCorpus> corpora() {
    Vocabulary<TranscriptCorpus> words = new Vocabulary<>();
    for (TranscriptCorpus corpus : TranscriptCorpus.values()) {
      words.with(corpus.wireName(), corpus);
    }
    return words;
  }

  private static @Nullable TranscriptMapping mapping(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    String id = null;
    TranscriptCorpus corpus = null;
    String protocol = null;
    Map<String, Optional<Activity>> labels = null;
    String ending = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case FORMAT -> members.word(FORMATS);
        case VERSION -> members.version();
        case ID -> id = id(members, source);
        case TITLE, SOURCE -> members.string();
        case PROVENANCE -> members.word(Vocabularies.PROVENANCES);
        case CORPUS -> corpus = members.word(CORPORA);
        case PROTOCOL -> protocol = members.string();
        case LABELS -> labels = members.value(TranscriptMappingReader::labels);
        case ENDING -> ending = members.value(TranscriptMappingReader::ending);
        default -> members.skip();
      }
    }
    if (!members.end(NEEDED)
        || id == null
        || corpus == null
        || protocol == null
        || labels == null) {
      return null;
    }
    return new TranscriptMapping(
        id, corpus, protocol, labels, CLOSE.equals(ending), reason(ending));
  }

  private static Optional<EndReason> reason(@Nullable String ending) {
    return ending != null && ending.startsWith(END)
        ? Optional.of(new EndReason(ending.substring(END.length())))
        : Optional.empty();
  }

  private static @Nullable String id(Members members, Source source) throws IOException {
    String id = members.anyString();
    if (id != null && !Keys.isKey(id)) {
      source.report(
          IssueCode.ILL_FORMED,
          "An id is 1 to 63 lower-case letters, digits and hyphens, not beginning with a hyphen.");
    }
    return id;
  }

  /** One of the endings; null also where the document says null. */
  private static @Nullable String ending(Source source) throws IOException {
    JsonParser parser = source.parser();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      source.wrongType(Sentences.STRING);
      return null;
    }
    String ending = parser.getText();
    if (CLOSE.equals(ending)
        || (ending.startsWith(END) && Keys.isKey(ending.substring(END.length())))) {
      return ending;
    }
    source.report(IssueCode.UNKNOWN_VALUE, ENDING_WORDS);
    return null;
  }

  /** Labels are anybody's words, so pointers end at the object. */
  private static @Nullable Map<String, Optional<Activity>> labels(Source source)
      throws IOException {
    JsonParser parser = source.parser();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      source.wrongType(Sentences.OBJECT);
      return null;
    }
    int line = source.line();
    source.cut(parser.getParsingContext());
    Map<String, Optional<Activity>> labels = new LinkedHashMap<>();
    int count = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String label = parser.currentName();
      parser.nextToken();
      Optional<Activity> activity = activity(source);
      count++;
      if (labels.containsKey(label)) {
        source.report(IssueCode.REPEATED_MEMBER, Sentences.REPEATED);
      } else if (count <= JsonLimits.ENTRIES) {
        labels.put(label, activity);
      }
    }
    source.cut(null);
    if (count > JsonLimits.ENTRIES) {
      source.report(
          IssueCode.TOO_LARGE, line, "At most " + JsonLimits.ENTRIES + " labels are possible.");
    } else if (count == 0) {
      source.report(IssueCode.ILL_FORMED, line, "Say at least one label here.");
    }
    return labels;
  }

  private static Optional<Activity> activity(Source source) throws IOException {
    JsonParser parser = source.parser();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      source.wrongType(ACTIVITY);
      return Optional.empty();
    }
    String text = parser.getText();
    for (ActivityKind kind : ActivityKind.values()) {
      String start = kind.wireName() + ":";
      if (isSaidByLabel(kind)
          && text.startsWith(start)
          && Keys.isKey(text.substring(start.length()))) {
        return Optional.of(new Activity(kind, text.substring(start.length())));
      }
    }
    source.report(IssueCode.ILL_FORMED, ACTIVITY);
    return Optional.empty();
  }

  /** Whether a label can say it: some are about an offer, and no label tells about which. */
  private static boolean isSaidByLabel(ActivityKind kind) {
    return switch (kind) {
      case BEGIN, CONCERN, OFFER, THANK -> true;
      case ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> false;
    };
  }
}
