package org.peersupport.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.Variants;
import org.peersupport.json.certification.KitProtocols;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Keys;
import org.peersupport.protocol.Protocol;

/** Finds the protocol that a user names: one of the catalogue, or a document in a file. */
final class Documents {
  private Documents() {}

  /**
   * The protocol.
   *
   * @param named an id or {@code id@release} of the catalogue or of the certification kit, or else
   *     a path
   * @throws BadInputException if there is none, or the document is not in order
   */
  static Protocol find(String named) {
    Read<Protocol> read = read(named);
    if (read.isMalformed()) {
      throw unusable(named, read.issues());
    }
    return read.orElseThrow();
  }

  /**
   * The same, or what is wrong with its document.
   *
   * @throws BadInputException if there is none
   */
  static Read<Protocol> read(String named) {
    if (named.isBlank()) {
      throw unknown("(no name)");
    }
    Optional<Protocol> shipped = Variants.find(named).or(() -> KitProtocols.find(named));
    return shipped.isPresent() ? new Read.Value<>(shipped.get()) : readFile(named);
  }

  static BadInputException unusable(String named, List<Issue> issues) {
    return new BadInputException(problems(named, "the protocol", issues));
  }

  /**
   * The protocol that a document extends, or that a shipped protocol was derived from.
   *
   * @param named how the user named it
   * @throws BadInputException if there is none, or it cannot be found
   */
  static Protocol base(String named) {
    Optional<Protocol> shipped = Variants.find(named);
    Optional<String> reference =
        shipped.isPresent()
            ? shipped.get().derivedFrom()
            : document(Path.of(named)).flatMap(PeerSupportJson::extended);
    String base =
        reference.orElseThrow(
            () ->
                new BadInputException(
                    named + ": extends nothing, so there is nothing to compare it with"));
    Optional<Protocol> known = Variants.find(base);
    return known.isPresent() ? known.get() : find(beside(named, base).toString());
  }

  /** The document {@code id.json} in the same folder. */
  private static Path beside(String named, String reference) {
    String id = reference.substring(0, Math.max(0, reference.indexOf('@')));
    return Path.of(named).resolveSibling(Keys.isKey(id) ? id + ".json" : "none.json");
  }

  private static Optional<byte[]> document(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(JsonLimits.DOCUMENT_BYTES + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw BadInputException.of(file.toString(), e);
    }
  }

  private static BadInputException unknown(String named) {
    return new BadInputException(
        named + ": neither a protocol of the catalogue nor a file ('catalogue' lists them)");
  }

  private static Read<Protocol> readFile(String file) {
    byte[] document;
    try {
      document = document(Path.of(file)).orElseThrow(() -> unknown(file));
    } catch (InvalidPathException e) {
      throw unknown(file);
    }
    return PeerSupportJson.readProtocol(document, reference -> document(beside(file, reference)));
  }

  /** A summary, then a line for each issue. */
  static List<String> problems(String file, String what, List<Issue> issues) {
    List<String> lines = new ArrayList<>();
    String count = issues.size() == 1 ? "one problem" : issues.size() + " problems";
    lines.add(file + ": " + what + " cannot be used, it has " + count);
    issues.forEach(issue -> lines.add(problem(file, issue)));
    return lines;
  }

  /** The line for an issue. */
  static String problem(String file, Issue issue) {
    String pointer = issue.pointer().isEmpty() ? "" : issue.pointer() + ": ";
    return file + ":" + issue.line() + ": " + pointer + issue.explanation();
  }
}
