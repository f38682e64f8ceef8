package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Read;

/** Documents with a member too many, in each of their objects in turn. */
final class UnknownMembers {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final String SLIP = "secret-slip";

  private UnknownMembers() {}

  /**
   * Asserts that in each object of the document a member that is not known is an issue of that
   * object, which names one that is known and not the slip; and that one that begins with x- is
   * none.
   *
   * @param isMap whether the object at this pointer is a map, whose keys are anybody's words
   * @return the pointers of the objects
   */
  static List<String> areFoundIn(
      String document, Predicate<String> isMap, Function<String, Read<?>> reader) throws Exception {
    List<String> pointers = new ArrayList<>();
    collect(PLAIN.readTree(document), "", pointers);
    pointers.removeIf(isMap);
    for (String pointer : pointers) {
      assertThat(reader.apply(with(document, pointer, "x-" + SLIP)).issues()).as(pointer).isEmpty();
      assertThat(reader.apply(with(document, pointer, SLIP)).issues())
          .as(pointer)
          .singleElement()
          .satisfies(issue -> isOf(pointer, issue));
    }
    return pointers;
  }

  private static void isOf(String pointer, Issue issue) {
    assertThat(issue.code()).isEqualTo("json.unknown-member");
    assertThat(issue.pointer()).isEqualTo(pointer);
    assertThat(issue.explanation()).contains("the nearest one is \"").doesNotContain(SLIP);
  }

  private static String with(String document, String pointer, String name) throws Exception {
    JsonNode tree = PLAIN.readTree(document);
    ((ObjectNode) tree.at(pointer)).put(name, "anything");
    return tree.toString();
  }

  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    if (node.isObject()) {
      pointers.add(pointer);
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String name = member.getKey().replace("~", "~0").replace("/", "~1");
        collect(member.getValue(), pointer + "/" + name, pointers);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), pointer + "/" + i, pointers);
    }
  }
}
