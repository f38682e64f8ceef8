package org.peersupport.json.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.DueItem;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * The subject whose answers a vector expects: this library. It keeps the sessions of one vector and
 * answers lines in the wire format. Not safe to share between threads.
 */
final class ReferenceSubject {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Protocol protocol;
  private final Map<String, Kept> sessions = new LinkedHashMap<>();

  ReferenceSubject(Protocol protocol) {
    this.protocol = protocol;
  }

  /** A session and its events, for the witnesses. */
  private record Kept(Session session, List<Event> history) {
    Kept {
      history = List.copyOf(history);
    }
  }

  /** An empty object. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what this library writes cannot be read", e);
    }
  }

  /** The session; null when it has not been opened. */
  @Nullable Session session(String id) {
    Kept kept = sessions.get(id);
    return kept == null ? null : kept.session();
  }

  /** What the line is answered, and what follows from it. */
  ObjectNode answer(ObjectNode line) {
    return parse(answer(line, true));
  }

  /** What the line would be answered; nothing follows. */
  ObjectNode preview(ObjectNode line) {
    return parse(answer(line, false));
  }

  private String answer(ObjectNode line, boolean records) {
    Read<Request> read = PeerSupportJson.readRequest(line.toString(), 1);
    if (read.isMalformed()) {
      return PeerSupportJson.writeMalformed(read.issues());
    }
    Request request = read.orElseThrow();
    if (request instanceof Request.Act act) {
      return act(act.command(), records);
    }
    return request instanceof Request.OptionsQuery query
        ? options(query)
        : due((Request.DueQuery) request);
  }

  private String act(Command command, boolean records) {
    String id = command.session();
    Kept kept = sessions.get(id);
    List<Event> history = kept == null ? List.of() : kept.history();
    Decision decision = decide(kept, command);
    if (decision instanceof Refusal refusal) {
      return PeerSupportJson.writeRefused(id, refusal, history);
    }
    Decision.Accepted accepted = decision.orElseThrow();
    Event event = accepted.event();
    Session after = accepted.session();
    if (records) {
      List<Event> longer = new ArrayList<>(history);
      longer.add(event);
      sessions.put(id, new Kept(after, longer));
    }
    return PeerSupportJson.writeAccepted(event, after, Reasons.WRITTEN);
  }

  private Decision decide(@Nullable Kept kept, Command command) {
    if (kept != null) {
      return Sessions.decide(kept.session(), command, kept.history());
    }
    return command instanceof Command.Open open
        ? Sessions.open(protocol, open)
        : Refusal.of(RefusalCode.SESSION_UNKNOWN);
  }

  private String options(Request.OptionsQuery query) {
    Kept kept = sessions.get(query.session());
    return kept == null
        ? PeerSupportJson.writeRefused(
            query.session(), Refusal.of(RefusalCode.SESSION_UNKNOWN), List.of())
        : PeerSupportJson.writeOptions(
            query.session(), Sessions.options(kept.session(), query.at()), kept.history());
  }

  private String due(Request.DueQuery query) {
    List<DueItem> due = new ArrayList<>();
    for (Kept kept : sessions.values()) {
      String id = kept.session().id();
      kept.session()
          .due()
          .forEach(each -> due.add(new DueItem(id, each, each.isOverdue(query.at()))));
    }
    due.sort(DueOrder.FIRST_DUE_FIRST);
    return PeerSupportJson.writeDue(due);
  }
}
