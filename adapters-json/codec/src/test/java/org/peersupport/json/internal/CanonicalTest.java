package org.peersupport.json.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static String canonical(String json) throws IOException {
    byte[] bytes = Canonical.bytes(MAPPER.readTree(json));
    return bytes == null ? "none" : new String(bytes, UTF_8);
  }

  @Test
  void sorts_names_as_the_example_of_rfc_8785_does() throws IOException {
    String example =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\","
            + "\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\"1\":\"One\","
            + "\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
            + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";

    assertThat(MAPPER.readTree(canonical(example)).fieldNames())
        .toIterable()
        .containsExactly("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    assertThat(canonical(example)).isEqualTo(new JsonCanonicalizer(example).getEncodedString());
  }

  @Test
  void writes_strings_as_the_example_of_rfc_8785_does() throws IOException {
    assertThat(
            canonical("{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"))
        .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void writes_what_is_empty_and_what_is_nested() throws IOException {
    assertThat(canonical(" { \"b\" : [ ] , \"a\" : { } , \"c\":[1,[\"x\",{}]]} "))
        .isEqualTo("{\"a\":{},\"b\":[],\"c\":[1,[\"x\",{}]]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "[null]",
        "{\"a\":false}",
        "1.0",
        "1e3",
        "0.5",
        "9007199254740992",
        "-9007199254740992",
        "123456789012345678901234567890",
        "\"\\ud800\"",
        "\"\\ude00\\ud83d\"",
        "{\"\\udfff\":1}"
      })
  void has_no_form_for_what_no_ledger_needs(String json) throws IOException {
    assertThat(canonical(json)).isEqualTo("none");
    assertThatThrownBy(() -> Canonical.of(MAPPER.readTree(json)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Property(tries = 300)
  void agrees_with_the_library_of_an_author_of_rfc_8785(@ForAll long seed) throws IOException {
    JsonNode tree = object(new Random(seed), 3);

    assertThat(Canonical.of(tree))
        .isEqualTo(new JsonCanonicalizer(MAPPER.writeValueAsString(tree)).getEncodedUTF8());
  }

  private static JsonNode object(Random random, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      object.set(text(random), value(random, depth - 1));
    }
    return object;
  }

  private static JsonNode value(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 4 : 2);
    if (kind == 0) {
      return JsonNodeFactory.instance.textNode(text(random));
    } else if (kind == 1) {
      long bound = random.nextBoolean() ? 10 : Canonical.GREATEST + 1;
      return JsonNodeFactory.instance.numberNode(random.nextLong(-bound + 1, bound));
    } else if (kind == 2) {
      return object(random, depth);
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(random, depth - 1));
    }
    return array;
  }

  /** Every kind of character, those most often that are written in a way of their own. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
      text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? '"' : point);
    }
    return text.toString();
  }
}
