package org.peersupport.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Nothing in a schema is idle: for every word of it that can refuse something there is a document
 * that is refused for this alone. {@code WireSchemasTest} has those of the wire format.
 */
class SchemaKeywordsTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** More than any mutant has, and names of members, of which the validator tells only so much. */
  private static final Set<String> NOT_TRIED =
      Set.of(
          "/$defs/text/maxLength",
          "/$defs/weights/maxProperties",
          "/properties/referrals/properties/byMonth/maxItems",
          "/properties/after/maxProperties",
          "/properties/durations/maxProperties",
          "/properties/labels/maxProperties",
          "/$defs/activity/pattern",
          "/$defs/activity/type");

  /** What simulations and analyses have in common. */
  private static final String STUDIED =
      "'closed':SHARE,'ended':SHARE,'endedFor':{'declined':SHARE,'unreachable':SHARE,"
          + "'stopped':SHARE,'interrupted':SHARE,'safety':SHARE,'shift-ended':SHARE},'activities':MEAN,"
          + "'refused':ALONE,'withRefusal':SHARE,'withEvenDraw':SHARE,"
          + "'refusedByRule':{'order.skip':ALONE},"
          + "'elements':{'a':{'begun':{'mean':MEAN,'sessions':SHARE},'ended':SHARE,"
          + "'seconds':ALONE}},"
          + "'resources':{'c':{'offered':{'mean':MEAN,'sessions':SHARE},"
          + "'accepted':{'mean':MEAN,'sessions':SHARE},'declined':{'mean':MEAN,'sessions':SHARE},"
          + "'connected':{'mean':MEAN,'sessions':SHARE},"
          + "'completed':{'mean':MEAN,'sessions':SHARE},"
          + "'withdrawn':{'mean':MEAN,'sessions':SHARE},'lapsed':{'mean':MEAN,'sessions':SHARE}}},"
          + "'referrals':{'offered':{'mean':MEAN,'sessions':SHARE},"
          + "'accepted':{'mean':MEAN,'sessions':SHARE},'declined':{'mean':MEAN,'sessions':SHARE},"
          + "'connected':{'mean':MEAN,'sessions':SHARE},"
          + "'completed':{'mean':MEAN,'sessions':SHARE},"
          + "'withdrawn':{'mean':MEAN,'sessions':SHARE},'lapsed':{'mean':MEAN,'sessions':SHARE}},"
          + "'concerns':{'high':{'raised':{'mean':MEAN,'sessions':SHARE}}},"
          + "'appreciation':{'work':{'said':{'mean':MEAN,'sessions':SHARE}}}";

  private final IdleWords words = new IdleWords();

  private void takeMutants(String schema, String document) {
    words.takeMutants(schema, document);
  }

  private void takeBroken(String schema) throws IOException {
    for (String line : SchemaBrokenTest.documents()) {
      if (line.startsWith(schema + " ")) {
        words.take(schema, PLAIN.readTree(Json.of(line.substring(schema.length() + 1))));
      }
    }
  }

  private void assertNothingIdle(String schema) throws IOException {
    takeBroken(schema);
    words.holds(PLAIN.readTree(AllSchemas.text(schema)), NOT_TRIED);
  }

  @Test
  void of_behaviour_documents() throws IOException {
    takeMutants("behaviour", StudyDocuments.BEHAVIOUR);
    assertNothingIdle("behaviour");
  }

  @Test
  void of_reports_of_estimates() throws IOException {
    takeMutants(
        "estimate",
        Json.of(
            "{'protocol':'p@1','behaviour':'b','smoothing':0.5,'sessions':2,'unfinished':1,"
                + "'start':{'observations':2,'counts':{'begin:a':2}},"
                + "'after':{'begin:a':{'observations':1,'counts':{'close':1}}},"
                + "'durations':{'begin:a':{'observations':1,'withoutTime':0,'unknown':1,'median':'PT8M',"
                + "'sigma':0.5}},"
                + "'warnings':[{'code':'estimate.few-observations','pointer':'/start',"
                + "'observations':2,'explanation':'E'}],"
                + "'heldOut':{'share':0.3,'sessions':1,'activities':2,'impossible':0,"
                + "'logLikelihoodPerActivity':-1.5,'perplexity':4.5,"
                + "'evenly':{'choices':2,'logLikelihoodPerActivity':-0.7,'perplexity':2}}}"));
    assertNothingIdle("estimate");
  }

  @Test
  void of_mappings_of_corpora() throws IOException {
    takeMutants("transcript-mapping", StudyDocuments.MAPPING);
    assertNothingIdle("transcript-mapping");
  }

  @Test
  void of_scenario_documents() throws IOException {
    takeMutants("scenario", StudyDocuments.SCENARIO);
    takeMutants("scenario", StudyDocuments.SCENARIO_WITH_TABLES);
    takeBroken("scenario");
    assertNothingIdle("scenario");
  }

  @Test
  void of_simulated_programmes() throws IOException {
    String estimate = "{'mean':1,'low':null,'high':2,'from':0,'to':3,'runs':5}";
    takeMutants(
        "programme",
        Json.of(
            ("{'scenario':'s','protocol':'p@1','behaviour':'b','seed':-1,'runs':5,"
                    + "'start':'2026-01-01','months':2,'limit':'P3D',"
                    + "'figures':[{'figure':'referred','unit':'count','mean':1,'low':null,"
                    + "'high':2,'from':0,'to':3,'runs':5}],"
                    + "'groups':[{'id':'s','department':'d','count':2,'mostCases':3,"
                    + "'cases':ESTIMATE,'placesShare':ESTIMATE,'busyShare':ESTIMATE}],"
                    + "'supporters':[{'id':'s','department':'d','cases':ESTIMATE,"
                    + "'hours':ESTIMATE,'busyShare':ESTIMATE}],'source':'S',"
                    + "'published':[{'figure':'referred','role':'input','published':1.5,"
                    + "'simulated':1,'from':0,'to':3,'usual':true,'note':''}],"
                    + "'assumptions':['A'],"
                    + "'against':{'scenario':'r','figures':[{'figure':'referred','unit':'count',"
                    + "'mean':-1,'low':null,'high':2,'from':-3,'to':3,'runs':5}]}}")
                .replace("ESTIMATE", estimate)));
    assertNothingIdle("programme");
  }

  @Test
  void of_simulations() throws IOException {
    String share = "{'share':0.5,'low':0.25,'high':0.75}";
    String mean = "{'mean':1.5,'low':-0.5,'high':3.5,'sd':1.25}";
    String spread =
        "{'mean':1.5,'low':-0.5,'high':3.5,'sd':1.25,"
            + "'quantiles':{'0.05':0,'0.25':1,'0.5':1,'0.75':2,'0.95':4}}";
    takeMutants(
        "simulation",
        Json.of(
            ("{'simulation':{'protocol':'p@1','behaviour':'b','states':3,'mostConnected':7,'seed':-7,'sessions':9,"
                    + "'partial':true,'cutOff':1,"
                    + STUDIED.replace("'activities':MEAN", "'activities':SPREAD")
                    + "}}")
                .replace("SPREAD", spread)
                .replace("MEAN", mean)
                .replace("SHARE", share)
                .replace("ALONE", mean)));
    assertNothingIdle("simulation");
  }

  @Test
  void of_analyses() throws IOException {
    takeMutants(
        "analysis",
        Json.of(
            ("{'analysis':{'protocol':'p@1','behaviour':'b','states':3,'mostConnected':7,"
                    + STUDIED
                    + ",'leftOut':['quantiles: none']}}")
                .replace("MEAN", "{'mean':1.5,'sd':0.5}")
                .replace("SHARE", "{'share':0.5}")
                .replace("ALONE", "{'mean':1.5}")));
    assertNothingIdle("analysis");
  }

  @Test
  void of_comparisons() throws IOException {
    String value = "{'estimate':0.5,'low':0.25,'high':0.75,'exact':0.5}";
    String rest =
        "'values':[VALUE,VALUE],'differences':[{'estimate':-0.5,'low':-1,'high':0,'exact':-0.5,"
            + "'effect':-0.5,'reduction':2}]}";
    String variant = "{'protocol':'p@1','behaviour':'b','states':3,'mostConnected':7,'cutOff':1}";
    takeMutants(
        "comparison",
        Json.of(
            ("{'comparison':{'seed':-7,'sessions':9,'partial':true,'variants':[VARIANT,VARIANT],"
                    + "'figures':[{'quantity':'closed',"
                    + rest
                    + ",{'quantity':'endedIn','of':'a',"
                    + rest
                    + "]}}")
                .replace("VALUE", value)
                .replace("VARIANT", variant)));
    assertNothingIdle("comparison");
  }

  @Test
  void of_what_is_found_out() throws IOException {
    takeMutants(
        "verification",
        Json.of(
            "{'findings':[{'kind':'trap','rules':['r'],'explanation':'E','witness':['close'],"
                + "'about':'r'}],'states':1}"));
    assertNothingIdle("verification");
    words.forget();
    takeMutants(
        "difference",
        Json.of(
            "{'same':false,'disagreements':[{'allowedBy':'a@1','refusedBy':'b@1',"
                + "'conversation':['close'],'at':1,'rules':['r'],'explanation':'E'}]}"));
    assertNothingIdle("difference");
  }

  @Test
  void of_vectors_and_of_what_became_of_them() throws IOException {
    takeMutants("vector", CertificationSamples.VECTOR);
    assertNothingIdle("vector");
    words.forget();
    takeMutants("certification", CertificationSamples.FAILED);
    takeMutants("certification", CertificationSamples.REPORT);
    assertNothingIdle("certification");
  }

  @Test
  void of_audits() throws IOException {
    takeMutants("audit", AuditSamples.SESSION);
    takeMutants("audit", AuditSamples.SUMMARY);
    assertNothingIdle("audit");
  }

  @Test
  void of_ledgers() throws IOException {
    LedgerSamples.LINES.forEach(line -> takeMutants("ledger-line", line));
    assertNothingIdle("ledger-line");
    words.forget();
    takeMutants("ledger-proof", LedgerSamples.PROOF);
    words.take("ledger-proof", PLAIN.readTree(LedgerSamples.PROOF.replace("p1", "x1")));
    assertNothingIdle("ledger-proof");
    words.forget();
    takeMutants("ledger-seal", LedgerSamples.SEAL);
    assertNothingIdle("ledger-seal");
  }
}
