package org.peersupport.workbench.transcripts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peersupport.json.studies.TranscriptMapping;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

/**
 * The events of one conversation, as they would have been recorded. Nothing is decided: a corpus
 * knows no protocol, and whether it fits one is for an audit to say. All ids are made from the
 * place of the conversation in its corpus.
 */
final class TranscriptEvents {
  private final TranscriptMapping mapping;
  private final Transcript transcript;
  private final Instant start;
  private final String session;
  private final String supporter;
  private final List<Event> events = new ArrayList<>();
  private int referrals;

  private TranscriptEvents(
      TranscriptMapping mapping, Transcript transcript, Instant start, String prefix) {
    this.mapping = mapping;
    this.transcript = transcript;
    this.start = start;
    this.session = prefix + "-" + transcript.number();
    this.supporter = session + "-supporter";
  }

  static List<Event> of(
      TranscriptMapping mapping,
      Protocol protocol,
      Transcript transcript,
      Instant start,
      String prefix) {
    TranscriptEvents made = new TranscriptEvents(mapping, transcript, start, prefix);
    made.open(protocol);
    made.talk(continuous(protocol));
    made.end();
    return made.events;
  }

  private static Set<String> continuous(Protocol protocol) {
    Set<String> keys = new HashSet<>();
    for (Element element : protocol.elements()) {
      if (element.isContinuous()) {
        keys.add(element.key());
      }
    }
    return keys;
  }

  private int seq() {
    return events.size() + 1;
  }

  private void open(Protocol protocol) {
    events.add(
        new Event.SessionOpened(
            session,
            seq(),
            start,
            supporter,
            Metadata.NONE,
            protocol.reference(),
            Optional.of(protocol.fingerprint()),
            Peer.of(supporter),
            Peer.of(session + "-peer"),
            Optional.empty(),
            List.of()));
  }

  /** Turns that stay in an element, or do the same as the one before, are one act. */
  private void talk(Set<String> continuous) {
    Activity last = null;
    String element = null;
    for (Turn turn : transcript.turns()) {
      Optional<Activity> means = mapping.labels().getOrDefault(turn.label(), Optional.empty());
      if (means.isEmpty()) {
        continue;
      }
      Activity activity = means.get();
      boolean begin = activity.kind() == ActivityKind.BEGIN;
      boolean same = activity.equals(last) || (begin && activity.qualifier().equals(element));
      if (!same) {
        add(activity, start.plus(turn.at()));
      }
      last = activity;
      if (begin && !continuous.contains(activity.qualifier())) {
        element = activity.qualifier();
      }
    }
  }

  private void add(Activity activity, Instant at) {
    String key = activity.qualifier();
    events.add(
        switch (activity.kind()) {
          case BEGIN ->
              new Event.ElementBegun(session, seq(), at, supporter, Metadata.NONE, key, List.of());
          case CONCERN ->
              new Event.ConcernRaised(session, seq(), at, supporter, Metadata.NONE, key, List.of());
          case OFFER ->
              new Event.ReferralOffered(
                  session, seq(), at, supporter, Metadata.NONE, "r-" + ++referrals, key, List.of());
          case THANK ->
              new Event.AppreciationExpressed(
                  session,
                  seq(),
                  at,
                  supporter,
                  Metadata.NONE,
                  Appreciation.of(List.of(key)),
                  List.of());
          case ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE ->
              throw new IllegalStateException("no label stands for this kind of activity");
        });
  }

  private void end() {
    Instant at = start.plus(transcript.length());
    if (mapping.closes()) {
      events.add(new Event.SessionClosed(session, seq(), at, supporter, Metadata.NONE, List.of()));
    }
    mapping
        .ends()
        .ifPresent(
            reason ->
                events.add(
                    new Event.SessionEnded(
                        session, seq(), at, supporter, Metadata.NONE, reason, List.of())));
  }
}
