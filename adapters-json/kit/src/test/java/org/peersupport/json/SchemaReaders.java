package org.peersupport.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.certification.TestVectorsReader;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.Read;
import org.peersupport.json.ledger.InclusionProof;
import org.peersupport.json.ledger.Seal;
import org.peersupport.json.studies.Behaviours;
import org.peersupport.json.studies.Scenarios;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.InvalidBehaviourException;
import org.peersupport.simulation.programme.InvalidScenarioException;
import org.peersupport.simulation.programme.ProgrammeSimulation;
import org.peersupport.simulation.programme.Scenario;

/** What the readers say of texts for which there are schemas. */
final class SchemaReaders {
  /** A small protocol with one of everything, from which mutants are made. */
  static final String PROTOCOL =
      Json.of(
          """
          {'format':'peersupport/protocol','version':1,'id':'small','release':'1.0','title':'Small',
           'source':'Ours','caution':'Not yet approved','derivedFrom':'large@1',
           'elements':[
             {'key':'hello','title':'Hello','purpose':'To meet','prompts':['Hi'],'need':'required',
              'repeatable':true,'continuous':false,'provenance':'stated','source':'Ours'},
             {'key':'talk','title':'Talk','purpose':'To listen','need':'optional'}],
           'order':{'mode':'strict','returns':[['talk','hello']],'overridable':true},
           'resources':[{'key':'chaplain','title':'Chaplain','consent':'required'},
             {'key':'leaflet','title':'Leaflet','consent':'notice'}],
           'concerns':['elevated'],'appreciation':['work'],'pairing':{'department':'any'},
           'rules':[
             {'id':'thanked','template':'existence','a':['thank:work'],'count':1,
              'strength':'advisory','overridable':false,'holds':'conversation','because':'Say it.',
              'provenance':'our-reading','source':'Ours'},
             {'id':'answered-{resource}','forEach':'resource','except':['leaflet'],
              'template':'response','a':['offer:{resource}'],
              'b':['accept:{resource}','decline:{resource}'],'overridable':true},
             {'id':'few-{element}','forEach':'element','template':'absence',
              'a':['begin:{element}'],'count':9,'strength':'advisory'},
             {'id':'thanks-after-{element}','forEach':'element','template':'precedence',
              'a':['begin:{element}'],'b':['thank:*'],'strength':'advisory'}],
           'deadlines':[{'id':'soon','from':['open'],'to':['begin:hello','end'],'within':'PT30M',
              'because':'Nobody waits long.','provenance':'stated','source':'Ours'}],
           'examples':[{'name':'short','trace':['begin:hello','close'],'expect':'accepted',
              'at':0},
             {'name':'too short','trace':['close'],'expect':'refused','at':1,
              'rules':['order.required.hello']}]}
          """);

  /** A protocol that extends the small one. */
  static final String VARIANT =
      Json.of(
          """
          {'id':'ours','release':'2','extends':'small@1.0','title':'Ours',
           'remove':{'rules':['thanked'],'elements':[],'resources':[],'deadlines':['soon']},
           'elements':[{'key':'breathe','title':'Breathe','purpose':'To calm','need':'optional',
              'continuous':true,'before':'talk'}]}
          """);

  private static final ConversationChain TALKS =
      ConversationChain.of(Catalogue.all().get(0), Behaviours.find("usual-talk").orElseThrow());

  /** What behaviours are for, with few states: many of them draw whatever is permitted. */
  private static final Protocol SMALL =
      ProtocolBuilder.of("small", "1.0.0")
          .title("Small")
          .source("A test")
          .element(Element.required("reach-out", "Reach out", "To begin.").asRepeatable())
          .element(Element.optional("invite-and-listen", "Listen", "To listen.").asRepeatable())
          .build();

  private SchemaReaders() {}

  /** Whether there is a reader for what the schema describes. */
  static boolean isRead(String schema) {
    return List.of(
            "command",
            "event",
            "log-line",
            "protocol",
            "behaviour",
            "transcript-mapping",
            "scenario",
            "vector",
            "ledger-proof",
            "ledger-seal")
        .contains(schema);
  }

  /** What the reader has against it, or else what is said when it is drawn from. */
  private static List<Issue> issuesOfBehaviour(String document) {
    Read<Behaviour> read = StudyJson.readBehaviour(document);
    if (read.isMalformed()) {
      return read.issues();
    }
    try {
      ConversationChain.of(SMALL, read.orElseThrow());
      return List.of();
    } catch (InvalidBehaviourException e) {
      return e.problems().stream()
          .map(each -> new Issue(each.code().wireName(), each.pointer(), 1, each.explanation()))
          .toList();
    }
  }

  /** What the reader has against it, or else what is said when it is run. */
  private static List<Issue> issuesOfScenario(byte[] document) {
    Read<Scenario> read = Scenarios.read(document);
    if (read.isMalformed()) {
      return read.issues();
    }
    try {
      ProgrammeSimulation.of(read.orElseThrow(), TALKS, 1);
      return List.of();
    } catch (InvalidScenarioException e) {
      return Scenarios.issues(document, e.problems());
    }
  }

  /** What the reader has against the text; empty when it reads it. */
  static List<Issue> issues(String schema, String text) {
    return switch (schema) {
      case "command" -> PeerSupportJson.readRequest(text, 1).issues();
      case "event" -> PeerSupportJson.readEvent(text, 1).issues();
      case "log-line" -> issuesOfLine(text);
      case "behaviour" -> issuesOfBehaviour(text);
      case "transcript-mapping" -> StudyJson.readTranscriptMapping(text).issues();
      case "vector" -> issuesOfVectors(text);
      case "ledger-proof" -> issuesOf(InclusionProof.read(bytes(text)));
      case "ledger-seal" -> issuesOf(Seal.read(bytes(text)));
      case "scenario" -> issuesOfScenario(bytes(text));
      case "protocol" -> PeerSupportJson.readProtocol(bytes(text), SchemaReaders::base).issues();
      default -> throw new IllegalArgumentException(schema);
    };
  }

  /** Of what is read as a whole or not at all. */
  private static List<Issue> issuesOf(Optional<?> read) {
    return read.isPresent()
        ? List.of()
        : List.of(new Issue(IssueCode.ILL_FORMED.wireName(), "", 1, "It cannot be read."));
  }

  /** As the first line of a file that has one vector. */
  private static List<Issue> issuesOfVectors(String line) {
    try {
      return TestVectorsReader.read(new ByteArrayInputStream(bytes(line))).issues();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a log is read: a header of another version is one that this release does not know. */
  private static List<Issue> issuesOfLine(String line) {
    var version = PeerSupportJson.logVersion(line);
    if (version.isEmpty()) {
      return PeerSupportJson.readEvent(line, 1).issues();
    }
    return version.getAsInt() == PeerSupportJson.LOG_VERSION
        ? List.of()
        : List.of(new Issue(IssueCode.UNKNOWN_VALUE.wireName(), "/version", 1, "Another version."));
  }

  private static Optional<byte[]> base(String reference) {
    return reference.equals("small@1.0") ? Optional.of(bytes(PROTOCOL)) : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
