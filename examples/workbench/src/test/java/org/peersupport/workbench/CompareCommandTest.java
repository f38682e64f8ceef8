package org.peersupport.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CompareCommandTest {
  private static final String BRIEF = "src/test/resources/behaviours/brief.json";
  private static final String OURS = "src/test/resources/variants/reflecting.json";

  @TempDir Path folder;

  private static Run compare(String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare", "ama-six-elements", OURS));
    arguments.addAll(List.of("--seed", "7", "--sessions", "20000"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(new String[0]));
  }

  private String written(String name, String json) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, json.replace('\'', '"'));
    return file.toString();
  }

  @Test
  void prints_how_the_variants_differ() throws IOException {
    Run run = compare("--behaviour", BRIEF, "--pretty");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Golden.assertSame("compare.json", run.out());
  }

  @Test
  void prints_tables_for_people_that_fit_their_width() throws IOException {
    Run run = compare("--behaviour", "usual-talk", "--text");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
    Golden.assertSame("compare.txt", run.out());
  }

  @Test
  void writes_a_page_that_needs_nothing_else() throws Exception {
    Path page = folder.resolve("page.html");

    Run run = compare("--behaviour", "usual-talk", "--html", page.toString());

    assertThat(run.err()).isEmpty();
    String html = Files.readString(page);
    Golden.assertSame("compare.html", html);
    // No address but that of nothing: no script, no picture, no style from elsewhere.
    assertThat(html).doesNotContain("http", "src=", "href=", "<script", "url(", "@import");
    Document document = parsed(html);
    NodeList charts = document.getElementsByTagName("svg");
    assertThat(charts.getLength()).isEqualTo(7);
    for (int i = 0; i < charts.getLength(); i++) {
      assertThat(charts.item(i).getAttributes().getNamedItem("aria-label").getNodeValue())
          .contains("the table below has the same figures");
    }
    assertThat(document.getElementsByTagName("table").getLength()).isEqualTo(9);
  }

  /** The page is XML but for its first line. */
  private static Document parsed(String html) throws Exception {
    String xml = html.replaceFirst("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void a_page_never_takes_the_place_of_a_file() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "mine");

    Run run = compare("--behaviour", BRIEF, "--html", page.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is there already");
    assertThat(Files.readString(page)).isEqualTo("mine");
  }

  @Test
  void the_number_of_threads_makes_no_difference() {
    assertThat(compare("--behaviour", BRIEF, "--threads", "1").out())
        .isEqualTo(compare("--behaviour", BRIEF, "--threads", "5").out());
  }

  @Test
  void each_variant_has_the_figures_that_simulate_prints() {
    String alone =
        Run.of("simulate", OURS, "--behaviour", BRIEF, "--seed", "7", "--sessions", "20000").out();
    String closed = alone.replaceFirst(".*?\"closed\":\\{\"share\":([^,]*),.*\\R", "$1");

    assertThat(compare("--behaviour", BRIEF).out())
        .contains("{\"estimate\":" + closed + ",\"low\":");
  }

  @Test
  void three_variants_have_two_tables_each() {
    Run run =
        Run.of(
            "compare",
            "ama-six-elements",
            OURS,
            "ama-six-elements",
            "--behaviour=" + BRIEF,
            "--seed=7",
            "--sessions=1000",
            "--text");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "C  Six elements of a peer-support conversation: ama-six-elements@1.0.0",
            "B - A",
            "C - A");
  }

  @Test
  void what_only_other_variants_have_is_left_out_and_told() throws IOException {
    String more =
        written(
            "more.json",
            "{'format':'peersupport/protocol','version':1,'id':'more','release':'1.0.0',"
                + "'extends':'ama-six-elements@1.0.0','title':'More','source':'Ours',"
                + "'resources':[{'key':'chat','title':'A chat','consent':'required'}]}");
    String behaviour =
        written(
            "chats.json",
            "{'format':'peersupport/behaviour','version':1,'id':'chats',"
                + "'start':{'begin:reach-out':1},'after':{'begin:reach-out':{'offer:chat':1,"
                + "'end:declined':1},'offer:chat':{'accept:chat':1}},'otherwise':{'end:stopped':1}}");

    Run run =
        Run.of(
            "compare",
            more,
            "ama-six-elements",
            "--behaviour=" + behaviour,
            "--seed=1",
            "--sessions=1000");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "ama-six-elements@1.0.0: has no accept:chat, offer:chat; what else may come then is"
                + " drawn more often\n");
    assertThat(run.out()).contains("{\"quantity\":\"sessionsWith\",\"of\":\"offer:chat\"");
  }

  @Test
  void a_variant_without_anything_that_conversations_start_with_is_named() throws IOException {
    String behaviour =
        written(
            "six.json",
            "{'format':'peersupport/behaviour','version':1,'id':'six',"
                + "'start':{'begin:reach-out':1},'otherwise':{'end:stopped':1}}");

    Run run =
        Run.of(
            "compare",
            "ama-six-elements",
            "who-look-listen-link",
            "--behaviour=" + behaviour,
            "--seed=1",
            "--sessions=1000");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "six.json: /start: who-look-listen-link@1.0.0 has none of the activities that a"
                + " conversation starts with (begin:reach-out); give one that it has some weight")
        .doesNotContain("these come to");
  }

  @Test
  void each_variant_can_have_a_behaviour_of_its_own() {
    Run both =
        compareSix("--behaviour=usual-talk", "--behaviour=" + BRIEF, "--seed=7", "--sessions=99");
    Run alone =
        Run.of("simulate", "ama-six-elements", "--behaviour", BRIEF, "--seed=7", "--sessions=99");

    assertThat(both.err()).isEmpty();
    assertThat(both.status()).isZero();
    assertThat(both.out()).contains("\"behaviour\":\"usual-talk\"", "\"behaviour\":\"brief\"");
    String closed = alone.out().replaceFirst(".*?\"closed\":\\{\"share\":([^,]*),.*\\R", "$1");
    assertThat(both.out()).contains("{\"estimate\":" + closed + ",\"low\":");
  }

  @Test
  void what_happens_under_no_variant_is_said_to_be_nought() {
    Run run = compareSix("--behaviour=usual-talk", "--seed=7", "--sessions=99", "--text");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "How many attempts of a conversation a rule refuses",
            "rule refuses, alone or with others. All of these are 0 under all variants.");
  }

  @Test
  void behaviours_are_one_or_as_many_as_protocols() {
    Run run =
        compareSix(
            "--behaviour=plain",
            "--behaviour=plain",
            "--behaviour=plain",
            "--seed=1",
            "--sessions=1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "--behaviour: one for all protocols is expected, or one for each of the 2 in their"
                + " order, not 3\n");
  }

  private static Run compareSix(String... more) {
    List<String> words =
        new ArrayList<>(List.of("compare", "ama-six-elements", "ama-six-elements"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  @Test
  void the_plain_behaviour_is_that_of_each_protocol_where_activities_differ() {
    Run run =
        Run.of(
            "compare",
            "ama-six-elements",
            "who-look-listen-link",
            "--behaviour=plain",
            "--seed=1",
            "--sessions=1000");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("has other activities than ama-six-elements@1.0.0")
        .contains("differences come from both");
  }

  @Test
  void one_protocol_alone_is_not_compared() {
    Run run =
        Run.of("compare", "ama-six-elements", "--behaviour=plain", "--seed=1", "--sessions=1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "peersupport compare: two protocols or more are expected, and only ama-six-elements"
                + " came; name one that it is compared with\n");
  }

  @Test
  void a_page_without_a_name_is_told() {
    Run run = compare("--behaviour", BRIEF, "--html", "");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("(no name): a new file is expected");
  }

  @Test
  void says_under_which_variant_conversations_were_cut_off() throws IOException {
    String behaviour =
        written(
            "long.json",
            "{'id':'long','start':{'begin:reach-out':1},"
                + "'otherwise':{'begin:reach-out':1,'end:stopped':1e-8}}");
    Path page = folder.resolve("page.html");

    Run run =
        Run.of(
            "compare",
            "ama-six-elements",
            "ama-six-elements",
            "--behaviour=" + behaviour,
            "--seed=1",
            "--sessions=3",
            "--text",
            "--html=" + page);

    assertThat(run.out().replaceAll("\\s+", " "))
        .containsPattern("A: [23] of 3 conversations were cut off after a million activities")
        .containsPattern("B: [23] of 3 conversations were cut off after a million activities");
    assertThat(Files.readString(page)).contains("conversations were cut off after a million");
  }

  @Test
  void a_behaviour_that_no_variant_can_use_is_told_with_its_place() throws IOException {
    String behaviour =
        written(
            "b.json",
            "{'format':'peersupport/behaviour','version':1,'id':'b','start':{'begin:dance':1,"
                + "'begin:reach-out':-1},'otherwise':{'close':1}}");

    Run run = compare("--behaviour", behaviour);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("/start/begin:dance", "/start/begin:reach-out");
  }

  @Test
  void titles_are_no_markup() throws IOException {
    String variant =
        written(
            "titled.json",
            "{'format':'peersupport/protocol','version':1,'id':'titled','release':'1.0.0',"
                + "'extends':'ama-six-elements@1.0.0','title':'Titled','source':'Ours',"
                + "'resources':[{'key':'chaplaincy','title':'<script>a&b</script>',"
                + "'consent':'required'}]}");
    Path page = folder.resolve("page.html");

    Run run =
        Run.of(
            "compare",
            variant,
            "ama-six-elements",
            "--behaviour=usual-talk",
            "--seed=7",
            "--sessions=1000",
            "--html=" + page);

    assertThat(run.status()).isZero();
    assertThat(Files.readString(page))
        .doesNotContain("<script")
        .contains("&lt;script&gt;a&amp;b&lt;/script&gt;: offered");
  }
}
