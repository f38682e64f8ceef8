package org.peersupport.json.internal;

import org.jspecify.annotations.Nullable;
import org.peersupport.session.Command;

/** What a line may ask for: the words, and the members that each has beside those of all. */
public enum RequestType {
  OPEN(
      "open",
      Command.Open.class,
      Shape.mask(RequestReader.FOLLOW_UP_OF),
      RequestReader.PROTOCOL,
      RequestReader.SUPPORTER,
      RequestReader.PEER),
  BEGIN("begin", Command.Begin.class, RequestReader.ELEMENT),
  CONCERN("concern", Command.RaiseConcern.class, RequestReader.LEVEL),
  OFFER("offer", Command.Offer.class, RequestReader.REFERRAL, RequestReader.RESOURCE),
  ACCEPT("accept", Command.Accept.class, RequestReader.REFERRAL),
  DECLINE("decline", Command.Decline.class, RequestReader.REFERRAL),
  CONNECT("connect", Command.Connect.class, RequestReader.REFERRAL),
  COMPLETE("complete", Command.Complete.class, RequestReader.REFERRAL),
  LAPSE("lapse", Command.Lapse.class, RequestReader.REFERRAL),
  THANK("thank", Command.Thank.class, RequestReader.FACETS),
  PAUSE("pause", Command.Pause.class),
  RESUME("resume", Command.Resume.class),
  TRANSFER("transfer", Command.Transfer.class, RequestReader.SUPPORTER),
  CLOSE("close", Command.Close.class),
  END("end", Command.End.class, Shape.mask(RequestReader.REASON_AS_WORD), RequestReader.REASON),
  CORRECT(
      "correct",
      Command.Correct.class,
      Shape.mask(RequestReader.REASON_AS_TEXT),
      RequestReader.SEQ,
      RequestReader.REASON),
  OPTIONS("options", RequestReader.AT, RequestReader.SESSION),
  DUE("due", RequestReader.AT);

  /** Commands only. */
  static final Vocabulary<RequestType> COMMANDS = new Vocabulary<>();

  /** Commands and queries. */
  static final Vocabulary<RequestType> REQUESTS = new Vocabulary<>();

  static {
    for (RequestType type : values()) {
      REQUESTS.with(type.word, type);
      if (type.command != null) {
        COMMANDS.with(type.word, type);
      }
    }
  }

  private final String word;
  private final @Nullable Class<? extends Command> command;
  private final long needed;
  private final long meant;

  RequestType(String word, Class<? extends Command> command, int... needed) {
    this(word, command, 0, needed);
  }

  RequestType(String word, Class<? extends Command> command, long possible, int... needed) {
    this.word = word;
    this.command = command;
    this.needed = Shape.mask(needed) | RequestReader.COMMON;
    this.meant = this.needed | possible | RequestReader.TERMS;
  }

  /** A query. */
  RequestType(String word, int... needed) {
    this.word = word;
    this.command = null;
    this.needed = Shape.mask(needed) | Shape.mask(RequestReader.DO);
    this.meant = this.needed;
  }

  /** What it is read as; null for a query. */
  public @Nullable Class<? extends Command> command() {
    return command;
  }

  /** The members that it must have. */
  long needed() {
    return needed;
  }

  /** The members that it may have. */
  long meant() {
    return meant;
  }
}
