package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.studies.Behaviours;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.BehaviourProblem;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.InvalidBehaviourException;
import org.peersupport.simulation.PlainBehaviour;

/** Finds the behaviour that a user names. */
final class NamedBehaviour {
  private NamedBehaviour() {}

  /**
   * The protocol and the behaviour together.
   *
   * @param named as in {@link #find}
   * @throws BadInputException if there is none, or it cannot be used with the protocol
   */
  static ConversationChain chain(Protocol protocol, String named) {
    return chain(protocol, named, states -> {});
  }

  /**
   * The same, while somebody watches.
   *
   * @param found told how many states are found so far
   */
  static ConversationChain chain(Protocol protocol, String named, IntConsumer found) {
    return chain(protocol, find(named).apply(protocol), named, found);
  }

  /** The same of a behaviour that was found. */
  static ConversationChain chain(Protocol protocol, Behaviour behaviour, String named) {
    return chain(protocol, behaviour, named, states -> {});
  }

  private static ConversationChain chain(
      Protocol protocol, Behaviour behaviour, String named, IntConsumer found) {
    try {
      return ConversationChain.of(protocol, behaviour, found);
    } catch (InvalidBehaviourException e) {
      throw new BadInputException(lines(named, protocol, e.problems()));
    }
  }

  /** Tells what a user has to know of a chain before its figures mean something. */
  static void tellLimits(ConversationChain chain, String named, Console console) {
    tellUnsaid(chain, named, console);
    if (chain.mostConnected().isPresent()) {
      console.tell(
          String.format(
              Locale.ROOT,
              "%s: lets referrals be completed or lapse again and again; where more than %d of one"
                  + " resource are connected at once they count as %2$d, so figures are not exact",
              named,
              chain.mostConnected().getAsInt()));
    }
  }

  /** Where people are left to chance, because the behaviour says nothing that is permitted. */
  private static void tellUnsaid(ConversationChain chain, String named, Console console) {
    if (chain.unsaid() > 0) {
      String after =
          chain.unsaidAfter().isEmpty()
              ? "at the start"
              : "after " + String.join(", ", chain.unsaidAfter());
      console.tell(
          String.format(
              Locale.ROOT,
              "%s: says nothing that %s permits %s, and in %,d of %,d states in all; there anything"
                  + " that is permitted is drawn, each alike, which tells little of people",
              named,
              chain.protocol().reference(),
              after,
              chain.unsaid(),
              chain.states()));
    }
  }

  /** Whether it can be had without a document of the user. */
  static boolean ships(String named) {
    return named.equals(PlainBehaviour.ID) || Behaviours.ids().contains(named);
  }

  /**
   * The behaviour for a protocol. Only the plain one differs from protocol to protocol.
   *
   * @param named {@value PlainBehaviour#ID}, the id of one that ships, or the path of a document
   * @throws BadInputException if there is none, or it is not written as it must be
   */
  static Function<Protocol, Behaviour> find(String named) {
    if (named.isBlank()) {
      throw new BadInputException(
          "(no name): a behaviour that ships ("
              + ships()
              + ") or the path of a document is expected after --behaviour");
    }
    if (named.equals(PlainBehaviour.ID)) {
      return PlainBehaviour::of;
    }
    Optional<Behaviour> shipped = Behaviours.find(named);
    Behaviour behaviour = shipped.isPresent() ? shipped.get() : read(named);
    return protocol -> behaviour;
  }

  private static String ships() {
    return PlainBehaviour.ID + ", " + String.join(", ", Behaviours.ids());
  }

  private static Behaviour read(String file) {
    Read<Behaviour> read = StudyJson.readBehaviour(text(file));
    if (read.isMalformed()) {
      throw new BadInputException(Documents.problems(file, "the behaviour", read.issues()));
    }
    return read.orElseThrow();
  }

  private static String text(String file) {
    try (InputStream in = Files.newInputStream(TextFiles.path(file))) {
      byte[] bytes = in.readNBytes(JsonLimits.DOCUMENT_BYTES + 1);
      if (bytes.length > JsonLimits.DOCUMENT_BYTES) {
        // Too large, which is found where it is read; it may be cut within a character.
        return new String(bytes, UTF_8);
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadInputException(file + ": is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw file.matches("[a-z0-9-]+")
          ? new BadInputException(
              file + ": neither a behaviour that ships nor a file (" + ships() + " ship)")
          : BadInputException.of(file, e);
    }
  }

  private static List<String> lines(
      String file, Protocol protocol, List<BehaviourProblem> problems) {
    List<String> lines = new ArrayList<>();
    String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
    lines.add(
        file + ": the behaviour cannot be used with " + protocol.reference() + ", it has " + count);
    for (BehaviourProblem problem : problems) {
      lines.add(file + ": " + problem.pointer() + ": " + problem.explanation());
    }
    return lines;
  }
}
