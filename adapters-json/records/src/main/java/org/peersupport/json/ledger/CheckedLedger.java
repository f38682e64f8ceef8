package org.peersupport.json.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Writing;

/**
 * A ledger that was checked from its first line to its last acknowledged one: every line byte for
 * byte canonical, with its own hash and that of the line before; what stands open fits its
 * commitments; what does not was erased; every event may follow the one before it. So one changed
 * bit is found, wherever it is, erased parts included.
 *
 * <p>What no check of the file alone can find: that lines are missing at its end, or that all of it
 * from some line on was written anew by somebody who also made the hashes anew. A {@link Seal} that
 * was kept elsewhere finds both, up to where it was made. Immutable; nothing is ever null.
 *
 * @param head where the ledger stands, or stood before the first thing that is not in order
 * @param sessions how many sessions there are up to there
 * @param events how many events
 * @param erased how many values were erased
 * @param unacknowledged how many bytes after the head belong to an append that has not ended; they
 *     were not checked
 * @param findings what a seal shows to be missing, the first thing that is not in order, and what
 *     else a seal shows; empty when all is in order
 */
public record CheckedLedger(
    LedgerHead head,
    int sessions,
    int events,
    int erased,
    long unacknowledged,
    List<LedgerFinding> findings) {
  private static final int TRIES = 3;
  private static final String REPLACED =
      "the ledger was replaced each time that it was read, as by an erasure; try again";

  private static final String FORGED =
      "The seal was not made with the private key that belongs to this public key, or was changed"
          + " since.";
  private static final String OTHER_LEDGER = "The seal is of another ledger.";
  private static final String DIFFERS =
      "Up to here the ledger is not what was sealed, although its lines fit one another: it was"
          + " written anew.";

  /** Copies the list and checks that nothing is null. */
  public CheckedLedger {
    Objects.requireNonNull(head, "head");
    findings = List.copyOf(findings);
  }

  /**
   * Checks a ledger, up to the append that has not ended if there is one.
   *
   * @throws LedgerChangedException if it was replaced each time that it was read
   * @throws IOException if it cannot be read
   */
  public static CheckedLedger of(Path file) throws IOException {
    return of(file, CheckedLedger::of);
  }

  /**
   * Checks a ledger that is read from a stream, to its end: without its file nothing is known of an
   * append that has not ended.
   *
   * @param in its lines; not closed
   * @throws IOException if they cannot be read
   */
  public static CheckedLedger of(InputStream in) throws IOException {
    return of(Scan.checking(in));
  }

  private static CheckedLedger of(Scan scan) throws IOException {
    scan.toEnd();
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
  public static CheckedLedger of(Path file, Seal seal, PublicKey key) throws IOException {
    return of(file, scan -> of(scan, seal, key));
  }

  private static CheckedLedger of(Scan scan, Seal seal, PublicKey key) throws IOException {
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

  private interface Checking {
    CheckedLedger of(Scan scan) throws IOException;
  }

  /** Checks what is acknowledged of a file; once more when another one has taken its place. */
  private static CheckedLedger of(Path file, Checking checking) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        Object before = identity(file);
        AcknowledgedPart part = AcknowledgedPart.of(file, channel);
        InputStream in = Channels.newInputStream(channel);
        CheckedLedger checked =
            checking.of(new Scan(in, part, Contents.checking(), MerkleTree.empty()));
        if (before.equals(identity(file))) {
          return checked;
        }
      }
    }
    throw new LedgerChangedException(REPLACED);
  }

  private static Object identity(Path file) throws IOException {
    BasicFileAttributes there = Disk.attributes(file);
    return there == null ? "" : Disk.identity(file, there);
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

  private static CheckedLedger of(Scan scan, List<LedgerFinding> findings) {
    Contents contents = scan.contents();
    return new CheckedLedger(
        scan.head(),
        contents.tracks().size(),
        contents.events(),
        contents.erased(),
        scan.unacknowledged(),
        findings);
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
          if (unacknowledged > 0) {
            json.writeNumberField("unacknowledged", unacknowledged);
          }
          json.writeArrayFieldStart("findings");
          for (LedgerFinding each : findings) {
            json.writeStartObject();
            json.writeStringField("kind", each.kind().wireName());
            json.writeNumberField("line", each.line());
            json.writeStringField("explanation", each.explanation());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
