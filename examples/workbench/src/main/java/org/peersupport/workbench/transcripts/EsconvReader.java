package org.peersupport.workbench.transcripts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads ESConv: an array of conversations with {@code dialog}, each turn with {@code speaker} and,
 * where a supporter speaks, {@code annotation.strategy}. The corpus has no times: a turn is a
 * minute. Every other member is passed over unread.
 */
final class EsconvReader implements TranscriptReader {
  private static final String NO_JSON = "this is no JSON in UTF-8, or it breaks off";
  private static final int DEPTH = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonParser parser;
  private int number;

  EsconvReader(InputStream in) throws IOException {
    parser = FACTORY.createParser(in);
  }

  @Override
  public Optional<Transcript> next() throws IOException, BrokenCorpusException {
    try {
      if (number == 0) {
        begin();
      }
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        end();
        return Optional.empty();
      }
      Transcript transcript = new Transcript(++number, line());
      conversation(transcript);
      return Optional.of(transcript);
    } catch (JsonProcessingException e) {
      throw BrokenCorpusException.of(e, line(), NO_JSON);
    } catch (CharConversionException e) {
      throw new BrokenCorpusException(line(), NO_JSON);
    }
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private void begin() throws IOException, BrokenCorpusException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new BrokenCorpusException(
          line(), "an array of conversations is expected here, as in ESConv.json");
    }
  }

  private void end() throws IOException, BrokenCorpusException {
    if (parser.nextToken() != null) {
      throw new BrokenCorpusException(line(), "nothing may follow the array of conversations");
    }
  }

  private void conversation(Transcript transcript) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      transcript.flaw(line(), "an object with \"dialog\" is expected");
      parser.skipChildren();
      return;
    }
    boolean found = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean dialog = parser.currentName().equals("dialog");
      parser.nextToken();
      if (!dialog) {
        parser.skipChildren();
      } else if (found) {
        transcript.flaw(line(), "\"dialog\" stands there twice; keep one of them");
        parser.skipChildren();
      } else {
        found = true;
        dialog(transcript);
      }
    }
    if (!found) {
      transcript.flaw(transcript.line(), "it has no \"dialog\"");
    }
  }

  private void dialog(Transcript transcript) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      transcript.flaw(line(), "\"dialog\" is to be an array of turns");
      parser.skipChildren();
      return;
    }
    int turns = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      turns++;
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        transcript.flaw(line(), "turn " + turns + " is to be an object");
        parser.skipChildren();
      } else if (turns > Transcript.TURNS) {
        parser.skipChildren();
      } else {
        turn(transcript, turns);
      }
    }
    if (turns == 0) {
      transcript.flaw(line(), "nobody says anything in it");
    } else if (turns > Transcript.TURNS) {
      transcript.flaw(line(), "it has more than " + Transcript.TURNS + " turns");
    }
    transcript.length(Duration.ofMinutes(turns + 1L));
  }

  private void turn(Transcript transcript, int turn) throws IOException {
    int line = line();
    String speaker = null;
    String label = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      if (member.equals("speaker") && parser.currentToken() == JsonToken.VALUE_STRING) {
        speaker = parser.getText().strip();
      } else if (member.equals("annotation")) {
        label = annotation(transcript, turn);
      } else {
        parser.skipChildren();
      }
    }
    if ("supporter".equals(speaker)) {
      transcript.add(new Turn(Duration.ofMinutes(turn), label, line));
    } else if (!"seeker".equals(speaker)) {
      transcript.flaw(
          line, "in turn " + turn + " \"speaker\" is to be \"supporter\" or \"seeker\"");
    }
  }

  private String annotation(Transcript transcript, int turn) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      if (parser.currentToken() != JsonToken.VALUE_NULL) {
        transcript.flaw(line(), "in turn " + turn + " \"annotation\" is to be an object");
        parser.skipChildren();
      }
      return "";
    }
    String label = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean strategy = parser.currentName().equals("strategy");
      JsonToken value = parser.nextToken();
      if (strategy && value == JsonToken.VALUE_STRING) {
        label = parser.getText().strip();
      } else {
        if (strategy && value != JsonToken.VALUE_NULL) {
          transcript.flaw(line(), "in turn " + turn + " \"strategy\" is to be a string");
        }
        parser.skipChildren();
      }
    }
    return label;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
