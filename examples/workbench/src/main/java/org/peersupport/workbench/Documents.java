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
import org.peersupport.json.Issue;
import org.peersupport.json.JsonLimits;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.Read;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

/** Finds the protocol that a user names: one of the catalogue, or a document in a file. */
final class Documents {
  private Documents() {}

  /**
   * The protocol.
   *
   * @param named an id or {@code id@release} of the catalogue, or else a path
   * @throws BadInputException if there is none, or the document is not in order
   */
  static Protocol find(String named) {
    Optional<Protocol> shipped = Catalogue.find(named);
    if (named.isBlank()) {
      throw unknown("(no name)");
    }
    return shipped.isPresent() ? shipped.get() : read(named);
  }

  private static BadInputException unknown(String named) {
    return new BadInputException(
        named + ": neither a protocol of the catalogue nor a file ('catalogue' lists them)");
  }

  private static Protocol read(String file) {
    byte[] document;
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      document = in.readNBytes(JsonLimits.DOCUMENT_BYTES + 1);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw unknown(file);
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
    Read<Protocol> read = PeerSupportJson.readProtocol(document);
    if (read.isMalformed()) {
      throw new BadInputException(problems(file, "the protocol", read.issues()));
    }
    return read.orElseThrow();
  }

  /** A summary, then a line for each issue. */
  static List<String> problems(String file, String what, List<Issue> issues) {
    List<String> lines = new ArrayList<>();
    String count = issues.size() == 1 ? "one problem" : issues.size() + " problems";
    lines.add(file + ": " + what + " cannot be used, it has " + count);
    for (Issue issue : issues) {
      String pointer = issue.pointer().isEmpty() ? "" : issue.pointer() + ": ";
      lines.add(file + ":" + issue.line() + ": " + pointer + issue.explanation());
    }
    return lines;
  }
}
