package org.peersupport.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Every document that differs from a given one in one place: a member or an entry is dropped, or
 * another value stands there, or a member is there once more under a name that nothing has, or an
 * array has as many entries as it may have, or one more. Whoever takes a mutant must be done with
 * it when it returns: the next one may be made of the same tree.
 */
final class Mutants {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** What no member is called, and nothing that a document may name. */
  private static final String NO_NAME = "No name";

  private static final int[] SIZES = {2, 32, 33, 64, 65, 256, 257, 1000, 1001};

  private static final List<String> VALUES =
      List.of(
          "null true false 0 1 -1 2 3 99 100 1.5 2147483647 2147483648 -2147483648 -2147483649",
          "9223372036854775808 [] {} [null] [7] ['x'] ['x','x'] ['x','y'] [[]] [['x','y']] [{}]",
          "{'id':'x'} {'id':7} {'id':'x','role':7} {'reason':'x'} {'reason':7} {'rule':'x'} {'a':1}",
          "{'mode':'guided'} {'department':'same'} [{'rule':'x'}] [{'key':'x'}] ['close']",
          "'' 'x' 'X' '7' '-' '-x' 'x-' 'x_y' 'x.y' '.x' 'x@1' '@' 'x@1@2' 'Ü' 'x/y'",
          "'2026-03-02T09:00:00Z' '2026-03-02T09:00:00.1Z' '2026-03-02T09:00:00.123Z'",
          "'2026-03-02T09:00:00.1234Z' '2026-03-02T09:00:00.Z' '2024-02-29T09:00:00Z'",
          "'2026-02-29T09:00:00Z' '1900-02-29T09:00:00Z' '2000-02-29T23:59:59Z'",
          "'2026-04-31T09:00:00Z' '2026-12-31T00:00:00Z' '0000-03-02T09:00:00Z'",
          "'0000-02-29T09:00:00Z' '0001-01-01T00:00:00Z' '9999-12-31T23:59:59.999Z'",
          "'0100-02-29T00:00:00Z' '0400-02-29T00:00:00Z' '2026-00-02T09:00:00Z'",
          "'2026-13-02T09:00:00Z' '2026-03-00T09:00:00Z' '2026-03-02T24:00:00Z'",
          "'2026-03-02T09:60:00Z' '2026-03-02T09:00:60Z' '2026-03-02T09:00:00' '2026-03-02'",
          "'2026-03-02T09:00:00+25:00' '2026-03-02t09:00:00.123456789-23:59' '+2026-03-02T09:00:00Z'",
          "'P1D' 'P' 'PT' 'P1DT' 'P1DT1H' 'PT1H' 'PT1H1M' 'PT1H1S' 'PT1M1H' 'PT0S' 'P0D' 'PT1.5S'",
          "'PT.5S' 'PT1.S' 'PT1,5S' 'PT1.5M' 'PT0.123456789S' 'PT0.1234567890S' 'PT-1H' '-PT1H'",
          "'+PT1H' 'PT+1H' 'pt1h' 'Pt1h' 'P1W' 'P1M' 'P1Y' 'P1D1H' 'P36525D' 'PT876600H'",
          "'P9999999999999D' 'P99999999999999D' 'PT99999999999999H' 'PT999999999999999999S'",
          "'PT9999999999999999999S' 'P00000000000001D'",
          "'begin:*' 'begin:hello' 'begin:' 'begin' 'begin:X' 'Begin:x' 'begin:hello:talk' '*' '*:*'",
          "'offer:{resource}' 'offer:x-{resource}' 'begin:{element}' '{resource}' '{element}'",
          "'x-{resource}' 'x-{element}' 'offer:{x}' 'open' 'close' 'end' 'pause' 'end:declined'",
          "'end:late' 'end:' 'thank:work' 'required' 'stated' 'response' 'existence' 'accepted'",
          "'resource' 'element' 'small@1.0' 'none@1' 'advisory' 'always' 'strict' 'same' 'notice'");

  private final String document;
  private final BiConsumer<String, JsonNode> use;
  private final List<JsonNode> values = new ArrayList<>();

  private Mutants(String document, BiConsumer<String, JsonNode> use) {
    this.document = document;
    this.use = use;
    for (String line : VALUES) {
      for (String value : line.split(" ", -1)) {
        values.add(tree(Json.of(value)));
      }
    }
    for (int length : new int[] {62, 63, 64, 65, 4000, 4001}) {
      values.add(new TextNode("x".repeat(length)));
    }
    for (String text :
        List.of(" ", "x y", "x\n", "\n", "x\u0000", "\u0000", "x\u2028", "\ud83d\ude42")) {
      values.add(new TextNode(text));
    }
  }

  /**
   * Makes the mutants.
   *
   * @param use takes what was done, for people, and the mutant
   */
  static void of(String document, BiConsumer<String, JsonNode> use) {
    Mutants mutants = new Mutants(document, use);
    mutants.values.forEach(value -> use.accept("all is " + value, value));
    mutants.visit(tree(document), "");
  }

  private static JsonNode tree(String json) {
    try {
      return PLAIN.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void visit(JsonNode node, String place) {
    if (node instanceof ObjectNode object) {
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        change(place, "/" + name, object.get(name));
        visit(object.get(name), place + "/" + name);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        change(place, "/" + i, array.get(i));
        visit(array.get(i), place + "/" + i);
      }
      for (int size : SIZES) {
        repeat(place, array, size);
      }
    }
  }

  private void repeat(String place, ArrayNode array, int size) {
    if (!array.isEmpty()) {
      JsonNode mutant = tree(document);
      ArrayNode longer = (ArrayNode) mutant.at(place);
      while (longer.size() < size) {
        longer.add(array.get(0));
      }
      use.accept(place + " has " + size + " entries", mutant);
      JsonNode other = tree(document);
      ArrayNode distinct = (ArrayNode) other.at(place);
      while (distinct.size() < size) {
        distinct.add("x" + distinct.size());
      }
      use.accept(place + " has " + size + " different entries", other);
    }
  }

  private void change(String parent, String step, JsonNode old) {
    JsonNode without = tree(document);
    if (without.at(parent) instanceof ObjectNode object) {
      object.remove(step.substring(1));
    } else {
      ((ArrayNode) without.at(parent)).remove(Integer.parseInt(step.substring(1)));
    }
    use.accept(parent + step + " is dropped", without);
    JsonNode twice = tree(document);
    if (twice.at(parent) instanceof ObjectNode object) {
      object.set(NO_NAME, old.deepCopy());
      use.accept(parent + step + " is there once more under another name", twice);
    }
    JsonNode mutant = tree(document);
    values.forEach(value -> replace(mutant, parent, step, value));
    if (old.isTextual()) {
      String text = old.asText();
      for (String other :
          List.of(text + "\n", text.toUpperCase(Locale.ROOT), text + "x", " " + text)) {
        replace(mutant, parent, step, new TextNode(other));
      }
    }
  }

  private void replace(JsonNode mutant, String parent, String step, JsonNode value) {
    ContainerNode<?> container = (ContainerNode<?>) mutant.at(parent);
    if (container instanceof ObjectNode object) {
      object.set(step.substring(1), value);
    } else {
      ((ArrayNode) container).set(Integer.parseInt(step.substring(1)), value);
    }
    use.accept(parent + step + " is " + value, mutant);
  }
}
