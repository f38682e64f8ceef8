package org.peersupport.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.DueItem;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Obligation;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** Keeps any number of sessions and answers one line at a time. Not safe to share. */
final class Guide {
  private static final Comparator<DueItem> BY_DUE =
      Comparator.comparing((DueItem item) -> item.obligation().dueAt())
          .thenComparing(item -> item.obligation().deadline())
          .thenComparing(DueItem::session)
          .thenComparing(item -> item.obligation().referral().orElse(""));

  private static final String TOO_LARGE =
      "What this departs from, with its reasons, would take more than "
          + JsonLimits.EVENT_BYTES
          + " bytes to record. Nothing was recorded; give a shorter reason.";

  private final ProtocolSources sources;
  private final Map<String, Conversation> conversations = new HashMap<>();

  Guide(ProtocolSources sources) {
    this.sources = sources;
  }

  /**
   * What a line is answered.
   *
   * @param outcome the line to write
   * @param event what is to be recorded before, if the line was an accepted command
   * @param isFinding whether it was refused or could not be read
   */
  record Answer(String outcome, Optional<Event> event, boolean isFinding) {
    static Answer found(String outcome) {
      return new Answer(outcome, Optional.empty(), true);
    }

    static Answer told(String outcome) {
      return new Answer(outcome, Optional.empty(), false);
    }
  }

  /** Answers a line with a command or a query. */
  Answer answer(byte[] line, int number) {
    Read<Request> read = PeerSupportJson.readRequest(line, number);
    if (read.isMalformed()) {
      return Answer.found(PeerSupportJson.writeMalformed(read.issues()));
    }
    Request request = read.orElseThrow();
    if (request instanceof Request.Act act) {
      return act(act.command(), number);
    } else if (request instanceof Request.OptionsQuery query) {
      return options(query.session(), query.at());
    }
    return due(((Request.DueQuery) request).at());
  }

  private Answer act(Command command, int number) {
    Conversation conversation = conversations.get(command.session());
    if (conversation == null) {
      return command instanceof Command.Open open
          ? open(open)
          : refused(command.session(), Refusal.of(RefusalCode.SESSION_UNKNOWN), List.of());
    }
    Decision decision = conversation.decide(command);
    if (decision instanceof Refusal refusal) {
      return refused(command.session(), refusal, conversation.history());
    }
    Decision.Accepted accepted = decision.orElseThrow();
    if (!isReadableAgain(accepted.event())) {
      Issue issue = new Issue(IssueCode.TOO_LARGE.wireName(), "", number, TOO_LARGE);
      return Answer.found(PeerSupportJson.writeMalformed(List.of(issue)));
    }
    conversation.add(accepted);
    return accepted(accepted);
  }

  /** What cannot be read from a log must not be written to it. */
  private static boolean isReadableAgain(Event event) {
    int deviations = event.deviations().size();
    return deviations == 0
        || (deviations <= JsonLimits.ENTRIES_IN_ALL
            && PeerSupportJson.writeEventBytes(event, Reasons.WRITTEN).length
                <= JsonLimits.EVENT_BYTES);
  }

  private Answer open(Command.Open command) {
    Optional<Protocol> protocol = sources.find(command.protocol());
    if (protocol.isEmpty()) {
      return refused(command.session(), Refusal.of(RefusalCode.PROTOCOL_UNKNOWN), List.of());
    }
    Decision decision = Sessions.open(protocol.get(), command);
    if (decision instanceof Refusal refusal) {
      return refused(command.session(), refusal, List.of());
    }
    Decision.Accepted opened = decision.orElseThrow();
    conversations.put(command.session(), new Conversation(opened.session(), opened.event()));
    return accepted(opened);
  }

  private static Answer accepted(Decision.Accepted accepted) {
    String outcome =
        PeerSupportJson.writeAccepted(accepted.event(), accepted.session(), Reasons.WRITTEN);
    return new Answer(outcome, Optional.of(accepted.event()), false);
  }

  private static Answer refused(String session, Refusal refusal, List<Event> history) {
    return Answer.found(PeerSupportJson.writeRefused(session, refusal, history));
  }

  private Answer options(String session, Instant at) {
    Conversation conversation = conversations.get(session);
    if (conversation == null) {
      return refused(session, Refusal.of(RefusalCode.SESSION_UNKNOWN), List.of());
    }
    var options = Sessions.options(conversation.session(), at);
    return Answer.told(PeerSupportJson.writeOptions(session, options, conversation.history()));
  }

  private Answer due(Instant at) {
    List<DueItem> items = new ArrayList<>();
    for (Conversation conversation : conversations.values()) {
      Session session = conversation.session();
      for (Obligation obligation : session.due()) {
        items.add(new DueItem(session.id(), obligation, obligation.isOverdue(at)));
      }
    }
    items.sort(BY_DUE);
    return Answer.told(PeerSupportJson.writeDue(items));
  }

  /**
   * Takes in an event that was recorded earlier.
   *
   * @return why it does not fit what was recorded before it; empty when it does
   */
  Optional<String> restore(Event event) {
    Conversation conversation = conversations.get(event.session());
    int expected = conversation == null ? 1 : conversation.session().seq() + 1;
    if (conversation == null && !(event instanceof Event.SessionOpened)) {
      return Optional.of("The event belongs to a session that was not opened before.");
    }
    if (conversation != null && event instanceof Event.SessionOpened) {
      return Optional.of("The event opens a session that was opened before.");
    }
    if (event.seq() != expected) {
      return Optional.of(
          "The event has seq " + event.seq() + " where " + expected + " comes next.");
    }
    if (conversation != null) {
      conversation.add(event);
      return Optional.empty();
    }
    Event.SessionOpened opened = (Event.SessionOpened) event;
    Optional<Protocol> protocol = sources.find(opened.protocol());
    if (protocol.isEmpty()) {
      return Optional.of(
          "The session follows a protocol or a release of one that is neither shipped nor given;"
              + " give its document.");
    }
    Session session = Sessions.start(protocol.get(), opened);
    conversations.put(session.id(), new Conversation(session, opened));
    return Optional.empty();
  }
}
