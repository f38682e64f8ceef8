package org.peersupport.json.studies.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.internal.Durations;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.programme.Contact;
import org.peersupport.simulation.programme.Department;
import org.peersupport.simulation.programme.OpenHours;
import org.peersupport.simulation.programme.Published;
import org.peersupport.simulation.programme.Scenario;
import org.peersupport.simulation.programme.SupporterGroup;
import org.peersupport.simulation.programme.Talks;

/** Writes scenario documents. Times and hours that are not said are left out. */
public final class ScenarioWriter {
  private ScenarioWriter() {}

  /** Writes a scenario document. */
  public static void document(JsonGenerator json, Scenario scenario) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", "peersupport/scenario");
    json.writeNumberField("version", 1);
    json.writeStringField("id", scenario.id());
    json.writeStringField("title", scenario.title());
    json.writeStringField("source", scenario.source());
    json.writeStringField("start", scenario.start().toString());
    json.writeNumberField("months", scenario.months());
    referrals(json, scenario);
    json.writeArrayFieldStart("departments");
    for (Department department : scenario.departments()) {
      json.writeStartObject();
      json.writeStringField("name", department.name());
      Numbers.exact(json, "weight", department.weight());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("supporters");
    for (SupporterGroup group : scenario.supporters()) {
      supporters(json, group);
    }
    json.writeEndArray();
    contact(json, scenario.contact());
    talks(json, scenario.talks());
    json.writeArrayFieldStart("published");
    for (Published published : scenario.published()) {
      json.writeStartObject();
      json.writeStringField("figure", published.metric().wireName());
      Numbers.exact(json, "value", published.value());
      json.writeStringField("role", published.role().wireName());
      json.writeStringField("note", published.note());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings(json, "assumptions", scenario.assumptions());
    json.writeEndObject();
  }

  private static void referrals(JsonGenerator json, Scenario scenario) throws IOException {
    List<Double> perMonth = scenario.referrals().perMonth();
    json.writeObjectFieldStart("referrals");
    if (perMonth.size() == 1) {
      Numbers.exact(json, "perMonth", perMonth.get(0));
    } else {
      numbers(json, "byMonth", perMonth);
    }
    json.writeEndObject();
  }

  private static void supporters(JsonGenerator json, SupporterGroup group) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", group.id());
    json.writeNumberField("count", group.count());
    json.writeStringField("department", group.department());
    if (!group.hours().isEmpty()) {
      json.writeArrayFieldStart("hours");
      for (OpenHours hours : group.hours()) {
        json.writeStartObject();
        json.writeArrayFieldStart("days");
        for (DayOfWeek day : hours.days()) {
          json.writeString(ScenarioParts.day(day));
        }
        json.writeEndArray();
        json.writeStringField("from", time(hours.from()));
        json.writeStringField("to", time(hours.to()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeNumberField("mostCases", group.mostCases());
    json.writeEndObject();
  }

  private static String time(int minute) {
    return two(minute / 60) + ":" + two(minute % 60);
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  private static void contact(JsonGenerator json, Contact contact) throws IOException {
    json.writeObjectFieldStart("contact");
    time(json, "delay", contact.delay());
    json.writeStringField("limit", Durations.inDays(contact.limit()));
    Numbers.exact(json, "declines", contact.declines());
    time(json, "declining", contact.declining());
    json.writeEndObject();
  }

  private static void talks(JsonGenerator json, Talks talks) throws IOException {
    json.writeObjectFieldStart("conversations");
    json.writeStringField("protocol", talks.protocol());
    json.writeStringField("behaviour", talks.behaviour());
    if (talks.number().isEmpty()) {
      Numbers.exact(json, "another", talks.another());
    } else {
      numbers(json, "number", talks.number());
    }
    time(json, "between", talks.between());
    strings(json, "referringOn", talks.referringOn());
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String name, Optional<Lognormal> time)
      throws IOException {
    if (time.isPresent()) {
      json.writeObjectFieldStart(name);
      json.writeStringField("median", Durations.inDays(time.get().median()));
      Numbers.exact(json, "sigma", time.get().sigma());
      json.writeEndObject();
    }
  }

  private static void numbers(JsonGenerator json, String name, List<Double> numbers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (double number : numbers) {
      Numbers.exact(json, number);
    }
    json.writeEndArray();
  }

  static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
