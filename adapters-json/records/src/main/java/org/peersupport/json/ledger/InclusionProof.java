package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Canonical;
import org.peersupport.json.internal.Trees;

/**
 * Shows somebody who does not have the ledger that a line is in it: the core of the line, the
 * hashes that lead from it to the Merkle root, and, if there is one, the seal that signs this root.
 * Of what can be erased it shows only what was asked for by name; whoever has a proof keeps that,
 * whatever is erased later.
 *
 * <p>Without a seal a proof says that the line is in a tree with this root, and not whose tree it
 * is: then the root and the number of lines must be known from elsewhere. Source of the tree: RFC
 * 9162, section 2.1. Immutable; nothing is ever null.
 *
 * @param line which line, from 1; its place in the tree is one less
 * @param lines how many lines the tree has
 * @param root the Merkle root, 64 hexadecimal digits
 * @param path the hashes of the subtrees at the side, from below, 64 hexadecimal digits each
 * @param core the line without {@code hash} and {@code open}, in canonical form
 * @param open the salts and values that are shown, as JSON in canonical form; {@code {}} when none
 *     is
 * @param seal the signed head of the same tree
 */
public record InclusionProof(
    int line,
    int lines,
    String root,
    List<String> path,
    String core,
    String open,
    Optional<Seal> seal) {
  static final String FORMAT = "peersupport/ledger-proof";
  static final int VERSION = 1;

  private static final String CORE = "core";
  private static final String LINES = "lines";
  private static final String PATH = "path";
  private static final String ROOT = "root";
  private static final String SEAL = "seal";
  private static final Set<String> NEEDED =
      Set.of(
          CORE, LedgerMembers.FORMAT, LedgerMembers.LINE, LINES, PATH, ROOT, LedgerMembers.VERSION);
  private static final Set<String> POSSIBLE = Set.of(LedgerMembers.OPEN, SEAL);
  private static final Set<String> CHAINED =
      Set.of(LedgerMembers.LINE, LedgerMembers.PREV, LedgerMembers.COMMITMENTS);
  private static final int LONGEST_PATH = 64;

  /**
   * Copies the list and checks that nothing is null.
   *
   * @throws IllegalArgumentException if the path is not written as it must be
   */
  public InclusionProof {
    Objects.requireNonNull(root, "root");
    path = List.copyOf(path);
    if (!path.stream().allMatch(Hashes::isHash)) {
      throw new IllegalArgumentException("a path is of hashes, 64 hexadecimal digits each");
    }
    Objects.requireNonNull(core, "core");
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(seal, "seal");
  }

  /** Prints which line it is of, and nothing of what that says. */
  @Override
  public String toString() {
    return "InclusionProof[line=" + line + ", lines=" + lines + ", root=" + root + "]";
  }

  /**
   * Proves a line of a ledger as it stands, up to what is acknowledged.
   *
   * @param line which line, from 1
   * @param shown the labels, such as {@code p1}, whose salts and values the proof shows; of the
   *     others it shows none
   * @throws IllegalArgumentException if there is no such line, or nothing open of such a label in
   *     it
   * @throws LedgerException if the ledger is not in order
   * @throws IOException if it cannot be read
   */
  public static InclusionProof of(Path file, int line, Set<String> shown) throws IOException {
    return prove(file, line, shown, Optional.empty());
  }

  /**
   * Proves a line of a ledger as it stood when it was sealed. Whether the seal is signed is not
   * looked at.
   *
   * @param line which line, from 1
   * @param shown the labels, such as {@code p1}, whose salts and values the proof shows; of the
   *     others it shows none
   * @throws IllegalArgumentException if there is no such line, or nothing open of such a label in
   *     it, or the seal is not one of this ledger
   * @throws LedgerException if the ledger is not in order up to there
   * @throws IOException if it cannot be read
   */
  public static InclusionProof of(Path file, int line, Set<String> shown, Seal seal)
      throws IOException {
    return prove(file, line, shown, Optional.of(seal));
  }

  private static InclusionProof prove(Path file, int line, Set<String> shown, Optional<Seal> seal)
      throws IOException {
    int last = seal.map(each -> each.head().lines()).orElse(Integer.MAX_VALUE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      InputStream in = Channels.newInputStream(channel);
      AcknowledgedPart part = AcknowledgedPart.of(file, channel);
      Scan scan = new Scan(in, part, Contents.checking(), MerkleTree.proving(line - 1L));
      LedgerLine proven = null;
      while (scan.lines() < last && scan.next()) {
        proven = scan.lines() == line ? scan.line() : proven;
      }
      LedgerFinding finding = scan.finding();
      if (finding != null) {
        throw new LedgerException(finding);
      } else if (proven == null) {
        throw new IllegalArgumentException(
            "there are " + scan.lines() + " lines to prove, from 1" + sealed(seal));
      } else if (seal.isPresent() && !seal.get().head().equals(scan.head())) {
        throw new IllegalArgumentException("the seal is not one of this ledger");
      }
      return new InclusionProof(
          line,
          scan.lines(),
          scan.head().root(),
          scan.tree().path().stream().map(Hashes::text).toList(),
          new String(proven.core(), UTF_8),
          open(file, proven, shown),
          seal);
    }
  }

  private static String sealed(Optional<Seal> seal) {
    return seal.isPresent() ? "; the seal is of these" : "";
  }

  private static String open(Path file, LedgerLine line, Set<String> shown) throws IOException {
    JsonNode open = line.members().path(LedgerMembers.OPEN);
    ObjectNode some = JsonNodeFactory.instance.objectNode();
    for (String label : shown) {
      if (!open.has(label)) {
        throw new IllegalArgumentException(Labels.whyNotOpen(file, line, label));
      }
      some.set(label, open.get(label));
    }
    return new String(Canonical.of(some), UTF_8);
  }

  /**
   * Checks the proof; the ledger is not needed.
   *
   * @param key the public key of who sealed the ledger; without it a seal is compared with the rest
   *     of the proof, and its signature is not looked at
   * @return what is wrong, in sentences for people that repeat nothing of the line; empty when
   *     nothing is
   */
  public List<String> check(Optional<PublicKey> key) {
    List<String> wrong = new ArrayList<>();
    JsonNode said = Trees.read(core.getBytes(UTF_8));
    byte[] canonical = said == null ? null : Canonical.bytes(said);
    if (said == null || canonical == null || Shapes.number(said.path(LedgerMembers.LINE)) != line) {
      return List.of("The line is not the one that the proof is of.");
    }
    if (!leads(canonical)) {
      wrong.add("The path does not lead from the line to the root.");
    }
    if (!isOpenRight(said.path(LedgerMembers.COMMITMENTS))) {
      wrong.add("What is shown is not what the line commits to.");
    }
    checkSeal(said, canonical, key, wrong);
    return wrong;
  }

  private boolean leads(byte[] canonical) {
    return MerkleTree.root(canonical, line - 1L, lines, path.stream().map(Hashes::bytes).toList())
        .filter(each -> Hashes.text(each).equals(root))
        .isPresent();
  }

  private boolean isOpenRight(JsonNode commitments) {
    JsonNode shown = Trees.read(open.getBytes(UTF_8));
    if (shown == null || !shown.isObject()) {
      return false;
    }
    for (String label : Shapes.names(shown)) {
      ErasableKind kind = ErasableKind.of(label);
      String commitment = commitments.path(label).textValue();
      if (kind == null
          || commitment == null
          || Opened.value(kind, shown.get(label), commitment) == null) {
        return false;
      }
    }
    return true;
  }

  private void checkSeal(
      JsonNode said, byte[] canonical, Optional<PublicKey> key, List<String> wrong) {
    if (seal.isEmpty()) {
      if (key.isPresent()) {
        wrong.add("There is no seal, so nobody has signed the root.");
      }
      return;
    }
    LedgerHead head = seal.get().head();
    boolean same = head.lines() == lines && head.root().equals(root);
    boolean first = line != 1 || head.ledger().equals(said.path(LedgerMembers.LEDGER).textValue());
    boolean last = line != lines || head.hash().equals(Hashes.text(Hashes.sha256(canonical)));
    if (!same || !first || !last) {
      wrong.add("The seal is not of the tree that the line is in.");
    }
    if (key.isPresent() && !seal.get().isSignedBy(key.get())) {
      wrong.add("The seal was not made with the private key that belongs to this public key.");
    }
  }

  /**
   * What the line says, as JSON in canonical form: an event with its labels and the number of its
   * session, the header of the ledger, or which labels were erased. It is proved if {@link #check}
   * finds nothing.
   */
  public String said() {
    return Trees.read(core.getBytes(UTF_8)) instanceof ObjectNode members
        ? new String(Canonical.of(members.without(CHAINED)), UTF_8)
        : "{}";
  }

  /** The values that are shown, by label, as JSON in canonical form; {@code {}} when none is. */
  public String shown() {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    JsonNode entries = Trees.read(open.getBytes(UTF_8));
    if (entries != null) {
      entries.properties().forEach(each -> values.put(each.getKey(), value(each.getValue())));
    }
    return new String(Canonical.of(values), UTF_8);
  }

  private static String value(JsonNode entry) {
    return Shapes.text(entry.path(LedgerMembers.VALUE));
  }

  /** The proof as one line of JSON, in canonical form. */
  public String toJson() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set(CORE, Trees.read(core.getBytes(UTF_8)));
    tree.put(LedgerMembers.FORMAT, FORMAT).put(LedgerMembers.LINE, line).put(LINES, lines);
    if (!open.equals("{}")) {
      tree.set(LedgerMembers.OPEN, Trees.read(open.getBytes(UTF_8)));
    }
    ArrayNode hashes = tree.putArray(PATH);
    path.forEach(hashes::add);
    tree.put(ROOT, root);
    seal.ifPresent(each -> tree.set(SEAL, each.tree()));
    tree.put(LedgerMembers.VERSION, VERSION);
    return new String(Canonical.of(tree), UTF_8);
  }

  /**
   * Reads a proof, however it is laid out. Whether it proves anything is not looked at.
   *
   * @return empty when the text is no proof of version 1
   */
  public static Optional<InclusionProof> read(byte[] utf8) {
    JsonNode tree = Trees.read(utf8);
    return tree != null && fits(tree) ? Optional.ofNullable(read(tree)) : Optional.empty();
  }

  private static boolean fits(JsonNode tree) {
    return Shapes.fits(tree, NEEDED, POSSIBLE)
        && FORMAT.equals(tree.path(LedgerMembers.FORMAT).textValue())
        && Shapes.number(tree.path(LedgerMembers.VERSION)) == VERSION
        && Shapes.number(tree.path(LedgerMembers.LINE)) > 0
        && Shapes.number(tree.path(LINES)) > 0
        && Hashes.isHash(Shapes.text(tree.path(ROOT)))
        && tree.path(PATH).isArray()
        && tree.path(PATH).size() <= LONGEST_PATH;
  }

  private static @Nullable InclusionProof read(JsonNode tree) {
    List<String> path = new ArrayList<>();
    for (JsonNode each : tree.path(PATH)) {
      path.add(Shapes.text(each));
    }
    boolean shows = tree.has(LedgerMembers.OPEN);
    byte[] core = Canonical.bytes(tree.path(CORE));
    byte[] open =
        Canonical.bytes(
            shows ? tree.path(LedgerMembers.OPEN) : JsonNodeFactory.instance.objectNode());
    Seal seal = Seal.read(tree.path(SEAL));
    boolean empty = shows && tree.path(LedgerMembers.OPEN).isEmpty();
    return core == null
            || open == null
            || empty
            || (tree.has(SEAL) && seal == null)
            || !path.stream().allMatch(Hashes::isHash)
        ? null
        : new InclusionProof(
            tree.path(LedgerMembers.LINE).intValue(),
            tree.path(LINES).intValue(),
            tree.path(ROOT).asText(),
            path,
            new String(core, UTF_8),
            new String(open, UTF_8),
            Optional.ofNullable(seal));
  }
}
