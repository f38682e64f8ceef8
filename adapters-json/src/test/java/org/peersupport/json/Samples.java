package org.peersupport.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.VoidReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.OverrideReason;
import org.peersupport.session.Peer;

/** One command and one event of each type; among them they have every member that there is. */
final class Samples {
  static final Instant AT = Instant.parse("2026-03-02T09:08:00Z");
  static final Instant LATER = Instant.parse("2026-03-02T09:08:00.250Z");
  static final Peer SUPPORTER = Peer.of("sup-1").as("nurse").from("surgery");
  static final Peer PEER = Peer.of("peer-1").from("emergency");

  private static final Metadata TOLD = new Metadata(Optional.of(LATER), Optional.of("c-1"));

  private Samples() {}

  static List<Command> commands() {
    Commands supporter = Commands.of("s-1", "sup-1", AT);
    Commands peer = Commands.of("s-1", "peer-1", LATER);
    Commands clinic = Commands.of("s-1", "clinic-1", AT);
    return List.of(
        supporter
            .recordedAt(LATER)
            .commandId("c-1")
            .openFollowUp("ama-six-elements", SUPPORTER, PEER, "s-0"),
        supporter.begin("reach-out"),
        peer.raiseConcern("imminent"),
        supporter.overriding("asked-for", "The phone rang.").offer("r-1", "chaplaincy"),
        peer.accept("r-1"),
        peer.decline("r-2", "not-now"),
        supporter.ifSeq(7).connect("r-1"),
        clinic.complete("r-1"),
        clinic.commandId("c-2").withdraw("r-1"),
        clinic.lapse("r-3", "no-capacity"),
        supporter.thank("work", "sharing"),
        supporter.pause(),
        peer.resume(),
        clinic.transfer(Peer.of("sup-2").as("chaplain")),
        supporter.overriding("Called away.").ifSeq(12).close(),
        peer.end(EndReason.DECLINED),
        supporter.correct(9, "The peer said \"not now\", not no."),
        supporter.voidSession(VoidReason.WRONG_PERSON));
  }

  static List<Event> events() {
    List<Deviation> none = List.of();
    List<Deviation> several =
        List.of(
            Deviation.overriding(
                "offers-in-their-place",
                new OverrideReason(
                    ConfidentialText.of("The phone rang."), Optional.of("asked-for"))),
            Deviation.from("elevated-concern-met"),
            Deviation.late("connect-in-time", Duration.ofHours(78)));
    return List.of(
        new Event.SessionOpened(
            "s-1",
            1,
            AT,
            "sup-1",
            TOLD,
            "ama-six-elements@1.0.0",
            Optional.of("sha-256:" + "0123456789abcdef".repeat(4)),
            SUPPORTER,
            PEER,
            Optional.of("s-0"),
            none),
        new Event.ElementBegun("s-1", 2, AT, "sup-1", Metadata.NONE, "reach-out", none),
        new Event.ConcernRaised(
            "s-1",
            3,
            LATER,
            "peer-1",
            Metadata.NONE.recordedAt(LATER),
            "imminent",
            List.of(Deviation.inFuture(Duration.ofMinutes(6)))),
        new Event.ReferralOffered(
            "s-1", 4, LATER, "sup-1", Metadata.NONE, "r-1", "chaplaincy", several),
        new Event.ReferralAccepted("s-1", 5, LATER, "peer-1", Metadata.NONE, "r-1", none),
        new Event.ReferralDeclined(
            "s-1", 6, LATER, "peer-1", Metadata.NONE, "r-2", Optional.of("not-now"), none),
        new Event.ReferralConnected("s-1", 7, LATER, "sup-1", Metadata.NONE, "r-1", none),
        new Event.ReferralCompleted("s-1", 8, LATER, "clinic-1", Metadata.NONE, "r-1", none),
        new Event.ReferralLapsed(
            "s-1", 9, LATER, "clinic-1", Metadata.NONE, "r-3", Optional.of("no-capacity"), none),
        new Event.AppreciationExpressed(
            "s-1", 10, LATER, "sup-1", Metadata.NONE, Appreciation.of("work", "sharing"), none),
        new Event.SessionPaused("s-1", 11, LATER, "sup-1", Metadata.NONE, none),
        new Event.SessionResumed("s-1", 12, LATER, "peer-1", Metadata.NONE, none),
        new Event.SupporterChanged(
            "s-1", 13, LATER, "clinic-1", Metadata.NONE, Peer.of("sup-2").as("chaplain"), none),
        new Event.SessionClosed("s-1", 14, LATER, "sup-2", Metadata.NONE, none),
        new Event.SessionEnded("s-1", 15, LATER, "peer-1", Metadata.NONE, EndReason.DECLINED, none),
        new Event.EventCorrected(
            "s-1",
            16,
            LATER,
            "sup-2",
            Metadata.NONE,
            9,
            Optional.of(ConfidentialText.of("The peer said \"not now\", not no.")),
            List.of(Deviation.from("elevated-concern-met"))),
        new Event.ReferralWithdrawn(
            "s-1", 17, LATER, "clinic-1", Metadata.NONE.commandId("c-2"), "r-1", none),
        new Event.SessionVoided("s-1", 18, LATER, "sup-2", Metadata.NONE, "wrong-person", none));
  }
}
