package org.peersupport.json.ledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.internal.Trees;
import org.peersupport.session.Event;

/**
 * Turns an event into the record of a ledger: what could have to be erased becomes a label, and
 * each label that is new gets a commitment, with its salt and its value beside it.
 *
 * <p>Within a session the same participant, department, role or referral keeps its label, because
 * rules speak of whether two are the same. A text and the id of a command get one of their own each
 * time. From session to session labels tell nothing.
 */
final class RecordDraft {
  private final Track track;
  private final Map<String, Integer> sessions;
  private final RandomGenerator random;
  private final Map<ErasableKind, Map<String, String>> added = new EnumMap<>(ErasableKind.class);
  private final ObjectNode commitments = JsonNodeFactory.instance.objectNode();
  private final ObjectNode open = JsonNodeFactory.instance.objectNode();

  /**
   * @param track the session so far
   * @param sessions the numbers of the sessions that can be told from their ids
   * @param random makes the salts
   */
  RecordDraft(Track track, Map<String, Integer> sessions, RandomGenerator random) {
    this.track = track;
    this.sessions = sessions;
    this.random = random;
  }

  /**
   * The line.
   *
   * @param session the number of the session
   * @param line which line it will be
   * @param prev the hash of the one before
   * @return null when the event has a word that no protocol can have
   */
  byte @Nullable [] line(Event event, int session, int line, String prev) {
    JsonNode whole =
        requireNonNull(Trees.read(PeerSupportJson.writeEventBytes(event, Reasons.WRITTEN)));
    if (event.seq() == 1) {
      label(ErasableKind.SESSION, event.session());
    }
    ObjectNode form =
        EventForm.swap(((ObjectNode) whole).without(LedgerMembers.SESSION), this::swap);
    if (form == null) {
      return null;
    }
    ObjectNode core = JsonNodeFactory.instance.objectNode();
    if (!commitments.isEmpty()) {
      core.set(LedgerMembers.COMMITMENTS, commitments);
    }
    core.set(LedgerMembers.EVENT, form);
    core.put(LedgerMembers.LINE, line)
        .put(LedgerMembers.PREV, prev)
        .put(LedgerMembers.SESSION, session);
    return LedgerLine.write(core, open);
  }

  private JsonNode swap(ErasableKind kind, JsonNode value) {
    String text = value.textValue();
    if (kind == ErasableKind.DEPARTMENT && text.isEmpty()) {
      return value;
    }
    Integer followed = kind == ErasableKind.FOLLOWED ? sessions.get(text) : null;
    return followed != null ? IntNode.valueOf(followed) : TextNode.valueOf(label(kind, text));
  }

  private String label(ErasableKind kind, String value) {
    String known = kind.isShared() ? track.label(kind, value) : null;
    return known != null
        ? known
        : added
            .computeIfAbsent(kind, any -> new LinkedHashMap<>())
            .computeIfAbsent(value, any -> introduce(kind, value));
  }

  private String introduce(ErasableKind kind, String value) {
    int before = added.getOrDefault(kind, Map.of()).size();
    String label = kind.label(track.introduced(kind) + before + 1);
    String salt = Commitment.salt(random);
    commitments.put(label, Commitment.of(kind, salt, value));
    Opened.put(open, label, salt, value);
    return label;
  }
}
