package org.peersupport.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

/** Keeps sessions and answers lines, as an application would: a correct subject. */
public final class Player {
  private final Function<String, Optional<Protocol>> protocols;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, List<Event>> histories = new HashMap<>();
  private final List<Event> log = new ArrayList<>();

  /**
   * @param protocols finds a protocol by {@code id} or {@code id@release}
   */
  public Player(Function<String, Optional<Protocol>> protocols) {
    this.protocols = protocols;
  }

  /** Everything that was recorded, in its order. */
  List<Event> log() {
    return List.copyOf(log);
  }

  /** The protocols of the sessions. */
  List<Protocol> protocols() {
    return sessions.values().stream().map(Session::protocol).distinct().toList();
  }

  /** The outcome of a line. */
  public String play(String line) {
    Read<Request> read = PeerSupportJson.readRequest(line, 1);
    if (read.isMalformed()) {
      return PeerSupportJson.writeMalformed(read.issues());
    }
    Request request = read.orElseThrow();
    if (request instanceof Request.Act act) {
      return act(act.command());
    }
    return request instanceof Request.OptionsQuery query
        ? options(query)
        : due((Request.DueQuery) request);
  }

  private String act(Command command) {
    String id = command.session();
    List<Event> history = histories.computeIfAbsent(id, key -> new ArrayList<>());
    Decision decision = decide(command);
    if (decision instanceof Refusal refusal) {
      return PeerSupportJson.writeRefused(id, refusal, history);
    }
    Decision.Accepted accepted = decision.orElseThrow();
    sessions.put(id, accepted.session());
    history.add(accepted.event());
    log.add(accepted.event());
    return PeerSupportJson.writeAccepted(accepted.event(), accepted.session(), Reasons.WRITTEN);
  }

  private Decision decide(Command command) {
    Session session = sessions.get(command.session());
    if (command instanceof Command.Open open) {
      Optional<Protocol> protocol = protocols.apply(open.protocol());
      if (session != null) {
        return Refusal.of(RefusalCode.SESSION_ALREADY_OPEN);
      }
      return protocol.isEmpty()
          ? Refusal.of(RefusalCode.PROTOCOL_UNKNOWN)
          : Sessions.open(protocol.get(), open);
    }
    return session == null
        ? Refusal.of(RefusalCode.SESSION_UNKNOWN)
        : Sessions.decide(session, command, requireNonNull(histories.get(command.session())));
  }

  private String options(Request.OptionsQuery query) {
    Session session = sessions.get(query.session());
    return session == null
        ? PeerSupportJson.writeRefused(
            query.session(), Refusal.of(RefusalCode.SESSION_UNKNOWN), List.of())
        : PeerSupportJson.writeOptions(
            query.session(),
            Sessions.options(session, query.at()),
            histories.getOrDefault(query.session(), List.of()));
  }

  private String due(Request.DueQuery query) {
    List<DueItem> due = new ArrayList<>();
    for (Session session : sessions.values()) {
      session
          .due()
          .forEach(each -> due.add(new DueItem(session.id(), each, each.isOverdue(query.at()))));
    }
    due.sort(
        Comparator.comparing((DueItem each) -> each.obligation().dueAt())
            .thenComparing(each -> each.obligation().deadline())
            .thenComparing(DueItem::session)
            .thenComparing(each -> each.obligation().referral().orElse("")));
    return PeerSupportJson.writeDue(due);
  }
}
