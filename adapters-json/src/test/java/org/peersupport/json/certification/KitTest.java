package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void temporary() {
    for (TestProtocol p : TestProtocol.all()) {
      long t = System.nanoTime();
      TestVectors vectors = Suites.of(p);
      System.out.println(
          "SIZE "
              + p.id()
              + " "
              + vectors.vectors().size()
              + " "
              + vectors.vectors().stream().mapToInt(v -> v.steps().size()).sum()
              + " "
              + (System.nanoTime() - t) / 1000000);
      t = System.nanoTime();
      var f = failures(vectors, new Engine(List.of(p.document())));
      System.out.println(
          "ENGINE "
              + p.id()
              + " "
              + f.size()
              + " "
              + (System.nanoTime() - t) / 1000000
              + (f.isEmpty() ? "" : f.get(0).toJson()));
      t = System.nanoTime();
      f = failures(vectors, new TableWalker(List.of(p.document())));
      System.out.println(
          "WALKER " + p.id() + " " + f.size() + " " + (System.nanoTime() - t) / 1000000);
      f.stream().limit(8).forEach(x -> System.out.println(x.toJson()));
    }
    for (Fault fault : Faults.all()) {
      long t = System.nanoTime();
      TestVectors vectors =
          Suites.of(
              TestProtocol.all().stream()
                  .filter(p -> p.id().equals(fault.about()))
                  .findFirst()
                  .get());
      Certification c = new Certification(vectors, Capabilities.all());
      Subject s = fault.subject().get();
      Optional<VectorResult> killed =
          vectors.vectors().stream()
              .map(v -> c.run(s, v))
              .filter(r -> r.verdict() == Verdict.FAILED)
              .findFirst();
      System.out.println(
          "FAULT "
              + (killed.isEmpty() ? "ALIVE" : killed.get().vector())
              + " | "
              + fault.about()
              + " | "
              + fault.name()
              + " "
              + (System.nanoTime() - t) / 1000000);
    }
  }
}
