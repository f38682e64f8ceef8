package org.peersupport.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.deidentification.Deidentification;
import org.peersupport.json.deidentification.DeidentifiedLogs;
import org.peersupport.json.deidentification.LogProblem;
import org.peersupport.json.deidentification.PseudonymKey;
import org.peersupport.json.deidentification.RepeatableLog;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/** What is written of logs, what is left out, and that nothing of what was there comes along. */
class DeidentificationTest {
  private static final Path FOLDER = Path.of("src/test/resources/deidentification");
  private static final String SECRET = "SECRET-7f3a";
  private static final Deidentification SETTINGS =
      Deidentification.with(
          PseudonymKey.parse("00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f"),
          Variants::find);
  private static final Deidentification OTHER_KEY =
      Deidentification.with(
          PseudonymKey.parse("102132435465768798a9bacbdcedfe0f00112233445566778899aabbccddeeff"),
          Variants::find);
  private static final Pattern PSEUDONYM = Pattern.compile("\"([spr]-[0-9a-f]{32})\"");

  private static String golden() throws IOException {
    return Files.readString(FOLDER.resolve("log.ndjson"));
  }

  /** A session of three events, in one place of which the text stands. */
  private static String session(String id, String from, String to) {
    return Json.of(
            """
            {'session':'ID','seq':1,'at':'2026-03-02T09:00:00Z','by':'sup-1','type':'session-opened','protocol':'ama-six-elements@1.0.0','supporter':{'id':'sup-1','role':'nurse','department':'surgery'},'peer':{'id':'peer-1'},'followUpOf':'s-0'}
            {'session':'ID','seq':2,'at':'2026-03-02T09:04:00Z','by':'sup-1','type':'referral-offered','referral':'r-1','resource':'chaplaincy','deviations':[{'rule':'offers-in-their-place','reason':'asked'}]}
            {'session':'ID','seq':3,'at':'2026-03-08T09:14:00Z','by':'sup-1','type':'referral-connected','referral':'r-1','deviations':[{'rule':'connect-in-time','lateBy':'PT1H'}]}
            """)
        .replace(from, to)
        .replace("ID", id);
  }

  private static String session(String id) {
    return session(id, "", "");
  }

  // --- the whole

  @Test
  void a_log_becomes_what_the_golden_file_says() throws IOException {
    Deidentified made = Deidentified.of(SETTINGS.k(3), golden());

    Golden.check("../deidentification/deidentified.ndjson", made.text().stripTrailing());
    Golden.check("../deidentification/report.json", made.report().json());
    Golden.check("../deidentification/report.txt", String.join("\n", made.report().sentences()));
    assertThat(made.problems()).isEmpty();
  }

  @Test
  void every_line_is_one_that_a_log_may_have() throws IOException {
    for (String line : Deidentified.of(SETTINGS, golden()).text().lines().toList()) {
      assertThat(Validator.errors("log-line", line)).isEmpty();
    }
  }

  @Test
  void every_type_of_event_can_be_written() {
    List<Event> events = new ArrayList<>();
    String opened = session("s-1").lines().findFirst().orElseThrow();
    Set<String> types = new HashSet<>();
    for (Event sample : Samples.events()) {
      String line =
          PeerSupportJson.writeEvent(sample, Reasons.LEFT_OUT)
              .replaceAll("\"session\":\"[^\"]*\"", "\"session\":\"s-" + sample.seq() + "\"")
              .replaceAll("\"seq\":\\d+", "\"seq\":2")
              .replaceAll("\"corrects\":\\d+", "\"corrects\":1")
              .replace(",{\"rule\":\"connect-in-time\",\"lateBy\":\"PT78H\"}", "")
              .replace("\"code\":\"asked-for\",", "")
              .replace(",\"code\":\"asked-for\"", "")
              .replace(",\"reason\":\"no-capacity\"", "");
      if (!(sample instanceof Event.SessionOpened || sample instanceof Event.SessionVoided)) {
        Deidentified made =
            Deidentified.of(SETTINGS, opened.replace("s-1", "s-" + sample.seq()) + "\n" + line);
        assertThat(made.problems()).isEmpty();
        events.addAll(made.events());
      }
    }
    // A void is written where it was corrected.
    Deidentified.of(SETTINGS, session("s-1") + voided("s-1", 4) + correcting(5, 4))
        .events()
        .forEach(events::add);
    events.forEach(event -> types.add(event.type().eventName()));
    Samples.events().forEach(event -> assertThat(types).contains(event.type().eventName()));
  }

  // --- what must not come along

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'session':'ID'",
        "'by':'sup-1'",
        "'id':'sup-1'",
        "'id':'peer-1'",
        "nurse",
        "surgery",
        "'r-1'",
        "'s-0'",
        "asked"
      })
  void nothing_that_leads_to_a_person_is_written_or_told(String place) {
    String from = Json.of(place);
    String to =
        from.contains(":")
            ? from.replaceAll(":\".*\"", ":\"" + SECRET + "\"")
            : from.startsWith("\"") ? "\"" + SECRET + "\"" : SECRET;
    String log = session("s-1", from, to);
    assertThat(log).contains(SECRET);

    Deidentified made = Deidentified.of(SETTINGS, log);

    assertThat(made.problems()).isEmpty();
    assertThat(made.events()).hasSize(3);
    assertThat(made.text()).doesNotContain(SECRET);
    assertThat(made.printed()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ama-six-elements@1.0.0",
        "chaplaincy",
        "offers-in-their-place",
        "connect-in-time",
        "2026-03-02T09:04:00Z",
        "referral-offered",
        "PT1H",
        "'seq':2",
        "'rule':'offers-in-their-place','reason'"
      })
  void where_no_word_of_the_protocol_stands_the_session_is_left_out(String place) {
    String from = Json.of(place);
    String to = from.contains(":") && !from.contains("Z") ? "\"" + SECRET + "\":1" : SECRET;
    String log = session("s-1", from, to);
    assertThat(log).contains(SECRET);

    Deidentified made = Deidentified.of(SETTINGS, log + session("s-2"));

    assertThat(made.problems()).isNotEmpty();
    assertThat(made.events()).hasSize(3);
    assertThat(made.text()).doesNotContain(SECRET);
    assertThat(made.printed()).doesNotContain(SECRET);
  }

  @Test
  void unknown_members_and_whole_lines_of_anything_do_not_come_along() {
    String log = session("s-1", "'seq':2".replace('\'', '"'), "\"" + SECRET + "\":1,\"seq\":2");
    Deidentified made =
        Deidentified.of(SETTINGS, log + SECRET + "\n{\"" + SECRET + "\":\"" + SECRET + "\"}\n");

    assertThat(made.problems()).isNotEmpty();
    assertThat(made.events()).hasSize(3);
    assertThat(made.text()).doesNotContain(SECRET);
    assertThat(made.printed()).doesNotContain(SECRET);
  }

  @Test
  void what_was_wrong_with_a_corrected_event_does_not_come_along() {
    Deidentified made = Deidentified.of(SETTINGS, session("s-1") + correction(3, ""));

    assertThat(made.events().get(3))
        .isInstanceOfSatisfying(
            Event.EventCorrected.class,
            correction -> {
              assertThat(correction.corrects()).isEqualTo(3);
              assertThat(correction.reason()).isEmpty();
            });
    assertThat(made.report().changes().reasons()).isEqualTo(2);
    assertThat(made.text() + made.printed()).doesNotContain(SECRET);
  }

  /** A fourth event of the session {@code s-1}. */
  private static String correction(int corrects, String more) {
    return Json.of(
        "{'session':'s-1','seq':4,'at':'2026-03-09T08:00:00Z','by':'sup-1','type':'event-corrected',"
            + "'corrects':"
            + corrects
            + ",'reason':'"
            + SECRET
            + "'"
            + more
            + "}\n");
  }

  @Test
  void no_id_text_instant_or_rare_department_of_the_golden_log_comes_along() throws IOException {
    Deidentified made = Deidentified.of(SETTINGS.k(3), golden());

    String all = made.text() + made.printed();
    assertThat(all)
        .doesNotContain("adams", "bell", "cole", "dunn", "east", "fox", "gray", "hill", "ives")
        .doesNotContain("case-", "call-", "\"r-1\"", "asked for", ".250", "2026-03", "tablet")
        .doesNotContain("jones", "cardiology", "recordedAt", "3.017")
        .doesNotContain("chapel\"", "laundry", "surgeon", "chaplain\"", "psychiatrist");
    for (Event event : made.events()) {
      assertThat(event.at().getEpochSecond() % 900).isZero();
    }
  }

  @Test
  void departments_of_enough_people_stay_and_rare_ones_are_called_other_from_k_on() {
    List<String> logs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String department = i < 4 ? "surgery" : "chapel-" + i;
      logs.add(session("s-" + i, "surgery", department).replace("sup-1", "sup-" + i));
    }
    String[] log = logs.toArray(String[]::new);

    assertThat(Deidentified.of(SETTINGS.k(2), log).text())
        .contains("\"department\":\"surgery\"", "\"department\":\"other\"")
        .doesNotContain("chapel");
    assertThat(Deidentified.of(SETTINGS.k(4), log).text())
        .contains("\"department\":\"surgery\"")
        .doesNotContain("other\"", "chapel");
    assertThat(Deidentified.of(SETTINGS.k(5), log).text())
        .contains("\"department\":\"other\"")
        .doesNotContain("surgery", "chapel");
    assertThat(Deidentified.of(SETTINGS.k(7), log).text()).doesNotContain("department");
  }

  @Test
  void those_of_a_session_that_is_left_out_count_for_no_department() {
    String two = session("s-1") + session("s-2").replace("sup-1", "sup-2");
    String third = session("s-3").replace("sup-1", "sup-3");

    assertThat(Deidentified.of(SETTINGS.k(3), two + third).text()).contains("surgery");
    assertThat(Deidentified.of(SETTINGS.k(3), two + third.replace("chaplaincy", "x")).text())
        .doesNotContain("surgery");
  }

  // --- what links, and what does not

  @Test
  void the_same_key_gives_the_same_pseudonyms_and_instants_in_every_log() {
    Deidentified one = Deidentified.of(SETTINGS, session("s-1"), session("s-2"));
    Deidentified alone = Deidentified.of(SETTINGS, session("s-2"));

    assertThat(one.events()).containsAll(alone.events());
  }

  @Test
  void another_key_shares_no_pseudonym_and_no_shift() throws IOException {
    Deidentified one = Deidentified.of(SETTINGS, golden());
    Deidentified other = Deidentified.of(OTHER_KEY, golden());

    assertThat(pseudonyms(one))
        .hasSizeGreaterThan(15)
        .doesNotContainAnyElementsOf(pseudonyms(other));
    assertThat(one.events())
        .extracting(Event::at)
        .doesNotContainAnyElementsOf(other.events().stream().map(Event::at).toList());
  }

  private static Set<String> pseudonyms(Deidentified made) {
    Set<String> found = new HashSet<>();
    for (Matcher matcher = PSEUDONYM.matcher(made.text()); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void a_session_a_participant_and_a_referral_of_the_same_text_have_nothing_in_common() {
    Deidentified made =
        Deidentified.of(SETTINGS, session("same").replace("sup-1", "same").replace("r-1", "same"));

    assertThat(made.problems()).isEmpty();
    Set<String> rest = new HashSet<>();
    pseudonyms(made).forEach(each -> rest.add(each.substring(2)));
    // the session, the one it follows up, the referral, the supporter and the peer
    assertThat(pseudonyms(made)).hasSize(5);
    assertThat(rest).hasSize(5);
  }

  @Test
  void a_follow_up_moves_with_the_session_before_and_others_do_not() {
    String later = session("s-2", "2026-03-0", "2026-04-0").replace("s-0", "s-1");
    Deidentified made =
        Deidentified.of(SETTINGS, session("s-1"), later, session("s-9").replace("s-0", "s-8"));

    Map<String, List<Event>> histories = made.histories();
    Event.SessionOpened follower =
        (Event.SessionOpened)
            histories.values().stream()
                .map(history -> history.get(0))
                .filter(
                    event ->
                        histories.containsKey(
                            ((Event.SessionOpened) event).followUpOf().orElse("")))
                .findFirst()
                .orElseThrow();
    Event followed = requireNonNull(histories.get(follower.followUpOf().orElseThrow())).get(0);
    assertThat(Duration.between(followed.at(), follower.at())).isEqualTo(Duration.ofDays(31));
    assertThat(histories.values().stream().map(history -> history.get(0).at()).distinct())
        .hasSize(3);
  }

  // --- the order in which it is written

  @Test
  void neither_the_order_of_sessions_nor_the_files_they_were_in_can_be_told() throws IOException {
    List<Event> events = Deidentified.events(golden());
    Map<String, List<Event>> histories = new TreeMap<>();
    events.forEach(
        event -> histories.computeIfAbsent(event.session(), id -> new ArrayList<>()).add(event));
    List<Event> backwards = new ArrayList<>();
    histories.values().forEach(history -> backwards.addAll(0, history));

    String text = Deidentified.of(SETTINGS, golden()).text();

    assertThat(Deidentified.of(SETTINGS, Deidentified.log(backwards)).text()).isEqualTo(text);
    assertThat(
            Deidentified.of(
                    SETTINGS,
                    Deidentified.log(events.subList(0, 20)),
                    Deidentified.log(events.subList(20, events.size())))
                .text())
        .isEqualTo(text);
    List<String> sessions =
        new ArrayList<>(Deidentified.of(SETTINGS, golden()).histories().keySet());
    assertThat(sessions).isSorted();
  }

  // --- what is left out

  private static List<String> problems(String... logs) {
    return Deidentified.of(SETTINGS, logs).problems().stream()
        .map(each -> each.log() + ":" + each.line() + ": " + each.explanation())
        .toList();
  }

  @Test
  void a_session_that_is_not_in_order_is_left_out_whole_and_the_reason_told() {
    List<String> lines = session("s-1").lines().toList();
    String good = session("s-2");

    assertThat(problems(lines.get(0) + "\n" + lines.get(2) + "\n" + good))
        .containsExactly("log-1:2: /seq: The event has seq 3 where 2 comes next.");
    assertThat(problems(good + lines.get(1)))
        .containsExactly("log-1:4: The event belongs to a session that was not opened before.");
    assertThat(problems(good, good))
        .containsExactly("log-2:1: The event opens a session that was opened before.");
    assertThat(problems(session("s-1", "@1.0.0", "@0.9")))
        .containsExactly(
            "log-1:1: /protocol: The session follows a protocol or a release of one that is neither"
                + " shipped nor given; give its document.");
    assertThat(problems(session("s-1", "@1.0.0\"", "@1.0.0\"," + fingerprint("0".repeat(64)))))
        .containsExactly(
            "log-1:1: /fingerprint: The session follows a protocol of this name that demanded"
                + " something else; give the document of that time.");
    assertThat(problems(session("s-1", "chaplaincy", "gym")))
        .containsExactly(
            "log-1:2: /resource: The event offers a resource that the session's protocol does not"
                + " have.");
    assertThat(problems(session("s-1", "connect-in-time", "in-time")))
        .containsExactly(
            "log-1:3: /deviations: The event departs from a rule or deadline that the session's"
                + " protocol does not have.");
    assertThat(problems(session("s-1", "PT1H", "P4D")))
        .containsExactly(
            "log-1:3: /deviations: The event is said to be late by more than the session is old.");
    String ahead = "{'rule':'time.in-future','aheadBy':'P900000000000D'}".replace('\'', '"');
    assertThat(
            problems(
                session(
                    "s-1",
                    "{\"rule\":\"offers-in-their-place\",",
                    ahead + ",{\"rule\":\"offers-in-their-place\",")))
        .containsExactly(
            "log-1:2: /deviations: The event is said to lie ahead of all years that there are.");
    assertThat(problems(session("s-1") + correction(4, "")))
        .containsExactly(
            "log-1:4: /corrects: The event corrects one that does not come before it.");
    assertThat(problems(session("s-1", "2026-", "0002-")))
        .allMatch(
            each ->
                each.endsWith(
                    "/at: The event is too far back to be moved; the year is 3 at least."))
        .hasSize(3);
    assertThat(problems("\n" + good + "{\n"))
        .containsExactly(
            "log-1:5: This is no JSON in UTF-8, or it breaks off, from about column 2.");
  }

  private static String fingerprint(String digits) {
    return "\"fingerprint\":\"sha-256:" + digits + "\"";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'referral-declined','referral':'r-1','reason':'SECRET-7f3a'",
        "'type':'referral-lapsed','referral':'r-1','reason':'SECRET-7f3a'",
        "'type':'session-ended','reason':'SECRET-7f3a'",
        "'type':'session-voided','reason':'SECRET-7f3a'",
        "'type':'session-closed','deviations':[{'rule':'thanks-come-last','code':'SECRET-7f3a'}]"
      })
  void a_reason_that_the_protocol_does_not_have_leaves_the_session_out(String content) {
    String line = "{'session':'s-1','seq':4,'at':'2026-03-09T08:00:00Z','by':'sup-1'," + content;
    Deidentified made = Deidentified.of(SETTINGS, session("s-1") + Json.of(line + "}\n"));

    assertThat(made.problems()).hasSize(1);
    assertThat(made.problems().get(0).explanation()).endsWith("does not have.");
    assertThat(made.text() + made.printed()).doesNotContain(SECRET);
  }

  @Test
  void reasons_codes_and_the_fingerprint_of_the_protocol_stay() {
    Protocol own =
        PeerSupportJson.readProtocol(
                Json.of(
                    "{'format':'peersupport/protocol','version':1,'id':'own','release':'1',"
                        + "'extends':'ama-six-elements@1.0.0','title':'Own','source':'Made here',"
                        + "'reasons':{'end':[{'key':'shift-ended','title':'The shift ended'}],"
                        + "'override':[{'key':'asked-for','title':'They asked for it'}]}}"))
            .orElseThrow();
    String log =
        session(
                    "s-1",
                    "ama-six-elements@1.0.0\"",
                    "own@1\"," + "\"fingerprint\":\"" + own.fingerprint() + "\"")
                .replace("\"reason\":\"asked\"", "\"code\":\"asked-for\",\"reason\":\"asked\"")
            + Json.of(
                "{'session':'s-1','seq':4,'at':'2026-03-09T08:00:00Z','by':'sup-1',"
                    + "'type':'session-ended','reason':'shift-ended'}\n");
    Deidentification settings =
        Deidentification.with(
            PseudonymKey.parse("00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f"),
            reference -> Optional.of(own).filter(each -> each.reference().equals(reference)));

    Deidentified made = Deidentified.of(settings, log);

    assertThat(made.problems()).isEmpty();
    assertThat(made.text()).contains(own.fingerprint(), "\"asked-for\"", "\"shift-ended\"");
  }

  @Test
  void an_event_that_happened_before_the_one_before_it_is_taken() {
    Deidentified made = Deidentified.of(SETTINGS, session("s-1", "09:04", "07:04"));

    assertThat(made.problems()).isEmpty();
    List<Event> events = made.events();
    assertThat(Duration.between(events.get(0).at(), events.get(1).at()))
        .isEqualTo(Duration.ofHours(-2));
    assertThat(problems(session("s-1", "PT1H", "P4D").replace("09:04", "07:04"))).hasSize(1);
    assertThat(
            problems(session("s-1", "PT1H", "P4D").replace("2026-03-02T09:04", "2026-02-02T09:04")))
        .isEmpty();
  }

  // --- what was entered in error

  private static String voided(String id, int seq) {
    return Json.of(
        "{'session':'"
            + id
            + "','seq':"
            + seq
            + ",'at':'2026-03-09T08:00:00Z','by':'sup-1',"
            + "'type':'session-voided','reason':'wrong-person'}\n");
  }

  @Test
  void a_session_that_was_entered_in_error_is_left_out_without_being_a_problem() {
    Deidentified made =
        Deidentified.of(SETTINGS, session("s-1") + session("s-2") + voided("s-1", 4));

    assertThat(made.problems()).isEmpty();
    assertThat(made.histories()).hasSize(1);
    assertThat(made.report().changes().voided()).isEqualTo(1);
    assertThat(made.report().changes().leftOut()).isZero();
    assertThat(made.report().changes().sessions()).isEqualTo(1);
    assertThat(made.report().sentences())
        .contains("Left out because it was entered in error and counts nowhere: 1 session.");
  }

  @Test
  void a_session_whose_void_was_corrected_is_written_and_not_when_that_was_corrected_too() {
    String void4 = session("s-1") + voided("s-1", 4);
    String back = void4 + correcting(5, 4);

    assertThat(Deidentified.of(SETTINGS, back).events()).hasSize(5);
    assertThat(Deidentified.of(SETTINGS, back + correcting(6, 5)).events()).isEmpty();
    assertThat(Deidentified.of(SETTINGS, back + correcting(6, 5) + correcting(7, 6)).events())
        .hasSize(7);
  }

  private static String correcting(int seq, int corrects) {
    return correction(corrects, "").replace("\"seq\":4", "\"seq\":" + seq);
  }

  @Test
  void a_correction_of_a_thousand_corrections_is_followed_to_its_end() {
    StringBuilder log = new StringBuilder(session("s-1") + voided("s-1", 4));
    for (int seq = 5; seq < 1005; seq++) {
      log.append(correcting(seq, seq - 1));
    }
    // Of an even number of corrections, each of the one before, none is left that counts.
    assertThat(Deidentified.of(SETTINGS, log.toString()).events()).isEmpty();
    log.append(correcting(1005, 1004));
    assertThat(Deidentified.of(SETTINGS, log.toString()).events()).hasSize(1005);
  }

  @Test
  void a_line_that_cannot_be_read_is_told_once_and_leaves_out_the_session_that_it_names() {
    String torn = session("s-1", "\"referral\":\"r-1\",\"resource\"", "\"resource\"");

    Deidentified made = Deidentified.of(SETTINGS, torn + session("s-2"));

    assertThat(made.problems())
        .containsExactly(
            new LogProblem(
                "log-1", 2, "/referral: The member \"referral\" is needed here. Add it."));
    assertThat(made.histories()).hasSize(1);
    assertThat(made.report().changes().leftOut()).isEqualTo(1);
    assertThat(made.report().changes().sessions()).isEqualTo(1);
  }

  @Test
  void a_log_without_anything_becomes_one_without_anything() {
    Deidentified made = Deidentified.of(SETTINGS, "", "\n\n");

    assertThat(made.text()).isEqualTo(PeerSupportJson.logHeader() + "\n");
    assertThat(made.report().risks()).allMatch(risk -> risk.of() == 0 && risk.few() == 0);
  }

  // --- what else can go wrong

  @Test
  void a_log_that_changes_between_the_readings_is_not_written() throws IOException {
    String good = session("s-1") + session("s-2");
    List<String> changed =
        List.of(
            session("s-1"),
            session("s-1") + session("s-2", "chaplaincy", SECRET),
            session("s-1") + session("s-2", "ama-six-elements@1.0.0", SECRET),
            session("s-1") + session("s-2", "PT1H", "P900000000000D"),
            good + session("s-1"));
    for (String second : changed) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      DeidentifiedLogs read = SETTINGS.scan(List.of(changing(good, second)), problem -> {});
      LogWriter log = LogWriter.of(out, Reasons.LEFT_OUT);

      assertThatThrownBy(() -> read.writeTo(log))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was changed while it was read; nothing is written")
          .hasMessageNotContaining(SECRET);
      log.close();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .isEqualTo(PeerSupportJson.logHeader() + "\n");
    }
  }

  @Test
  void what_is_added_after_the_survey_is_not_written() throws IOException {
    List<String> lines = session("s-1").lines().toList();
    String sooner = lines.get(0) + "\n" + lines.get(1) + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RepeatableLog growing = changing(sooner, session("s-1") + session("s-2"));
    try (LogWriter log = LogWriter.of(out, Reasons.LEFT_OUT)) {
      SETTINGS.scan(List.of(growing), problem -> {}).writeTo(log);
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(Deidentified.of(SETTINGS, sooner).text());
  }

  private static RepeatableLog changing(String first, String second) {
    List<String> texts = new ArrayList<>(Arrays.asList(first, second));
    return new RepeatableLog() {
      @Override
      public String name() {
        return "log";
      }

      @Override
      public LogReader open() {
        byte[] text = texts.remove(0).getBytes(StandardCharsets.UTF_8);
        return LogReader.of(new ByteArrayInputStream(text));
      }
    };
  }

  @Test
  void settings_that_protect_nobody_are_refused() {
    for (Duration unit :
        List.of(
            Duration.ZERO,
            Duration.ofMinutes(-15),
            Duration.ofMillis(999),
            Duration.ofMillis(1500),
            Duration.ofDays(8))) {
      assertThatThrownBy(() -> SETTINGS.unit(unit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a unit of time is of whole seconds, from PT1S to P7D, for example PT15M");
    }
    assertThatThrownBy(() -> SETTINGS.k(1))
        .hasMessage("k is 2 or more: with 1 every department would be named");
  }

  // --- the report

  @Test
  void the_report_counts_who_stands_out() {
    String[] logs = new String[7];
    for (int i = 0; i < 7; i++) {
      logs[i] = session("s-" + (i + 1)).replace("peer-1", "peer-" + i);
    }
    logs[6] = logs[6].lines().limit(2).reduce("", (one, other) -> one + other + "\n");

    Deidentified made = Deidentified.of(SETTINGS.k(4), logs);

    assertThat(made.report().risks())
        .extracting(
            risk ->
                risk.kind().wireName() + " " + risk.of() + " " + risk.few() + " " + risk.alone())
        .containsExactly(
            "protocol 7 0 0",
            "activities 7 1 1",
            "duration 7 1 1",
            "ending 7 0 0",
            "departments 7 0 0",
            "together 7 1 1",
            "sessions-of-a-person 8 1 1");
    assertThat(made.report().changes().reasons()).isEqualTo(7);
    assertThat(made.report().changes().roles()).isEqualTo(7);
    assertThat(made.report().changes().delays()).isEqualTo(6);
    assertThat(made.report().changes().followUps()).isEqualTo(7);
    assertThat(made.report().changes().referrals()).isEqualTo(7);
    assertThat(made.report().changes().participants()).isEqualTo(8);
    assertThat(made.report().changes().rareDropped()).isTrue();
  }

  @Test
  void a_deadline_is_late_by_what_the_coarse_instants_show() {
    // Accepted would be needed before; the log says what it says, 3 days and 1 hour after 09:14.
    Deidentified made = Deidentified.of(SETTINGS, session("s-1", "PT1H", "PT1H7M"));

    Event.ReferralConnected connected = (Event.ReferralConnected) made.events().get(2);
    Optional<Duration> late = connected.deviations().get(0).lateBy();
    // 2026-03-08T09:14 less 3 days and 1:07 is 08:07 on 03-05: from 08:00 to 09:00 in quarters.
    assertThat(late).contains(Duration.ofHours(1));
    Instant opened = made.events().get(0).at();
    assertThat(Duration.between(opened, connected.at())).isEqualTo(Duration.ofDays(6));
  }

  @Test
  void a_correction_tells_how_late_another_event_was_by_what_its_coarse_instants_show() {
    // 09:14 is 6 days and 10 minutes after 09:04: from 09:00 to 09:00, less the three days.
    String late = ",'deviations':[{'rule':'connect-in-time','lateBy':'PT72H10M'}]";
    Deidentified made = Deidentified.of(SETTINGS, session("s-1") + correction(2, late));

    assertThat(made.events().get(3).deviations().get(0).lateBy()).contains(Duration.ofDays(3));
  }

  @Test
  void how_far_ahead_something_was_said_to_lie_is_what_coarse_instants_show() {
    // 09:04 and 10 minutes and 59 seconds are 09:14:59, and 11 minutes 09:15.
    for (var each : Map.of("PT10M59S", Duration.ZERO, "PT11M", Duration.ofMinutes(15)).entrySet()) {
      String ahead = "{\"rule\":\"time.in-future\",\"aheadBy\":\"" + each.getKey() + "\"}";
      Deidentified made =
          Deidentified.of(
              SETTINGS, session("s-1", "\"reason\":\"asked\"}", "\"reason\":\"asked\"}," + ahead));

      assertThat(made.problems()).isEmpty();
      assertThat(made.events().get(1).deviations().get(1).aheadBy()).contains(each.getValue());
    }
  }

  /** Who knows how long it all took knows that from the first to the last moment. */
  @Test
  void the_duration_of_a_session_goes_from_its_earliest_event_to_its_latest() {
    String back = session("s-1", "09:04", "08:04");
    String later = session("s-1", "09:04", "09:05");

    assertThat(few(later + session("s-2"), "duration")).isZero();
    assertThat(few(back + session("s-2"), "duration")).isEqualTo(2);
  }

  @Test
  void what_reasons_say_makes_conversations_differ() {
    String declined =
        session(
            "s-1",
            "\"type\":\"referral-connected\",\"referral\":\"r-1\"",
            Json.of("'type':'referral-declined','referral':'r-1'"));
    String notNow =
        declined
            .replace("s-1", "s-2")
            .replace(
                "declined\",\"referral\":\"r-1\"",
                "declined\",\"referral\":\"r-1\",\"reason\":\"not-now\"");

    assertThat(few(declined + declined.replace("s-1", "s-2"), "activities")).isZero();
    assertThat(few(declined + notNow, "activities")).isEqualTo(2);
  }

  @Test
  void a_session_whose_end_was_corrected_counts_as_open() {
    String end = "'type':'session-ended','reason':'safety'";
    String log =
        session("s-1", "\"type\":\"referral-connected\",\"referral\":\"r-1\"", Json.of(end));

    assertThat(few(session("s-2") + log, "ending")).isEqualTo(2);
    assertThat(few(session("s-2") + log + correction(3, ""), "ending")).isZero();
    assertThat(few(session("s-2") + log + correction(3, "") + correcting(5, 4), "ending"))
        .isEqualTo(2);
  }

  private static long few(String log, String kind) {
    return Deidentified.of(SETTINGS.k(2), log).report().risks().stream()
        .filter(risk -> risk.kind().wireName().equals(kind))
        .findFirst()
        .orElseThrow()
        .few();
  }
}
