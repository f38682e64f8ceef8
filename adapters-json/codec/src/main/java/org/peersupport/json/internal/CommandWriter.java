package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.peersupport.session.Command;
import org.peersupport.session.Terms;

/** Writes commands. */
public final class CommandWriter {
  private CommandWriter() {}

  /** Writes a command, with its reason and that of its override. */
  public static void write(JsonGenerator json, Command command) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, command.session());
    Names.told(json, command.at(), command.by(), command.terms().metadata());
    Names.string(json, Names.DO, command.type().commandName());
    members(json, command);
    terms(json, command.terms());
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, Command command) throws IOException {
    switch (command.type()) {
      case OPEN -> opened(json, (Command.Open) command);
      case BEGIN -> Names.string(json, Names.ELEMENT, ((Command.Begin) command).element());
      case CONCERN -> Names.string(json, Names.LEVEL, ((Command.RaiseConcern) command).level());
      case OFFER -> {
        Command.Offer c = (Command.Offer) command;
        Names.string(json, Names.REFERRAL, c.referral());
        Names.string(json, Names.RESOURCE, c.resource());
      }
      case DECLINE ->
          outcome(json, (Command.Decline) command, ((Command.Decline) command).reason());
      case LAPSE -> outcome(json, (Command.Lapse) command, ((Command.Lapse) command).reason());
      case ACCEPT, CONNECT, COMPLETE, WITHDRAW ->
          Names.string(json, Names.REFERRAL, ((Command.ReferralCommand) command).referral());
      case THANK ->
          Names.strings(json, Names.FACETS, ((Command.Thank) command).appreciation().facets());
      case TRANSFER ->
          EventWriter.peer(json, Names.SUPPORTER, ((Command.Transfer) command).supporter());
      case END -> Names.string(json, Names.REASON, ((Command.End) command).reason().wireName());
      case VOID -> Names.string(json, Names.REASON, ((Command.VoidSession) command).reason());
      case CORRECT -> {
        Command.Correct c = (Command.Correct) command;
        json.writeFieldName(Names.SEQ);
        json.writeNumber(c.seq());
        Names.string(json, Names.REASON, c.reason().reveal());
      }
      case PAUSE, RESUME, CLOSE -> {}
    }
  }

  private static void opened(JsonGenerator json, Command.Open command) throws IOException {
    Names.string(json, Names.PROTOCOL, command.protocol());
    EventWriter.peer(json, Names.SUPPORTER, command.supporter());
    EventWriter.peer(json, Names.PEER, command.peer());
    if (command.followUpOf().isPresent()) {
      Names.string(json, Names.FOLLOW_UP_OF, command.followUpOf().get());
    }
  }

  private static void outcome(
      JsonGenerator json, Command.ReferralCommand command, Optional<String> reason)
      throws IOException {
    Names.string(json, Names.REFERRAL, command.referral());
    if (reason.isPresent()) {
      Names.string(json, Names.REASON, reason.get());
    }
  }

  private static void terms(JsonGenerator json, Terms terms) throws IOException {
    if (terms.override().isPresent()) {
      json.writeFieldName(Names.OVERRIDE);
      json.writeStartObject();
      Names.string(json, Names.REASON, terms.override().get().text().reveal());
      if (terms.override().get().code().isPresent()) {
        Names.string(json, Names.CODE, terms.override().get().code().get());
      }
      json.writeEndObject();
    }
    if (terms.ifSeq().isPresent()) {
      json.writeFieldName(Names.IF_SEQ);
      json.writeNumber(terms.ifSeq().getAsInt());
    }
  }
}
