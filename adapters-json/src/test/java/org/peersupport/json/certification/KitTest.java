package org.peersupport.json.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peersupport.json.certification.VectorResult.Verdict;
import org.peersupport.json.certification.walker.TableWalker;

class KitTest {
  private static List<VectorResult> failures(TestVectors vectors, Subject subject) {
    List<VectorResult> failed = new ArrayList<>();
    new Certification(vectors, Capabilities.all())
        .run(
            subject,
            result -> {
              if (result.verdict() != Verdict.PASSED) {
                failed.add(result);
              }
            });
    return failed;
  }

  @Test
  void acceptance() {
    TestVectors vectors = Suites.ofAcceptance();
    assertThat(failures(vectors, new Engine(List.of()))).isEmpty();
    assertThat(failures(vectors, new TableWalker(List.of(TestProtocol.SIX.document())))).isEmpty();
    for (Fault fault : Faults.all()) {
      var f =
          fault.about().equals("ama-six-elements")
              ? failures(vectors, fault.subject().get())
              : List.of();
      System.out.println(f.size() + " " + fault.name() + " " + fault.about());
    }
  }
}
