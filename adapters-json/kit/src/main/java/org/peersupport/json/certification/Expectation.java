package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
      ComparedMembers.ofMachine(answer, expect);
    }
  },
  /** Everything that every subject must answer. */
  FULL {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      ComparedMembers.ofAnswer(answer, expect);
    }
  },
  /** The same with the remedies. */
  REMEDY {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      FULL.add(answer, expect);
      ComparedMembers.remedies(answer, expect);
    }
  },
  /** The same with the witness of each violation. */
  WITNESS {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      FULL.add(answer, expect);
      ComparedMembers.witnesses(answer, expect);
    }
  },
  /** The codes and pointers of what is wrong with a malformed line. */
  ISSUES {
    @Override
    void add(ObjectNode answer, ObjectNode expect) {
      ComparedMembers.issues(answer, expect);
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
}
