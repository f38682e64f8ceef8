package org.peersupport.json.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Writing;

/**
 * What came of checking a ledger from its first line to its last: every line byte for byte
 * canonical, with its own hash and that of the line before; what stands open fits its commitments;
 * what does not was erased; every event may follow the one before it. So one changed bit is found,
 * wherever it is, erased parts included.
 *
 * <p>What no check of the file alone can find: that lines are missing at its end, or that all of it
 * from some line on was written anew by somebody who also made the hashes anew. A {@link Seal} that
 * was kept elsewhere finds both, up to where it was made. Immutable; nothing is ever null.
 *
 * @param head where the ledger stands, or stood before the first thing that is not in order
 * @param sessions how many sessions there are up to there
 * @param events how many events
 * @param erased how many values were erased
 * @param findings what a seal shows to be missing, the first thing that is not in order, and what
 *     else a seal shows; empty when all is in order
 */
public record LedgerCheck(
    LedgerHead head, int sessions, int events, int erased, List<LedgerFinding> findings) {
  private static final String FORGED =
      "The seal was not made with the private key that belongs to this public key, or was changed"
          + " since.";
  private static final String OTHER_LEDGER = "The seal is of another ledger.";
  private static final String DIFFERS =
      "Up to here the ledger is not what was sealed, although its lines fit one another: it was"
          + " written anew.";

  /** Copies the list and checks that nothing is null. */
  public LedgerCheck {
    Objects.requireNonNull(head, "head");
    findings = List.copyOf(findings);
  }

  /**
   * Checks a ledger.
   *
   * @throws IOException if it cannot be read
   */
  public static LedgerCheck of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /**
   * Checks a ledger.
   *
   * @param in its lines; not closed
   * @throws IOException if they cannot be read
   */
  public static LedgerCheck of(InputStream in) throws IOException {
    Scan scan = Scan.checking(in).toEnd();
    List<LedgerFinding> findings = new ArrayList<>();
    Optional.ofNullable(scan.finding()).ifPresent(findings::add);
    return of(scan, findings);
  }

  /**
   * Checks a ledger, and that it still begins with what was sealed.
   *
   * @param key the public key of who made the seal
   * @throws IOException if the ledger cannot be read
   */
  public static LedgerCheck of(Path file, Seal seal, PublicKey key) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Scan scan = Scan.checking(in);
      LedgerHead sealed = null;
      while (scan.next()) {
        if (scan.lines() == seal.head().lines()) {
          sealed = scan.head();
        }
      }
      List<LedgerFinding> findings = new ArrayList<>();
      Optional.ofNullable(scan.finding()).ifPresent(findings::add);
      if (!seal.isSignedBy(key)) {
        findings.add(new LedgerFinding(LedgerFindingKind.SEAL_FORGED, 0, FORGED));
      } else {
        compare(scan, seal.head(), sealed, findings);
      }
      return of(scan, findings);
    }
  }

  private static void compare(
      Scan scan, LedgerHead seal, @Nullable LedgerHead there, List<LedgerFinding> findings) {
    if (scan.lines() > 0 && !scan.contents().ledger().equals(seal.ledger())) {
      findings.add(new LedgerFinding(LedgerFindingKind.SEAL_DIFFERS, 1, OTHER_LEDGER));
    } else if (there != null && !there.equals(seal)) {
      findings.add(new LedgerFinding(LedgerFindingKind.SEAL_DIFFERS, seal.lines(), DIFFERS));
    } else if (there == null && scan.isAtEnd()) {
      String cut =
          "The seal is of "
              + seal.lines()
              + " lines, and there are "
              + scan.lines()
              + " whole ones"
              + ": what comes after was taken away.";
      // First, because what else is found may only come of it: erasures can be among these lines.
      findings.add(0, new LedgerFinding(LedgerFindingKind.REMOVED, scan.lines() + 1, cut));
    }
  }

  private static LedgerCheck of(Scan scan, List<LedgerFinding> findings) {
    Contents contents = scan.contents();
    return new LedgerCheck(
        scan.head(), contents.tracks().size(), contents.events(), contents.erased(), findings);
  }

  /** All of it as one line of JSON. */
  public String toJson() {
    return Writing.text(
        json -> {
          json.writeStartObject();
          json.writeStringField("ledger", head.ledger());
          json.writeNumberField("lines", head.lines());
          json.writeStringField("head", head.hash());
          json.writeStringField("root", head.root());
          json.writeNumberField("sessions", sessions);
          json.writeNumberField("events", events);
          json.writeNumberField("erased", erased);
          json.writeArrayFieldStart("findings");
          for (LedgerFinding each : findings) {
            json.writeStartObject();
            json.writeStringField("kind", each.kind().wire());
            json.writeNumberField("line", each.line());
            json.writeStringField("explanation", each.explanation());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
