package org.peersupport.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;

/** What the readers of the wire format say of texts for which there are schemas. */
final class WireReaders {
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
           'concerns':['elevated',{'key':'imminent','title':'Afraid of harm'}],'appreciation':['work'],
           'reasons':{'end':[{'key':'late','title':'Late'}],
             'decline':[{'key':'not-now','title':'Not now'}],'lapse':[],
             'override':[{'key':'asked-for','title':'Asked for'}]},
           'pairing':{'department':'any'},
           'rules':[
             {'id':'thanked','template':'existence','a':['thank:work'],'count':1,
              'strength':'advisory','overridable':false,'holds':'conversation','title':'Thank them',
              'because':'Say it.','provenance':'our-reading','source':'Ours'},
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
              'rules':['order.required.hello']}],
           'translations':{'de':{'title':'Klein','elements':{'hello':{'title':'Hallo',
              'purpose':'Zum Kennenlernen','prompts':['Hallo']}},'resources':{'chaplain':'Seelsorge'},
             'concerns':{'imminent':'Angst'},'appreciation':{'work':'die Arbeit'},
             'reasons':{'late':'Zu spät'},'rules':{'thanked':'Sagen Sie es.'},
             'deadlines':{'soon':'Niemand wartet lange.'}}}}
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

  private WireReaders() {}

  /** Whether there is a reader for what the schema describes. */
  static boolean isRead(String schema) {
    return List.of("command", "event", "log-line", "protocol").contains(schema);
  }

  /** What the reader has against the text; empty when it reads it. */
  static List<Issue> issues(String schema, String text) {
    return switch (schema) {
      case "command" -> PeerSupportJson.readRequest(text, 1).issues();
      case "event" -> PeerSupportJson.readEvent(text, 1).issues();
      case "log-line" -> issuesOfLine(text);
      case "protocol" -> PeerSupportJson.readProtocol(bytes(text), WireReaders::base).issues();
      default -> throw new IllegalArgumentException(schema);
    };
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
