package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TitledKey;

class ProtocolDocumentsTest {
  private static final String SMALLEST =
      "{'id':'p','release':'1','title':'T','source':'S',"
          + "'elements':[{'key':'talk','title':'Talk','purpose':'To talk.','need':'optional'}]}";

  /** The issues as {@code code pointer line}. */
  private static List<String> issues(String document) {
    List<String> issues = told(PeerSupportJson.readProtocol(Json.of(document)));
    byte[] utf8 = Json.of(document).getBytes(StandardCharsets.UTF_8);
    assertThat(told(PeerSupportJson.readProtocol(utf8))).isEqualTo(issues);
    return issues;
  }

  private static List<String> told(Read<Protocol> read) {
    return read.issues().stream()
        .map(issue -> issue.code() + " " + issue.pointer() + " " + issue.line())
        .toList();
  }

  private static Protocol read(String document) {
    return PeerSupportJson.readProtocol(Json.of(document)).orElseThrow();
  }

  private static String with(String more) {
    return SMALLEST.substring(0, SMALLEST.length() - 1) + "," + more + "}";
  }

  @Test
  void what_is_not_said_has_its_default() {
    Protocol protocol = read(SMALLEST);
    assertThat(protocol)
        .isEqualTo(
            ProtocolBuilder.of("p", "1")
                .title("T")
                .source("S")
                .element(Element.optional("talk", "Talk", "To talk."))
                .build());
    assertThat(protocol.order()).isEqualTo(Order.modular());
    assertThat(protocol.pairing()).isEqualTo(Pairing.ANY);
    assertThat(protocol.elements().get(0).prompts()).isEmpty();
    assertThat(protocol.elements().get(0).provenance()).isEqualTo(Provenance.OUR_READING);
    assertThat(protocol.derivedFrom()).isEmpty();
  }

  @Test
  void what_a_resource_a_rule_and_a_deadline_do_not_say_has_its_default() {
    Protocol protocol =
        read(
            with(
                "'resources':[{'key':'sheet','title':'Sheet'}],"
                    + "'rules':[{'id':'r','template':'existence','a':['begin:talk']}],"
                    + "'deadlines':[{'id':'d','from':['open'],'to':['begin:talk'],'within':'PT30M'}]"));
    assertThat(protocol.resources()).containsExactly(Resource.of("sheet", "Sheet"));
    assertThat(protocol.resources().get(0).consent()).isEqualTo(Consent.REQUIRED);
    assertThat(protocol.rules())
        .containsExactly(Rule.of("r", Template.EXISTENCE, List.of("begin:talk")));
    assertThat(protocol.deadlines())
        .containsExactly(
            Deadline.of("d", List.of("open"), List.of("begin:talk"), Duration.ofMinutes(30)));
  }

  @Test
  void what_has_a_default_is_written_all_the_same() {
    assertThat(PeerSupportJson.writeProtocol(read(SMALLEST)))
        .isEqualTo(
            Json.of(
                "{'format':'peersupport/protocol','version':1,'id':'p','release':'1','title':'T',"
                    + "'source':'S','derivedFrom':null,'elements':[{'key':'talk','title':'Talk',"
                    + "'purpose':'To talk.','prompts':[],'need':'optional','repeatable':false,"
                    + "'continuous':false,'provenance':'our-reading'}],'order':{'mode':'modular',"
                    + "'returns':[],'overridable':false},'resources':[],'concerns':[],"
                    + "'appreciation':[],'pairing':{'department':'any'},'rules':[],'deadlines':[],"
                    + "'examples':[]}"));
  }

  @Test
  void the_format_and_its_version_may_be_left_out_but_not_be_others() {
    assertThat(issues(with("'format':'peersupport/protocol','version':1"))).isEmpty();
    assertThat(issues(with("'format':'peersupport/log','version':2")))
        .containsExactly("json.unknown-value /format 1", "json.unknown-value /version 1");
    assertThat(issues(with("'version':99999999999"))).containsExactly("json.ill-formed /version 1");
    assertThat(issues(with("'version':'1'"))).containsExactly("json.wrong-type /version 1");
  }

  @Test
  void null_is_a_value_only_where_nothing_was_derived_from() {
    assertThat(issues(with("'derivedFrom':null"))).isEmpty();
    assertThat(issues(with("'derivedFrom':7"))).containsExactly("json.wrong-type /derivedFrom 1");
    assertThat(issues(with("'order':null"))).containsExactly("json.wrong-type /order 1");
  }

  @Test
  void every_missing_member_is_named_with_the_line_of_its_object() {
    assertThat(
            issues(
                "{\n'elements':[\n{\n}],\n'resources':[{}],\n'rules':[{},\n{'template':'response'}],\n"
                    + "'deadlines':[{}],\n'order':{},\n'pairing':{},\n'examples':[{'expect':'refused'}]\n}"))
        .containsExactly(
            "json.missing-member /id 1",
            "json.missing-member /release 1",
            "json.missing-member /title 1",
            "json.missing-member /source 1",
            "json.missing-member /elements/0/key 3",
            "json.missing-member /elements/0/title 3",
            "json.missing-member /elements/0/purpose 3",
            "json.missing-member /elements/0/need 3",
            "json.missing-member /order/mode 9",
            "json.missing-member /resources/0/key 5",
            "json.missing-member /resources/0/title 5",
            "json.missing-member /pairing/department 10",
            "json.missing-member /rules/0/id 6",
            "json.missing-member /rules/0/template 6",
            "json.missing-member /rules/0/a 6",
            "json.missing-member /rules/1/id 7",
            "json.missing-member /rules/1/a 7",
            "json.missing-member /rules/1/b 7",
            "json.missing-member /deadlines/0/id 8",
            "json.missing-member /deadlines/0/from 8",
            "json.missing-member /deadlines/0/to 8",
            "json.missing-member /deadlines/0/within 8",
            "json.missing-member /examples/0/name 11",
            "json.missing-member /examples/0/trace 11",
            "json.missing-member /examples/0/at 11");
  }

  @Test
  void every_ill_typed_member_is_named_with_its_line() {
    assertThat(
            issues(
                with(
                    "\n'order':{'mode':'loose','returns':[['a'],'b',\n['x',7]],'overridable':0},"
                        + "\n'concerns':'high','appreciation':[1],'pairing':{'department':'other'},"
                        + "\n'rules':[{'id':1,'forEach':'peer','except':['x'],'template':'never','a':[],"
                        + "'b':{},'count':'two','strength':'soft','overridable':'no','holds':'on',"
                        + "'because':1,'provenance':'me','source':[]}],"
                        + "\n'deadlines':[{'id':'d','from':[],'to':[],'within':'3 days'}],"
                        + "\n'examples':[{'name':'n','trace':['x'],'expect':'maybe','at':'1'}]")))
        .containsExactly(
            "json.unknown-value /order/mode 2",
            "json.ill-formed /order/returns/0 2",
            "json.wrong-type /order/returns/1 2",
            "json.wrong-type /order/returns/2/1 3",
            "json.wrong-type /order/overridable 3",
            "json.wrong-type /concerns 4",
            "json.wrong-type /appreciation/0 4",
            "json.unknown-value /pairing/department 4",
            "json.wrong-type /rules/0/id 5",
            "json.unknown-value /rules/0/forEach 5",
            "json.unknown-value /rules/0/template 5",
            "json.empty-array /rules/0/a 5",
            "json.wrong-type /rules/0/b 5",
            "json.wrong-type /rules/0/count 5",
            "json.unknown-value /rules/0/strength 5",
            "json.wrong-type /rules/0/overridable 5",
            "json.unknown-value /rules/0/holds 5",
            "json.wrong-type /rules/0/because 5",
            "json.unknown-value /rules/0/provenance 5",
            "json.wrong-type /rules/0/source 5",
            "json.empty-array /deadlines/0/from 6",
            "json.empty-array /deadlines/0/to 6",
            "json.ill-formed /deadlines/0/within 6",
            "json.unknown-value /examples/0/expect 7",
            "json.wrong-type /examples/0/at 7");
  }

  @Test
  void exceptions_need_something_to_be_excepted_from() {
    assertThat(
            issues(
                with(
                    "'rules':[{'id':'r','except':['x'],'template':'existence','a':['begin:talk']}]")))
        .containsExactly("json.missing-member /rules/0/forEach 1");
  }

  @Test
  void a_problem_of_the_protocol_has_its_code_and_the_line_in_the_file() {
    assertThat(
            issues(
                with(
                    "\n'rules':[\n{'id':'r','template':'existence',\n'a':['begin:talk',\n'begin:walk']},"
                        + "\n{'id':'r','template':'existence','a':['begin:talk'],'count':100}]")))
        .containsExactly(
            "protocol.unknown /rules/0/a/1 5",
            "protocol.out-of-range /rules/1/count 6",
            "protocol.duplicate /rules/1/id 6");
  }

  @Test
  void a_problem_with_what_is_not_written_has_the_line_around_it() {
    assertThat(
            issues(
                with(
                    "\n'rules':[\n{'id':'r','template':'absence','a':['begin:talk'],\n'count':1},"
                        + "\n{'id':'s','template':'existence','a':['begin:talk']}]")))
        .isNotEmpty()
        .allMatch(issue -> issue.startsWith("protocol.cannot-close "));
  }

  @Test
  void what_lacks_only_words_is_judged_for_the_rest_too() {
    assertThat(
            issues(
                "{'id':'P','release':'1',\n'source':7,\n'elements':[{'key':'talk','purpose':[],"
                    + "'need':'optional','prompts':[null],'provenance':'x'}],\n'rules':[{'id':'r',"
                    + "'template':'existence','a':['begin:walk']}]}"))
        .containsExactlyInAnyOrder(
            "json.missing-member /title 1",
            "protocol.ill-formed /id 1",
            "json.wrong-type /source 2",
            "json.missing-member /elements/0/title 3",
            "json.wrong-type /elements/0/purpose 3",
            "json.wrong-type /elements/0/prompts/0 3",
            "json.unknown-value /elements/0/provenance 3",
            "protocol.unknown /rules/0/a/0 4");
  }

  @Test
  void a_repeated_member_is_an_issue_at_any_depth() {
    assertThat(
            issues(
                with("'id':'q',\n'order':{'mode':'strict','mode':'strict','x-own':{'y':1,'y':1}}")))
        .containsExactly(
            "json.repeated-member /id 1",
            "json.repeated-member /order/mode 2",
            "json.repeated-member /order 2");
  }

  @Test
  void no_elements_are_no_protocol() {
    assertThat(issues("{'id':'p','release':'1','title':'T','source':'S',\n'elements':[]}"))
        .containsExactly("json.empty-array /elements 2");
  }

  @Test
  void a_text_that_breaks_off_tells_what_was_found_until_there() {
    assertThat(issues("{'id':7,\n'release':'1'"))
        .containsExactly("json.wrong-type /id 1", "json.not-json /release 2");
  }

  @Test
  void deadlines_are_written_in_days_and_hours() {
    for (String within : List.of("P3D", "PT30M", "P1DT12H", "PT0.5S", "PT23H59M", "P36525D")) {
      Protocol protocol =
          read(
              with(
                  "'deadlines':[{'id':'d','from':['open'],'to':['close'],'within':'"
                      + within
                      + "'}]"));
      assertThat(PeerSupportJson.writeProtocol(protocol)).contains("\"within\":\"" + within + "\"");
    }
  }

  @Test
  void deadlines_may_be_given_in_weeks_but_not_in_months() {
    String deadline = "'deadlines':[{'id':'d','from':['open'],'to':['close'],'within':'WITHIN'}]";
    for (Map.Entry<String, Integer> each :
        Map.of("P1W", 168, "P1W2DT3H", 219, "P2WT1H", 337, "P0W1D", 24).entrySet()) {
      Protocol protocol = read(with(deadline.replace("WITHIN", each.getKey())));
      assertThat(protocol.deadlines().get(0).within()).isEqualTo(Duration.ofHours(each.getValue()));
    }
    for (String within :
        List.of("P1M", "P1Y", "P1D1W", "PT1W", "P1.5W", "P-1W", "1W", "p1w", "PW")) {
      assertThat(issues(with(deadline.replace("WITHIN", within))))
          .containsExactly("json.ill-formed /deadlines/0/within 1");
    }
  }

  @Test
  void titles_and_reasons_are_read_and_written_again() {
    Protocol protocol =
        read(
            with(
                "'concerns':['low',{'key':'high','title':'Afraid'}],"
                    + "'appreciation':[{'key':'work','title':'their work'},'trust'],"
                    + "'reasons':{'end':[{'key':'late','title':'Late'}],'decline':[],"
                    + "'override':[{'key':'alarm','title':'Alarm'}]},"
                    + "'rules':[{'id':'r','title':'Talk','template':'existence','a':['begin:talk']}]"));

    assertThat(protocol.levels())
        .containsExactly(TitledKey.of("low"), TitledKey.of("high", "Afraid"));
    assertThat(protocol.facets())
        .containsExactly(TitledKey.of("work", "their work"), TitledKey.of("trust"));
    assertThat(protocol.reasons())
        .isEqualTo(
            new ReasonLists(
                List.of(TitledKey.of("late", "Late")),
                List.of(),
                List.of(),
                List.of(TitledKey.of("alarm", "Alarm"))));
    assertThat(protocol.rules().get(0).title()).contains("Talk");
    assertThat(PeerSupportJson.writeProtocol(protocol))
        .contains(
            Json.of("'concerns':['low',{'key':'high','title':'Afraid'}]"),
            Json.of(
                "'reasons':{'end':[{'key':'late','title':'Late'}],"
                    + "'override':[{'key':'alarm','title':'Alarm'}]}"));
    assertThat(read(PeerSupportJson.writeProtocol(protocol))).isEqualTo(protocol);
    assertThat(PeerSupportJson.writeProtocol(read(SMALLEST))).doesNotContain("reasons");
  }

  @Test
  void a_reason_has_a_key_of_its_own_and_a_title() {
    assertThat(
            issues(
                with(
                    "\n'reasons':{'end':['late',{'key':'late'},\n{'title':'Late'},7],"
                        + "\n'lapse':{},'thank':[]}")))
        .containsExactly(
            "json.wrong-type /reasons/end/0 2",
            "json.missing-member /reasons/end/1/title 2",
            "json.missing-member /reasons/end/2/key 3",
            "json.wrong-type /reasons/end/3 3",
            "json.wrong-type /reasons/lapse 4",
            "json.unknown-member /reasons 4");
    assertThat(
            issues(
                with(
                    "\n'reasons':{'end':[{'key':'safety','title':'Safety'},"
                        + "\n{'key':'late','title':'Late'},{'key':'late','title':'Later'}],"
                        + "\n'lapse':[{'key':'Late','title':' '}]},"
                        + "\n'rules':[{'id':'r','title':' ','template':'existence','a':['begin:talk']}],"
                        + "\n'deadlines':[{'id':'r','from':['open'],'to':['close'],'within':'P1W'}]")))
        .containsExactly(
            "protocol.duplicate /reasons/end/0/key 2",
            "protocol.duplicate /reasons/end/2/key 3",
            "protocol.ill-formed /reasons/lapse/0/key 4",
            "protocol.missing /reasons/lapse/0/title 4",
            "protocol.missing /rules/0/title 5",
            "protocol.duplicate /deadlines/0/id 6");
  }

  @Test
  void a_reason_without_a_title_builds_no_protocol() {
    ReasonLists untitled =
        new ReasonLists(List.of(), List.of(), List.of(TitledKey.of("late")), List.of());
    ProtocolBuilder protocol =
        ProtocolBuilder.of("p", "1")
            .title("T")
            .source("S")
            .element(Element.optional("talk", "Talk", "To talk."))
            .reasons(untitled);

    assertThatThrownBy(protocol::build)
        .isInstanceOf(InvalidProtocolException.class)
        .satisfies(
            thrown ->
                assertThat(((InvalidProtocolException) thrown).problems())
                    .extracting(Problem::pointer)
                    .containsExactly("/reasons/lapse/0/title"));
  }

  @Test
  void the_default_protocol_is_read_as_it_was_written() {
    for (Protocol protocol : Catalogue.all()) {
      String document = PeerSupportJson.writeProtocol(protocol);
      assertThat(PeerSupportJson.readProtocol(document).orElseThrow()).isEqualTo(protocol);
      assertThat(
              PeerSupportJson.readProtocol(document.getBytes(StandardCharsets.UTF_8)).orElseThrow())
          .isEqualTo(protocol);
    }
  }
}
