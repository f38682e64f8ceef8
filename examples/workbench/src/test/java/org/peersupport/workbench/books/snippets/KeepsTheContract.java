package org.peersupport.workbench.books.snippets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.peersupport.json.certification.Capabilities;
import org.peersupport.json.certification.CertificationTests;
import org.peersupport.json.certification.Subject;
import org.peersupport.json.certification.TestVectors;
import org.peersupport.json.certification.TestVectorsReader;

// book:start
class KeepsTheContract {
  @TestFactory
  Stream<DynamicTest> keeps_to_the_contract() throws IOException {
    try (InputStream in = Files.newInputStream(Path.of("six.vectors"))) {
      TestVectors vectors = TestVectorsReader.read(in).orElseThrow();
      return CertificationTests.of(vectors, Capabilities.of("witness"), new OurAdapter());
    }
  }
}

final class OurAdapter implements Subject {
  private AcmeCare care = new AcmeCare();

  @Override
  public void restart() {
    care = new AcmeCare(); // knows no session
  }

  @Override
  public String answer(String line) {
    return care.answer(line); // one line for one line
  }

  @Override
  public void close() {}
}
// book:end
