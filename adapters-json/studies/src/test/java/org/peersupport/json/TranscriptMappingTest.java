package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.json.studies.TranscriptCorpus;
import org.peersupport.json.studies.TranscriptMapping;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;

class TranscriptMappingTest {
  private static Read<TranscriptMapping> read(String members) {
    return StudyJson.readTranscriptMapping(
        Json.of("{'id':'m','corpus':'annomi','protocol':'p@1'," + members + "}"));
  }

  @Test
  void says_what_its_document_says() {
    TranscriptMapping mapping =
        StudyJson.readTranscriptMapping(StudyDocuments.MAPPING).orElseThrow();

    assertThat(mapping.id()).isEqualTo("ours");
    assertThat(mapping.corpus()).isEqualTo(TranscriptCorpus.ESCONV);
    assertThat(mapping.protocol()).isEqualTo("small@1.0");
    assertThat(mapping.labels().keySet()).containsExactly("Question", "Thanks", "Others", "");
    assertThat(mapping.labels())
        .containsEntry("Question", Optional.of(new Activity(ActivityKind.BEGIN, "talk")))
        .containsEntry("Others", Optional.empty());
    assertThat(mapping.ends()).contains(EndReason.STOPPED);
    assertThat(mapping.closes()).isFalse();
  }

  @Test
  void leaves_conversations_as_they_stand_unless_it_says_how_they_end() {
    for (String ending : new String[] {"", ",'ending':null"}) {
      TranscriptMapping mapping = read("'labels':{'a':null}" + ending).orElseThrow();
      assertThat(mapping.closes()).isFalse();
      assertThat(mapping.ends()).isEmpty();
    }
    assertThat(read("'labels':{'a':null},'ending':'close'").orElseThrow().closes()).isTrue();
    Map<String, Optional<Activity>> none = Map.of();
    assertThatThrownBy(
            () ->
                new TranscriptMapping(
                    "m", TranscriptCorpus.ESCONV, "p", none, true, Optional.of(EndReason.DECLINED)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void conversations_may_end_for_a_reason_of_the_protocol() {
    TranscriptMapping mapping =
        read("'labels':{'a':null},'ending':'end:shift-ended'").orElseThrow();

    assertThat(mapping.ends()).contains(new EndReason("shift-ended"));
    assertThat(mapping.problems(Catalogue.amaSixElements()))
        .containsExactly(
            "Conversations end for shift-ended, a reason which ama-six-elements@1.0.0 does not have."
                + " It has: declined, unreachable, stopped, interrupted, safety.");
    for (String ending : new String[] {"end:", "end:Shift ended", "end", "closed"}) {
      assertThat(read("'labels':{'a':null},'ending':'" + ending + "'").issues())
          .extracting(Issue::code)
          .containsExactly("json.unknown-value");
    }
  }

  @Test
  void a_label_stands_there_once_and_is_not_repeated_by_an_issue() {
    Read<TranscriptMapping> read =
        read("'labels':{'SECRET':null,'SECRET':'begin:SECRET','b':7},'ending':'SECRET'");

    assertThat(read.issues())
        .extracting(Issue::code)
        .containsExactly(
            "json.ill-formed", "json.repeated-member", "json.wrong-type", "json.unknown-value");
    assertThat(read.issues().toString()).doesNotContain("SECRET");
  }

  @Test
  void has_a_thousand_labels_at_most() {
    StringBuilder labels = new StringBuilder("'0':null");
    for (int i = 1; i < JsonLimits.ENTRIES; i++) {
      labels.append(",'").append(i).append("':null");
    }
    assertThat(read("'labels':{" + labels + "}").orElseThrow().labels())
        .hasSize(JsonLimits.ENTRIES);
    assertThat(read("'labels':{" + labels + ",'x':null}").issues())
        .extracting(Issue::code)
        .containsExactly("json.too-large");
  }

  @Test
  void tells_what_a_protocol_does_not_have() {
    TranscriptMapping mapping =
        read("'labels':{'a':'begin:reach-out','b':'thank:me','c':'thank:me','d':null}")
            .orElseThrow();

    assertThat(mapping.problems(Catalogue.amaSixElements()))
        .containsExactly(
            "A label stands for thank:me, which ama-six-elements@1.0.0 does not have. It has:"
                + " thank:sharing, thank:work.");
  }
}
