package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.peersupport.session.Command;
import org.peersupport.session.Terms;

/** Writes commands. */
public final class CommandWriter {
  private CommandWriter() {}

  /** Writes a command, with its reason and that of its override. */
  public static void write(JsonGenerator json, Command command) throws IOException {
    json.writeStartObject();
    Names.string(json, Names.SESSION, command.session());
    Names.instant(json, Names.AT, command.at());
    Names.string(json, Names.BY, command.by());
    Names.string(json, Names.DO, command.wire());
    if (!isOfReferral(json, command)) {
      others(json, command);
    }
    terms(json, command.terms());
    json.writeEndObject();
  }

  /** Writes what is its own of an act in the life of a referral; false for any other command. */
  private static boolean isOfReferral(JsonGenerator json, Command command) throws IOException {
    if (command instanceof Command.Offer c) {
      Names.string(json, Names.REFERRAL, c.referral());
      Names.string(json, Names.RESOURCE, c.resource());
    } else if (command instanceof Command.Accept c) {
      Names.string(json, Names.REFERRAL, c.referral());
    } else if (command instanceof Command.Decline c) {
      Names.string(json, Names.REFERRAL, c.referral());
    } else if (command instanceof Command.Connect c) {
      Names.string(json, Names.REFERRAL, c.referral());
    } else if (command instanceof Command.Complete c) {
      Names.string(json, Names.REFERRAL, c.referral());
    } else if (command instanceof Command.Lapse c) {
      Names.string(json, Names.REFERRAL, c.referral());
    } else {
      return false;
    }
    return true;
  }

  private static void others(JsonGenerator json, Command command) throws IOException {
    if (command instanceof Command.Open c) {
      Names.string(json, Names.PROTOCOL, c.protocol());
      EventWriter.peer(json, Names.SUPPORTER, c.supporter());
      EventWriter.peer(json, Names.PEER, c.peer());
      if (c.followUpOf().isPresent()) {
        Names.string(json, Names.FOLLOW_UP_OF, c.followUpOf().get());
      }
    } else if (command instanceof Command.Begin c) {
      Names.string(json, Names.ELEMENT, c.element());
    } else if (command instanceof Command.RaiseConcern c) {
      Names.string(json, Names.LEVEL, c.level());
    } else if (command instanceof Command.Thank c) {
      Names.strings(json, Names.FACETS, c.appreciation().facets());
    } else if (command instanceof Command.Transfer c) {
      EventWriter.peer(json, Names.SUPPORTER, c.supporter());
    } else if (command instanceof Command.End c) {
      Names.string(json, Names.REASON, c.reason().wire());
    } else if (command instanceof Command.Correct c) {
      json.writeFieldName(Names.SEQ);
      json.writeNumber(c.seq());
      Names.string(json, Names.REASON, c.reason().reveal());
    }
  }

  private static void terms(JsonGenerator json, Terms terms) throws IOException {
    if (terms.override().isPresent()) {
      json.writeFieldName(Names.OVERRIDE);
      json.writeStartObject();
      Names.string(json, Names.REASON, terms.override().get().reveal());
      json.writeEndObject();
    }
    if (terms.ifSeq().isPresent()) {
      json.writeFieldName(Names.IF_SEQ);
      json.writeNumber(terms.ifSeq().getAsInt());
    }
  }
}
