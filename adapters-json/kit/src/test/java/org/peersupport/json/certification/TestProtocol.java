package org.peersupport.json.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Catalogue;

/**
 * A protocol that subjects are tried with.
 *
 * @param id its id
 * @param document its document
 */
record TestProtocol(String id, String document) {
  /** The protocol that everybody gets. */
  static final TestProtocol SIX =
      new TestProtocol(
          "ama-six-elements", PeerSupportJson.writeProtocol(Catalogue.amaSixElements()));

  /** Departments that must differ, deadlines of every kind, an order that is advised. */
  static final TestProtocol WARD = ofResource("ward");

  /** Rules that clash before either of them is broken. */
  static final TestProtocol CHOICES = ofKit("kit-choices");

  /** Each template once, over two elements of its own protocol, in the order of the contract. */
  static final List<String> TEMPLATES =
      List.of(
          "existence",
          "absence",
          "exactly",
          "init",
          "end",
          "choice",
          "exclusive-choice",
          "responded-existence",
          "co-existence",
          "response",
          "alternate-response",
          "chain-response",
          "precedence",
          "alternate-precedence",
          "chain-precedence",
          "succession",
          "alternate-succession",
          "chain-succession",
          "not-co-existence",
          "not-succession",
          "not-chain-succession");

  private static TestProtocol ofResource(String id) {
    try (InputStream in =
        TestProtocol.class.getResourceAsStream("/certification/" + id + ".json")) {
      return new TestProtocol(id, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestProtocol ofKit(String id) {
    return new TestProtocol(id, PeerSupportJson.writeProtocol(KitProtocols.find(id).orElseThrow()));
  }

  /** Three elements without an order and one rule. */
  static TestProtocol ofTemplate(String template) {
    boolean counted = List.of("existence", "absence", "exactly").contains(template);
    boolean oneSided = counted || template.equals("init") || template.equals("end");
    String id = "only-" + template;
    return new TestProtocol(
        id,
        """
        {"id":"%s","release":"1","title":"%s","source":"Made for tests","elements":[
         {"key":"ask","title":"Ask","purpose":"To ask","need":"optional","repeatable":true},
         {"key":"tell","title":"Tell","purpose":"To tell","need":"optional","repeatable":true},
         {"key":"wait","title":"Wait","purpose":"To wait","need":"optional","repeatable":true}],
         "rules":[{"id":"the-rule","template":"%s","a":["begin:ask"]%s%s}]}
        """
            .formatted(
                id,
                template,
                template,
                oneSided ? "" : ",\"b\":[\"begin:tell\"]",
                counted ? ",\"count\":2" : ""));
  }

  /** Every protocol that there is a suite for. */
  static List<TestProtocol> all() {
    List<TestProtocol> all = new ArrayList<>(List.of(SIX, WARD, CHOICES));
    TEMPLATES.forEach(template -> all.add(ofTemplate(template)));
    return all;
  }
}
