package org.peersupport.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peersupport.analysis.Verification;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.certification.Certification;
import org.peersupport.json.ledger.LedgerWriter;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.session.Sessions;

/**
 * The lists of public signatures: one file beside the sources of each artifact. {@code
 * -Dgolden.update=true} rewrites them.
 */
class PublicApiTest {
  private static final Path ROOT = Path.of("..", "..");

  /** The artifacts that others compile against. */
  enum Artifact {
    CORE("core/engine/src/api/peersupport-core.txt", Sessions.class),
    STUDY("core/study/src/api/peersupport-study.txt", Verification.class),
    JSON("adapters-json/codec/src/api/peersupport-json.txt", PeerSupportJson.class),
    JSON_STUDIES("adapters-json/studies/src/api/peersupport-json-studies.txt", StudyJson.class),
    RECORDS("adapters-json/records/src/api/peersupport-records.txt", LedgerWriter.class),
    KIT("adapters-json/kit/src/api/peersupport-kit.txt", Certification.class);

    private final String list;
    private final Class<?> type;

    Artifact(String list, Class<?> type) {
      this.list = list;
      this.type = type;
    }

    Path list() {
      return ROOT.resolve(list);
    }

    Class<?> type() {
      return type;
    }

    PublicApi api() {
      return PublicApi.of(type);
    }
  }

  @ParameterizedTest
  @EnumSource
  void signatures_are_those_of_the_list(Artifact artifact) throws IOException {
    String signatures = artifact.api().text();
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(artifact.list().getParent());
      Files.writeString(artifact.list(), signatures);
    }
    assertThat(artifact.list())
        .as(
            "The public signatures changed. -Dgolden.update=true rewrites the list. A change that"
                + " breaks callers needs an entry in core/docs/changelog.md and a decision record.")
        .hasContent(signatures);
  }

  @ParameterizedTest
  @EnumSource
  void no_signature_names_an_internal_type(Artifact artifact) {
    assertThat(artifact.api().text().lines()).noneMatch(line -> line.contains(".internal."));
  }

  @ParameterizedTest
  @EnumSource
  void each_package_has_a_status(Artifact artifact) {
    PublicApi api = artifact.api();
    assertThat(api.packages())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(api.status(name)).as(name).isNotNull());
  }

  /** On a type the annotation would warn every user who compiles without its class file. */
  @ParameterizedTest
  @EnumSource
  void a_status_stands_on_a_package_and_on_no_type(Artifact artifact) {
    assertThat(artifact.api().types()).noneMatch(PublicApiTest::hasStatus);
  }

  private static boolean hasStatus(AnnotatedElement element) {
    return element.isAnnotationPresent(API.class);
  }

  @Test
  void whoever_embeds_sessions_meets_few_types() {
    assertThat(
            Artifact.CORE.api().topLevelTypes().size() + Artifact.JSON.api().topLevelTypes().size())
        .isLessThanOrEqualTo(90);
  }
}
