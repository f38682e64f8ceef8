package org.peersupport.workbench.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some columns of a table in CSV, row by row; the other cells are passed over. */
final class CsvTable implements AutoCloseable {
  private static final String NO_CSV =
      "this is no CSV in UTF-8, or a quotation mark that opens here or before is never closed";

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final List<String> names;
  private final CsvParser parser;
  private final String[] cells;
  private int[] places = {};
  private int width;
  private int found;
  private int line;

  /**
   * @param names the columns that are read
   */
  CsvTable(InputStream in, List<String> names) throws IOException {
    this.names = names;
    this.cells = new String[names.size()];
    this.parser = FACTORY.createParser(in);
    parser.setSchema(CsvSchema.emptySchema());
  }

  /**
   * Reads the first row.
   *
   * @param needed how many of the columns must be there
   */
  void header(int needed) throws IOException, BrokenCorpusException {
    List<String> header = new ArrayList<>();
    try {
      line = 1;
      parser.nextToken();
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        header.add(parser.getText().strip());
      }
    } catch (JsonProcessingException e) {
      throw BrokenCorpusException.of(e, line, NO_CSV);
    } catch (CharConversionException e) {
      throw new BrokenCorpusException(line, NO_CSV);
    }
    width = header.size();
    places = new int[width];
    Arrays.fill(places, -1);
    List<String> missing = new ArrayList<>(names.subList(0, needed));
    for (int i = 0; i < width; i++) {
      String name = header.get(i);
      places[i] = names.indexOf(name);
      if (places[i] >= 0 && header.indexOf(name) < i) {
        throw new BrokenCorpusException(line, "there are two columns " + name + "; keep one");
      }
      missing.remove(name);
    }
    if (!missing.isEmpty()) {
      throw new BrokenCorpusException(
          line,
          "the first row is to name the columns, separated by commas; these are missing: "
              + String.join(", ", missing));
    }
  }

  /** Goes to the next row that is not blank; false at the end. */
  boolean next() throws IOException, BrokenCorpusException {
    try {
      if (parser.nextToken() == null) {
        return false;
      }
      Arrays.fill(cells, "");
      found = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (found == 0) {
          // Only now the parser is past the blank lines before the row.
          line = parser.currentTokenLocation().getLineNr();
        }
        if (found < width && places[found] >= 0) {
          cells[places[found]] = parser.getText().strip();
        }
        found++;
      }
      return true;
    } catch (JsonProcessingException e) {
      throw BrokenCorpusException.of(e, line, NO_CSV);
    } catch (CharConversionException e) {
      throw new BrokenCorpusException(line, NO_CSV);
    }
  }

  /** The cell of the row in a column; empty where there is none. */
  String cell(int column) {
    return cells[column];
  }

  /** Whether the row has as many cells as the first one. */
  boolean isWhole() {
    return found == width;
  }

  /** Where the row begins. */
  int line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
