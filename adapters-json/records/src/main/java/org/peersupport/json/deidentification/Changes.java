package org.peersupport.json.deidentification;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * What is changed, in numbers. Immutable.
 *
 * @param sessions the sessions that are written; each has a pseudonym and a shift of its own
 * @param events their events; each has a coarse instant
 * @param leftOut the sessions that are left out because of problems
 * @param voided the sessions that are left out because they were entered in error
 * @param problems what is wrong with these, and with lines that name no session
 * @param participants the participants who have a pseudonym
 * @param referrals the referrals that have a pseudonym
 * @param followUps the sessions that name one that they follow up
 * @param reasons the reasons of overrides and corrections that are dropped
 * @param roles the mentions of what someone works as that are dropped
 * @param delays the delays that are reckoned anew from the coarse instants
 * @param commandIds the ids of commands that are dropped
 * @param recordedTimes the times of telling that are dropped
 * @param departmentsKept the departments that keep their names
 * @param departmentsRare the departments of which there are fewer than k people
 * @param peopleOfRare how many people are of these
 * @param rareDropped whether these are dropped, because the people are fewer than k even together
 * @param pairingsLost the sessions that no longer show whether their protocol let these two meet
 */
public record Changes(
    long sessions,
    long events,
    long leftOut,
    long voided,
    long problems,
    long participants,
    long referrals,
    long followUps,
    long reasons,
    long roles,
    long delays,
    long commandIds,
    long recordedTimes,
    long departmentsKept,
    long departmentsRare,
    long peopleOfRare,
    boolean rareDropped,
    long pairingsLost) {
  /** Writes the member of a report that holds them. */
  void write(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("changes");
    json.writeNumberField("sessions", sessions);
    json.writeNumberField("events", events);
    json.writeNumberField("leftOut", leftOut);
    json.writeNumberField("voided", voided);
    json.writeNumberField("problems", problems);
    json.writeNumberField("participants", participants);
    json.writeNumberField("referrals", referrals);
    json.writeNumberField("followUps", followUps);
    json.writeNumberField("reasons", reasons);
    json.writeNumberField("roles", roles);
    json.writeNumberField("delays", delays);
    json.writeNumberField("commandIds", commandIds);
    json.writeNumberField("recordedTimes", recordedTimes);
    json.writeNumberField("departmentsKept", departmentsKept);
    json.writeNumberField("departmentsRare", departmentsRare);
    json.writeNumberField("peopleOfRare", peopleOfRare);
    json.writeBooleanField("rareDropped", rareDropped);
    json.writeNumberField("pairingsLost", pairingsLost);
    json.writeEndObject();
  }
}
