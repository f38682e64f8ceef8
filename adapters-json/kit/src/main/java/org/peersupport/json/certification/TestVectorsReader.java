package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.LineReader;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.Trees;

/**
 * The reader of vectors files, from the first line to the last.
 *
 * <pre>{@code
 * TestVectors vectors = TestVectorsReader.read(in).orElseThrow();
 * }</pre>
 */
public final class TestVectorsReader {
  private final DigestInputStream in;
  private final LineReader lines;
  private final List<Issue> issues = new ArrayList<>();
  private final Set<String> words = new HashSet<>();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final List<TestVector> vectors = new ArrayList<>();
  private final List<TestStep> steps = new ArrayList<>();
  private @Nullable VectorsHeader header;
  private boolean begun;
  private String name = "";
  private List<String> rules = List.of();
  private List<String> clauses = List.of();
  private List<String> needs = List.of();

  private TestVectorsReader(InputStream in) {
    this.in = new DigestInputStream(in, Digests.sha256());
    this.lines = LineReader.ofEvents(this.in);
  }

  /**
   * Reads vectors from a stream, which is left open, or tells everything that is wrong with them by
   * line.
   *
   * @throws IOException if the stream cannot be read
   */
  public static Read<TestVectors> read(InputStream in) throws IOException {
    return new TestVectorsReader(in).read();
  }

  private Read<TestVectors> read() throws IOException {
    while (issues.size() < JsonLimits.ISSUES && lines.next()) {
      if (lines.offset() > TestVectors.MOST_BYTES) {
        report(
            IssueCode.TOO_LARGE,
            "A file of vectors has at most " + TestVectors.MOST_BYTES + " bytes.");
        break;
      }
      if (!lines.isBlank()) {
        Trees.readVector(lines.line(), lines.number(), JsonLimits.EVENT_BYTES)
            .fold(this::take, this::note);
      }
    }
    endVector();
    checkWhole();
    VectorsHeader first = header;
    return first == null || !issues.isEmpty()
        ? new Read.Malformed<>(issues)
        : new Read.Value<>(
            new TestVectors(first, vectors, Digests.hex(in.getMessageDigest().digest()), words));
  }

  private void report(IssueCode code, String explanation) {
    Fields.note(issues, new Issue(code.wireName(), "", Math.max(1, lines.number()), explanation));
  }

  private boolean note(List<Issue> found) {
    found.forEach(each -> Fields.note(issues, each));
    return false;
  }

  private boolean take(ObjectNode line) {
    Fields fields = new Fields(line, "", lines.number(), issues);
    takeSuite(fields);
    String named = fields.name("vector");
    if (named.equals(name)) {
      belongsElsewhere(fields, "covers");
      belongsElsewhere(fields, "needs");
    } else {
      endVector();
      beginVector(fields, named);
    }
    ObjectNode expect = fields.object("expect");
    ExpectedMembers.check(expect, lines.number(), issues);
    collect(expect);
    steps.add(new TestStep(lines.number(), fields.object("send").toString(), expect.toString()));
    return true;
  }

  private void takeSuite(Fields fields) {
    if (begun) {
      belongsElsewhere(fields, "suite");
      return;
    }
    begun = true;
    Fields suite = new Fields(fields.object("suite"), "/suite", lines.number(), issues);
    suite.format("peersupport/vectors", "vectors");
    header =
        new VectorsHeader(
            suite.name("kit"),
            suite.name("protocol"),
            suite.sha256("protocolSha256"),
            suite.name("method"),
            suite.count("extra"),
            suite.count("states"),
            suite.count("inputs"),
            suite.count("vectors"),
            suite.sentences("abstraction"));
  }

  private static void belongsElsewhere(Fields fields, String member) {
    if (fields.has(member)) {
      String where = member.equals("suite") ? "the file's" : "a vector's";
      fields.report(
          IssueCode.UNSUPPORTED, member, "This belongs on " + where + " first line only.");
    }
  }

  private void beginVector(Fields fields, String named) {
    name = named;
    Integer before = lineOf.putIfAbsent(named, lines.number());
    if (before != null) {
      fields.report(
          IssueCode.UNSUPPORTED,
          "vector",
          "A vector of this name began on line " + before + " and has ended. Rename one of them.");
    }
    needs = fields.names("needs");
    rules = List.of();
    clauses = List.of();
    if (fields.has("covers")) {
      Fields covers = new Fields(fields.object("covers"), "/covers", lines.number(), issues);
      rules = covers.names("rules");
      clauses = covers.names("clauses");
    }
  }

  private void endVector() {
    if (!steps.isEmpty() && issues.isEmpty()) {
      vectors.add(new TestVector(name, rules, clauses, needs, steps));
    }
    steps.clear();
  }

  /** What is wrong with the file as a whole: it is empty, or was cut off between two lines. */
  private void checkWhole() {
    VectorsHeader first = header;
    if (first == null && issues.isEmpty()) {
      report(IssueCode.NOT_JSON, "There is no vector here.");
    } else if (first != null && issues.isEmpty() && first.vectors() != vectors.size()) {
      report(
          IssueCode.UNSUPPORTED,
          "There are "
              + vectors.size()
              + " vectors, and the first line speaks of "
              + first.vectors()
              + ". The file is not whole; make it anew.");
    }
  }

  /** Remembers the words that may be shown again when an answer has them. */
  private void collect(JsonNode value) {
    if (value.isTextual()) {
      words.add(value.asText());
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      words.add(member.getKey());
      collect(member.getValue());
    }
    if (value.isArray()) {
      value.forEach(this::collect);
    }
  }
}
