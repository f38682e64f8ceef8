package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.peersupport.json.LineReader;
import org.peersupport.protocol.ActMember;

/** Which labels of which sessions an erasure is about; both in their order. */
final class Targets {
  private Targets() {}

  /** Everything of a session, and its id where another one follows it up. */
  static Map<Integer, Set<String>> ofSession(Contents contents, String id) {
    Map<Integer, Set<String>> targets = new TreeMap<>();
    List<Track> tracks = contents.tracks();
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      if (track.label(ErasableKind.SESSION, id) != null) {
        targets.put(i + 1, track.living());
      } else {
        String followed = track.label(ErasableKind.FOLLOWED, id);
        if (followed != null) {
          targets.put(i + 1, new TreeSet<>(Set.of(followed)));
        }
      }
    }
    return targets;
  }

  /** The participant in every session, and the texts and the ids of commands of these sessions. */
  static Map<Integer, Set<String>> ofParticipant(Contents contents, String id) {
    Map<Integer, Set<String>> targets = new TreeMap<>();
    List<Track> tracks = contents.tracks();
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      String label = track.label(ErasableKind.PARTICIPANT, id);
      if (label != null) {
        Set<String> labels = new TreeSet<>(track.living());
        labels.removeIf(Targets::isShared);
        labels.add(label);
        targets.put(i + 1, labels);
      }
    }
    return targets;
  }

  private static boolean isShared(String label) {
    ErasableKind kind = ErasableKind.of(label);
    return kind != null && kind.isShared();
  }

  /** Adds the roles and departments that are given with participants who are to be erased. */
  static void addWhatBelongs(Path file, Contents contents, Map<Integer, Set<String>> targets)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = LineReader.ofLedger(in);
      while (lines.next()) {
        LedgerLine line = LedgerLine.read(lines.line());
        int session = line == null ? 0 : Shapes.number(line.members().path(LedgerMembers.SESSION));
        Set<String> labels = targets.get(session);
        if (line != null && labels != null) {
          JsonNode event = line.members().path(LedgerMembers.EVENT);
          Track track = contents.tracks().get(session - 1);
          for (ActMember member : ActMember.values()) {
            addWhatBelongs(event.path(member.eventName()), track, labels);
          }
        }
      }
    }
  }

  /** Adds nothing for a value that is no participant. */
  private static void addWhatBelongs(JsonNode peer, Track track, Set<String> labels) {
    if (labels.contains(peer.path("id").asText())) {
      for (String part : List.of("role", "department")) {
        String label = peer.path(part).asText();
        if (track.knows(label) && !track.isErased(label)) {
          labels.add(label);
        }
      }
    }
  }
}
