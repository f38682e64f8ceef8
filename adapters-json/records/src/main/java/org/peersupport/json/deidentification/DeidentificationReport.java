package org.peersupport.json.deidentification;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.peersupport.json.internal.Writing;

/**
 * What a de-identification changes and what risk it leaves, for those who decide whether the result
 * is given away. Holds numbers only, nothing that a log says. Immutable.
 *
 * @param unit to what instants are cut; never null
 * @param k what was counted against
 * @param changes what is changed; never null
 * @param risks what is left, always of the same kinds in the same order
 */
public record DeidentificationReport(Duration unit, int k, Changes changes, List<Risk> risks) {
  /** Copies the list and checks that nothing is null. */
  public DeidentificationReport {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(changes, "changes");
    risks = List.copyOf(risks);
  }

  /** The report as one JSON object on one line. */
  public String json() {
    return Writing.text(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "peersupport/deidentification");
    json.writeNumberField("version", 1);
    json.writeStringField("unit", unit.toString());
    json.writeNumberField("k", k);
    changes.write(json);
    json.writeArrayFieldStart("risks");
    for (Risk risk : risks) {
      risk.write(json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("remarks");
    for (String remark : remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The report in sentences for people, which are not stable: the changes, then the risks. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>(changed());
    risks.forEach(risk -> sentences.add(risk.explanation()));
    sentences.addAll(remarks());
    return sentences;
  }

  private List<String> changed() {
    List<String> told = new ArrayList<>();
    told.add(
        "Written: "
            + count(changes.sessions(), "session")
            + " with "
            + count(changes.events(), "event")
            + ". Left out because of "
            + count(changes.problems(), "problem")
            + ": "
            + count(changes.leftOut(), "session")
            + ".");
    if (changes.voided() > 0) {
      told.add(
          "Left out because it was entered in error and counts nowhere: "
              + count(changes.voided(), "session")
              + ".");
    }
    told.add(
        "Pseudonyms stand for "
            + count(changes.sessions(), "session")
            + ", "
            + count(changes.participants(), "participant")
            + " and "
            + count(changes.referrals(), "referral")
            + ".");
    told.add(
        "Every instant is cut to "
            + unit
            + " and moved, that of a follow-up as far as the session before; follow-ups: "
            + changes.followUps()
            + ". Delays reckoned anew: "
            + changes.delays()
            + ".");
    told.add(
        "Dropped: "
            + count(changes.reasons(), "reason")
            + " of overrides or corrections, "
            + count(changes.roles(), "mention")
            + " of what someone works as, "
            + count(changes.commandIds(), "command id")
            + ", "
            + count(changes.recordedTimes(), "time")
            + " of telling.");
    told.add(departments());
    if (changes.pairingsLost() > 0) {
      told.add(
          count(changes.pairingsLost(), "session")
              + (changes.pairingsLost() == 1 ? " no longer shows" : " no longer show")
              + " by departments whether the two were allowed to meet.");
    }
    return told;
  }

  private String departments() {
    String kept = "Departments that keep their names: " + changes.departmentsKept() + ". ";
    if (changes.departmentsRare() == 0) {
      return kept + "None has fewer than " + k + " people.";
    }
    return kept
        + "With fewer than "
        + k
        + " people each: "
        + changes.departmentsRare()
        + ", with "
        + count(changes.peopleOfRare(), "participant")
        + (changes.rareDropped()
            ? "; these are dropped, because even together they are fewer."
            : "; these are called '" + Departments.OTHER + "'.");
  }

  /** What no figure tells. */
  private List<String> remarks() {
    return List.of(
        "Who has the key can find everyone again: keep it apart from the result, and destroy it when"
            + " no other log has to fit.",
        "A person has the same pseudonym in all sessions and all logs of one key, so who finds one"
            + " session finds the others.",
        "What is written lies up to "
            + CoarseTime.FARTHEST.toDays()
            + " days before the true time, so the year can be told roughly; the time within a"
            + " session, and from one to its follow-up, is true to "
            + unit
            + ".",
        "The words of a protocol and the departments that are kept are written as they are: look"
            + " whether they name your programme.");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
