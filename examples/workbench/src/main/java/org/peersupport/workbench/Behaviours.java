package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.json.Issue;
import org.peersupport.json.JsonLimits;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.Read;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.BehaviourProblem;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.InvalidBehaviourException;

/** Finds the behaviour that a user names. */
final class Behaviours {
  /** The name of the behaviour that there is for every protocol. */
  static final String PLAIN = "plain";

  private Behaviours() {}

  /**
   * The protocol and the behaviour together.
   *
   * @param named {@value #PLAIN}, or the path of a behaviour document
   * @throws BadInputException if there is none, or it cannot be used with the protocol
   */
  static ConversationChain chain(Protocol protocol, String named) {
    Behaviour behaviour = named.equals(PLAIN) ? Behaviour.plain(protocol) : read(named);
    try {
      return ConversationChain.of(protocol, behaviour);
    } catch (InvalidBehaviourException e) {
      throw new BadInputException(lines(named, e.problems()));
    }
  }

  private static Behaviour read(String file) {
    Read<Behaviour> read = PeerSupportJson.readBehaviour(text(file));
    if (read.isMalformed()) {
      List<Issue> issues = read.issues();
      throw new BadInputException(Documents.problems(file, "the behaviour", issues));
    }
    return read.orElseThrow();
  }

  private static String text(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(JsonLimits.LINE_BYTES + 1);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + ": is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    } catch (InvalidPathException e) {
      throw new BadInputException(file + ": is no path; give 'plain' or the path of a behaviour");
    }
  }

  private static List<String> lines(String file, List<BehaviourProblem> problems) {
    List<String> lines = new ArrayList<>();
    String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
    lines.add(file + ": the behaviour cannot be used with this protocol, it has " + count);
    for (BehaviourProblem problem : problems) {
      lines.add(file + ": " + problem.pointer() + ": " + problem.explanation());
    }
    return lines;
  }
}
