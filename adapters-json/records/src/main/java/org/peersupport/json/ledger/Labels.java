package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peersupport.json.LineReader;

/** Tells people where a label comes from. */
final class Labels {
  private Labels() {}

  /** Why a line cannot show what the label stands for; a word that is no label is not repeated. */
  static String whyNotOpen(Path file, LedgerLine line, String label) throws IOException {
    if (ErasableKind.of(label) == null) {
      return "a label is a letter and a number, such as p1; those that a line can show are named in"
          + " its 'commitments'";
    } else if (line.members().path(LedgerMembers.COMMITMENTS).has(label)) {
      return "what " + label + " stands for was erased";
    }
    int introduced = introducedIn(file, line, label);
    return introduced > 0
        ? label
            + " is not introduced in line "
            + line.number()
            + " but in line "
            + introduced
            + ", which alone can show what it stands for; prove that line too"
        : "there is no "
            + label
            + " in line "
            + line.number()
            + "; the labels that a line can show are named in its 'commitments'";
  }

  /** The line before this one that introduces the label in the same session; 0 when none does. */
  private static int introducedIn(Path file, LedgerLine line, String label) throws IOException {
    JsonNode session = line.members().path(LedgerMembers.SESSION);
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = LineReader.ofLedger(in);
      while (lines.next() && lines.number() < line.number()) {
        LedgerLine earlier = LedgerLine.read(lines.line());
        if (earlier != null
            && earlier.members().path(LedgerMembers.SESSION).equals(session)
            && earlier.members().path(LedgerMembers.COMMITMENTS).has(label)) {
          return earlier.number();
        }
      }
    }
    return 0;
  }
}
