package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a vector expects of an answer: the members of it that are compared. */
enum Expectation {
  /** Only whether the line is accepted, refused, malformed: it leads to what is under test. */
  OUTCOME {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {}
  },
  /** What the enforced machine puts out. */
  MACHINE {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      copy(answer, expect, List.of("status", "settled", "permitted", "outstanding"));
      violations(answer, expect);
    }
  },
  /** Everything that every subject must answer. */
  FULL {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      copy(
          answer, expect, List.of("status", "settled", "permitted", "outstanding", "due", "rules"));
      violations(answer, expect);
      if (answer.has("violations") && !answer.has("remedy")) {
        expect.putNull("remedy");
      }
      events(answer, expect);
    }
  },
  /** The same with the remedy. */
  REMEDY {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      FULL.add(answer, expect);
      copy(answer, expect, List.of("remedy"));
    }
  },
  /** The same with the witness of each violation. */
  WITNESS {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      FULL.add(answer, expect);
      ArrayNode witnesses = expect.putArray("witnesses");
      answer
          .path("violations")
          .forEach(each -> witnesses.add(each.has("witness") ? each.get("witness") : null));
    }
  };

  /** The members of the answer that are compared. */
  final ObjectNode of(ObjectNode answer) {
    ObjectNode expect = ReferenceSubject.object();
    expect.set("outcome", answer.get("outcome"));
    add(answer, expect);
    return expect;
  }

  abstract void add(ObjectNode answer, ObjectNode expect);

  private static void copy(JsonNode answer, ObjectNode expect, List<String> members) {
    for (String member : members) {
      if (answer.has(member)) {
        expect.set(member, answer.get(member));
      }
    }
  }

  private static void violations(ObjectNode answer, ObjectNode expect) {
    if (answer.has("violations")) {
      ArrayNode expected = expect.putArray("violations");
      for (JsonNode violation : answer.get("violations")) {
        ObjectNode each = expected.addObject();
        copy(violation, each, List.of("code", "rule", "rules"));
      }
    }
  }

  /** Every member of an event, and that there are no deviations where there are none. */
  private static void events(ObjectNode answer, ObjectNode expect) {
    if (answer.has("events")) {
      ArrayNode expected = expect.putArray("events");
      for (JsonNode event : answer.get("events")) {
        ObjectNode each = event.deepCopy();
        expected.add(each.has("deviations") ? each : each.putNull("deviations"));
      }
    }
  }
}
