package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Command;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Peer;
import org.peersupport.session.Terms;

/** Reads commands and queries. */
public final class RequestReader {
  /** A command or a query. */
  public static final Entry<Request> REQUEST =
      source -> new RequestReader(RequestType.REQUESTS).request(source);

  /** A command; the words of the queries are not known then. */
  public static final Entry<Command> COMMAND =
      source -> new RequestReader(RequestType.COMMANDS).command(source);

  static final int SESSION = 0;
  static final int AT = 1;
  private static final int BY = 2;
  static final int DO = 3;
  static final int PROTOCOL = 4;
  static final int SUPPORTER = 5;
  static final int PEER = 6;
  static final int FOLLOW_UP_OF = 7;
  static final int ELEMENT = 8;
  static final int LEVEL = 9;
  static final int REFERRAL = 10;
  static final int RESOURCE = 11;
  static final int FACETS = 12;
  static final int SEQ = 13;
  static final int REASON = 14;
  static final int REASON_AS_WORD = 15;
  static final int REASON_AS_TEXT = 16;
  private static final int OVERRIDE = 17;
  private static final int IF_SEQ = 18;

  private static final Shape SHAPE =
      Shape.of(
          "session",
          "at",
          "by",
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

  static final long COMMON = Shape.mask(SESSION, AT, BY, DO);
  static final long TERMS = Shape.mask(OVERRIDE, IF_SEQ);

  private final Vocabulary<RequestType> words;
  private @Nullable String session;
  private @Nullable Instant at;
  private @Nullable String by;
  private @Nullable RequestType type;
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
  private @Nullable EndReason reason;
  private @Nullable String said;
  private @Nullable ConfidentialText override;
  private int ifSeq;

  private RequestReader(Vocabulary<RequestType> words) {
    this.words = words;
  }

  private @Nullable Request request(Source source) throws IOException {
    RequestType known = read(source);
    if (known == null) {
      return null;
    }
    return switch (known) {
      case OPTIONS -> new Request.OptionsQuery(requireNonNull(session), requireNonNull(at));
      case DUE -> new Request.DueQuery(requireNonNull(at));
      default -> new Request.Act(command(known));
    };
  }

  private @Nullable Command command(Source source) throws IOException {
    RequestType known = read(source);
    return known == null ? null : command(known);
  }

  /** What is asked, or null when it is not as it must be. */
  private @Nullable RequestType read(Source source) throws IOException {
    Members members = Members.of(source, SHAPE);
    if (members == null) {
      return null;
    }
    for (int member = members.next(); member >= 0; member = members.next()) {
      take(member, members);
    }
    RequestType known = type;
    long needed = known == null ? COMMON : known.needed();
    long meant = known == null ? COMMON | TERMS : known.meant();
    return members.end(needed, meant) ? known : null;
  }

  private void take(int member, Members members) throws IOException {
    switch (member) {
      case SESSION -> session = members.id();
      case AT -> at = members.instant();
      case BY -> by = members.id();
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
      case IF_SEQ -> ifSeq = members.seq();
      default -> members.skip();
    }
  }

  /** Why a conversation ends is a word, and why an event was in error is a text. */
  private void reason(Members members) throws IOException {
    String text = members.anyString();
    if (text != null) {
      members.as(REASON_AS_WORD);
      reason = members.word(text, Vocabularies.END_REASONS);
      members.as(REASON_AS_TEXT);
      said = members.telling(text);
    }
  }

  private Terms terms() {
    return override == null && ifSeq == 0
        ? Terms.NONE
        : new Terms(
            Optional.ofNullable(override),
            ifSeq == 0 ? OptionalInt.empty() : OptionalInt.of(ifSeq));
  }

  private Command command(RequestType known) {
    String id = requireNonNull(session);
    Instant instant = requireNonNull(at);
    String who = requireNonNull(by);
    Terms terms = terms();
    return switch (known) {
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
      case THANK ->
          new Command.Thank(id, instant, who, terms, Appreciation.of(requireNonNull(facets)));
      case PAUSE -> new Command.Pause(id, instant, who, terms);
      case RESUME -> new Command.Resume(id, instant, who, terms);
      case TRANSFER -> new Command.Transfer(id, instant, who, terms, requireNonNull(supporter));
      case CLOSE -> new Command.Close(id, instant, who, terms);
      case END -> new Command.End(id, instant, who, terms, requireNonNull(reason));
      case CORRECT ->
          new Command.Correct(
              id, instant, who, terms, seq, ConfidentialText.of(requireNonNull(said)));
      default -> ofReferral(known, id, instant, who, terms, requireNonNull(referral));
    };
  }

  private Command ofReferral(
      RequestType known, String id, Instant instant, String who, Terms terms, String which) {
    return switch (known) {
      case OFFER -> new Command.Offer(id, instant, who, terms, which, requireNonNull(resource));
      case ACCEPT -> new Command.Accept(id, instant, who, terms, which);
      case DECLINE -> new Command.Decline(id, instant, who, terms, which);
      case CONNECT -> new Command.Connect(id, instant, who, terms, which);
      case COMPLETE -> new Command.Complete(id, instant, who, terms, which);
      case LAPSE -> new Command.Lapse(id, instant, who, terms, which);
      default -> throw new AssertionError(known);
    };
  }
}
