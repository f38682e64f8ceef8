package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the codec logs: that a protocol document is refused, and nothing else. */
class CodecLogTest {
  private static final String SECRET = "secret-7f3a";
  private static final Logger LOGGER = Logger.getLogger("org.peersupport.json");

  private final List<String> logged = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.setLevel(Level.ALL);
    LOGGER.addHandler(listener);
  }

  @AfterEach
  void nothing_of_the_texts_is_told() {
    LOGGER.removeHandler(listener);
    LOGGER.setLevel(null);
    assertThat(logged).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(SECRET));
  }

  private static String document(String element) {
    return Json.of(
        "{'id':'secret-7f3a','release':'1','title':'secret-7f3a','source':'secret-7f3a',"
            + "'elements':["
            + element
            + "],'rules':[{'id':'secret-7f3a','template':'response','a':['begin:secret-7f3a'],"
            + "'b':['begin:secret-7f3a-2'],'because':'secret-7f3a'}]}");
  }

  @Test
  void a_refused_document_is_logged_with_codes_and_pointers() {
    String document =
        document("{'key':'secret-7f3a','title':'secret-7f3a','purpose':'p','need':'secret-7f3a'}");

    PeerSupportJson.readProtocol(document);
    PeerSupportJson.readProtocol(document.getBytes(StandardCharsets.UTF_8));
    PeerSupportJson.readProtocol(SECRET);

    String refused = " A protocol document was refused";
    String need = "FINE issues=1 first=[json.unknown-value /elements/0/need]" + refused;
    assertThat(logged).containsExactly(need, need, "FINE issues=1 first=[json.not-json]" + refused);
  }

  @Test
  void a_problem_of_meaning_is_logged_without_the_keys_that_it_names() {
    PeerSupportJson.readProtocol(
        document("{'key':'secret-7f3a','title':'t','purpose':'p','need':'optional'}"));

    assertThat(logged).singleElement().asString().contains(" /rules/0/b/0]");
  }

  @Test
  void the_first_ten_issues_are_named_and_all_are_counted() {
    String element = "{'key':'secret-7f3a','title':'t','purpose':'p','need':7},";

    PeerSupportJson.readProtocol(document(element.repeat(12) + element.replace("},", "}")));

    assertThat(logged).singleElement().asString().contains("issues=13 ", "/elements/9/need]");
  }

  @Test
  void what_is_read_of_sessions_is_not_logged() {
    PeerSupportJson.readRequest(SECRET, 1);
    PeerSupportJson.readEvent(SECRET, 1);
    PeerSupportJson.readRule(SECRET);
    Variants.all();

    assertThat(logged).isEmpty();
  }
}
