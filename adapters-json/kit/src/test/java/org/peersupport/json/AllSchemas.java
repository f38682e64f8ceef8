package org.peersupport.json;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.peersupport.json.certification.CertificationSchemas;
import org.peersupport.json.ledger.LedgerSchemas;
import org.peersupport.json.studies.StudySchemas;

/** The schemas of all modules. */
final class AllSchemas {
  private AllSchemas() {}

  static List<String> names() {
    return Stream.of(
            Schemas.names(),
            StudySchemas.names(),
            LedgerSchemas.names(),
            CertificationSchemas.names())
        .flatMap(List::stream)
        .toList();
  }

  static String id(String name) {
    if (StudySchemas.names().contains(name)) {
      return StudySchemas.id(name);
    }
    if (LedgerSchemas.names().contains(name)) {
      return LedgerSchemas.id(name);
    }
    return CertificationSchemas.names().contains(name)
        ? CertificationSchemas.id(name)
        : Schemas.id(name);
  }

  static InputStream open(String name) {
    if (StudySchemas.names().contains(name)) {
      return StudySchemas.open(name);
    }
    if (LedgerSchemas.names().contains(name)) {
      return LedgerSchemas.open(name);
    }
    return CertificationSchemas.names().contains(name)
        ? CertificationSchemas.open(name)
        : Schemas.open(name);
  }

  static String text(String name) {
    if (StudySchemas.names().contains(name)) {
      return StudySchemas.text(name);
    }
    if (LedgerSchemas.names().contains(name)) {
      return LedgerSchemas.text(name);
    }
    return CertificationSchemas.names().contains(name)
        ? CertificationSchemas.text(name)
        : Schemas.text(name);
  }
}
