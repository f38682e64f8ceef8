package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.ActMember;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Command;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Metadata;
import org.peersupport.session.OverrideReason;
import org.peersupport.session.Peer;
import org.peersupport.session.Terms;

/** Reads commands and queries. */
public final class RequestReader {
  private static final int SESSION = 0;
  private static final int AT = 1;
  private static final int RECORDED_AT = 2;
  private static final int BY = 3;
  private static final int COMMAND_ID = 4;
  private static final int DO = 5;
  private static final int PROTOCOL = 6;
  private static final int SUPPORTER = 7;
  private static final int PEER = 8;
  private static final int FOLLOW_UP_OF = 9;
  private static final int ELEMENT = 10;
  private static final int LEVEL = 11;
  private static final int REFERRAL = 12;
  private static final int RESOURCE = 13;
  private static final int FACETS = 14;
  private static final int SEQ = 15;
  private static final int REASON = 16;
  private static final int REASON_AS_KEY = 17;
  private static final int REASON_AS_TEXT = 18;
  private static final int OVERRIDE = 19;
  private static final int IF_SEQ = 20;

  private static final Shape SHAPE =
      Shape.of(
          "session",
          "at",
          "recordedAt",
          "by",
          "commandId",
          "do",
          "protocol",
          "supporter",
          "peer",
          "followUpOf",
          "element",
          "level",
          "referral",
          "resource",
          "facets",
          "seq",
          "reason",
          Shape.SAME,
          Shape.SAME,
          "override",
          "ifSeq");

  private static final long COMMON = Shape.mask(SESSION, AT, BY, DO);
  private static final long TERMS = Shape.mask(RECORDED_AT, COMMAND_ID, OVERRIDE, IF_SEQ);

  /** What belongs to some acts only, and is misplaced elsewhere. */
  private static final long OF_ACTS =
      Shape.mask(
          PROTOCOL,
          SUPPORTER,
          PEER,
          FOLLOW_UP_OF,
          ELEMENT,
          LEVEL,
          REFERRAL,
          RESOURCE,
          FACETS,
          SEQ,
          REASON);

  /** What a line asks for: an act, or a query where there is none. */
  private record Asked(@Nullable ActType act, long needed, long meant) {}

  private static final Asked OPTIONS =
      new Asked(null, Shape.mask(DO, AT, SESSION), Shape.mask(DO, AT, SESSION, BY));
  private static final Asked STATE =
      new Asked(null, Shape.mask(DO, SESSION), Shape.mask(DO, SESSION));
  private static final Asked DUE = new Asked(null, Shape.mask(DO, AT), Shape.mask(DO, AT, SESSION));

  private static final Vocabulary<Asked> COMMANDS = new Vocabulary<>();
  private static final Vocabulary<Asked> REQUESTS = new Vocabulary<>();

  static {
    MemberMasks masks = new MemberMasks(RequestReader::places, ActMember::isOptionalInCommands);
    for (ActType type : ActType.values()) {
      Asked asked =
          new Asked(type, masks.needed(type) | COMMON, masks.meant(type) | COMMON | TERMS);
      COMMANDS.with(type.commandName(), asked);
      REQUESTS.with(type.commandName(), asked);
    }
    REQUESTS.with("options", OPTIONS).with("state", STATE).with("due", DUE);
  }

  /** A command or a query. */
  public static final ValueReader<Request> REQUEST =
      source -> new RequestReader(REQUESTS).request(source);

  /** A command; the words of the queries are not known then. */
  public static final ValueReader<Command> COMMAND =
      source -> new RequestReader(COMMANDS).command(source);

  private final Vocabulary<Asked> words;
  private @Nullable String session;
  private @Nullable Instant at;
  private @Nullable Instant recordedAt;
  private @Nullable String by;
  private @Nullable String commandId;
  private @Nullable Asked type;
  private @Nullable String protocol;
  private @Nullable Peer supporter;
  private @Nullable Peer peer;
  private @Nullable String followUpOf;
  private @Nullable String element;
  private @Nullable String level;
  private @Nullable String referral;
  private @Nullable String resource;
  private @Nullable List<String> facets;
  private int seq;
  private @Nullable String reason;
  private @Nullable String said;
  private @Nullable OverrideReason override;

  /** -1 where none is given; 0 is the seq of who knows of no event. */
  private int ifSeq = -1;

  private RequestReader(Vocabulary<Asked> words) {
    this.words = words;
  }

  /** The member first, then in which way it is taken, where there are two. */
  private static long[] places(ActMember member) {
    return switch (member) {
      case PROTOCOL -> MemberMasks.at(PROTOCOL);
      case FINGERPRINT -> MemberMasks.nowhere();
      case SUPPORTER -> MemberMasks.at(SUPPORTER);
      case PEER -> MemberMasks.at(PEER);
      case FOLLOW_UP_OF -> MemberMasks.at(FOLLOW_UP_OF);
      case ELEMENT -> MemberMasks.at(ELEMENT);
      case LEVEL -> MemberMasks.at(LEVEL);
      case REFERRAL -> MemberMasks.at(REFERRAL);
      case RESOURCE -> MemberMasks.at(RESOURCE);
      case FACETS -> MemberMasks.at(FACETS);
      case END_REASON, OUTCOME_REASON, VOID_REASON -> MemberMasks.at(REASON, REASON_AS_KEY);
      case CORRECTED -> MemberMasks.at(SEQ);
      case CORRECTION_REASON -> MemberMasks.at(REASON, REASON_AS_TEXT);
    };
  }

  @SuppressWarnings("ReferenceEquality") // there is one object for each query
  private @Nullable Request request(Source source) throws IOException {
    Asked asked = read(source);
    if (asked == null) {
      return null;
    }
    if (asked.act() != null) {
      return new Request.Act(command(asked.act()));
    }
    if (asked == DUE) {
      return new Request.DueQuery(Optional.ofNullable(session), requireNonNull(at));
    }
    return asked == STATE
        ? new Request.StateQuery(requireNonNull(session))
        : new Request.OptionsQuery(
            requireNonNull(session), Optional.ofNullable(by), requireNonNull(at));
  }

  private @Nullable Command command(Source source) throws IOException {
    Asked asked = read(source);
    return asked == null || asked.act() == null ? null : command(asked.act());
  }

  /** What is asked, or null when it is not as it must be. */
  private @Nullable Asked read(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    for (int member = members.next(); member >= 0; member = members.next()) {
      take(member, members);
    }
    Asked known = type;
    if (followUpOf != null && followUpOf.equals(session)) {
      members.report(FOLLOW_UP_OF, IssueCode.ILL_FORMED, Sentences.FOLLOWS_ITSELF);
    }
    long needed = known == null ? COMMON : known.needed();
    long meant = known == null ? COMMON | TERMS : known.meant();
    long misplaced = known == null ? 0 : OF_ACTS & ~known.meant();
    return members.end(needed, meant, misplaced) ? known : null;
  }

  private void take(int member, Members members) throws IOException {
    switch (member) {
      case SESSION -> session = members.id();
      case AT -> at = members.instant();
      case RECORDED_AT -> recordedAt = members.instant();
      case BY -> by = members.id();
      case COMMAND_ID -> commandId = members.id();
      case DO -> type = members.word(words);
      case PROTOCOL -> protocol = members.string();
      case SUPPORTER -> supporter = members.value(Parts.PEER);
      case PEER -> peer = members.value(Parts.PEER);
      case FOLLOW_UP_OF -> followUpOf = members.id();
      case ELEMENT -> element = members.string();
      case LEVEL -> level = members.string();
      case REFERRAL -> referral = members.id();
      case RESOURCE -> resource = members.string();
      case FACETS -> facets = members.someStrings();
      case SEQ -> seq = members.seq();
      case REASON -> reason(members);
      case OVERRIDE -> override = members.value(Parts.OVERRIDE);
      case IF_SEQ -> ifSeq = members.seqOrNone();
      default -> members.skip();
    }
  }

  /**
   * Most reasons are keys, which the protocol knows or not; why an event was in error is a text.
   */
  private void reason(Members members) throws IOException {
    String text = members.anyString();
    if (text != null) {
      members.as(REASON_AS_KEY);
      reason = members.sound(text);
      members.as(REASON_AS_TEXT);
      said = members.telling(text);
    }
  }

  @SuppressWarnings("ReferenceEquality") // made below
  private Terms terms() {
    Metadata metadata = metadata();
    return override == null && ifSeq < 0 && metadata == Metadata.NONE
        ? Terms.NONE
        : new Terms(
            Optional.ofNullable(override),
            ifSeq < 0 ? OptionalInt.empty() : OptionalInt.of(ifSeq),
            metadata);
  }

  private Metadata metadata() {
    return recordedAt == null && commandId == null
        ? Metadata.NONE
        : new Metadata(Optional.ofNullable(recordedAt), Optional.ofNullable(commandId));
  }

  private Command command(ActType act) {
    String id = requireNonNull(session);
    Instant instant = requireNonNull(at);
    String who = requireNonNull(by);
    Terms terms = terms();
    return switch (act) {
      case OPEN ->
          new Command.Open(
              id,
              instant,
              who,
              terms,
              requireNonNull(protocol),
              requireNonNull(supporter),
              requireNonNull(peer),
              Optional.ofNullable(followUpOf));
      case BEGIN -> new Command.Begin(id, instant, who, terms, requireNonNull(element));
      case CONCERN -> new Command.RaiseConcern(id, instant, who, terms, requireNonNull(level));
      case OFFER ->
          new Command.Offer(id, instant, who, terms, referral(), requireNonNull(resource));
      case ACCEPT -> new Command.Accept(id, instant, who, terms, referral());
      case DECLINE ->
          new Command.Decline(id, instant, who, terms, referral(), Optional.ofNullable(reason));
      case CONNECT -> new Command.Connect(id, instant, who, terms, referral());
      case COMPLETE -> new Command.Complete(id, instant, who, terms, referral());
      case WITHDRAW -> new Command.Withdraw(id, instant, who, terms, referral());
      case LAPSE ->
          new Command.Lapse(id, instant, who, terms, referral(), Optional.ofNullable(reason));
      case THANK ->
          new Command.Thank(id, instant, who, terms, Appreciation.of(requireNonNull(facets)));
      case PAUSE -> new Command.Pause(id, instant, who, terms);
      case RESUME -> new Command.Resume(id, instant, who, terms);
      case TRANSFER -> new Command.Transfer(id, instant, who, terms, requireNonNull(supporter));
      case CLOSE -> new Command.Close(id, instant, who, terms);
      case END -> new Command.End(id, instant, who, terms, new EndReason(requireNonNull(reason)));
      case VOID -> new Command.VoidSession(id, instant, who, terms, requireNonNull(reason));
      case CORRECT ->
          new Command.Correct(
              id, instant, who, terms, seq, ConfidentialText.of(requireNonNull(said)));
    };
  }

  private String referral() {
    return requireNonNull(referral);
  }
}
