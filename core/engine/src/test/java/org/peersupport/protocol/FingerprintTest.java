package org.peersupport.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash over what a protocol demands: the same for the same demands, whatever its words. */
class FingerprintTest {
  /** Of a protocol in which everything occurs that a fingerprint looks at. */
  private static ProtocolBuilder base() {
    return head()
        .element(Element.required("a", "A", "P").asRepeatable())
        .element(Element.optional("b", "B", "P").asRepeatable())
        .order(Order.strict().returning("b", "a"))
        .resource(Resource.of("walk", "A walk"))
        .resource(Resource.of("talk", "A talk"))
        .concerns("grave")
        .appreciation("work")
        .rule(rule())
        .deadline(deadline(Duration.ofHours(1)));
  }

  private static ProtocolBuilder head() {
    return ProtocolBuilder.of("printed", "1.0.0").title("T").source("S");
  }

  private static Rule rule() {
    return Rule.of("offered", Template.PRECEDENCE, any("begin:b"), any("offer:*"));
  }

  private static Deadline deadline(Duration within) {
    return Deadline.of("soon", any("open"), any("begin:a", "end"), within);
  }

  /** The same protocol with its parts replaced. */
  private static String with(
      UnaryOperator<Element> element,
      UnaryOperator<Order> order,
      UnaryOperator<Resource> resource,
      UnaryOperator<Rule> rule,
      Deadline deadline) {
    return head()
        .element(element.apply(Element.required("a", "A", "P").asRepeatable()))
        .element(Element.optional("b", "B", "P").asRepeatable())
        .order(order.apply(Order.strict().returning("b", "a")))
        .resource(resource.apply(Resource.of("walk", "A walk")))
        .resource(Resource.of("talk", "A talk"))
        .concerns("grave")
        .appreciation("work")
        .rule(rule.apply(rule()))
        .deadline(deadline)
        .build()
        .fingerprint();
  }

  private static String rule(UnaryOperator<Rule> change) {
    return with(e -> e, o -> o, r -> r, change, deadline(Duration.ofHours(1)));
  }

  private static String deadline(Deadline deadline) {
    return with(e -> e, o -> o, r -> r, r -> r, deadline);
  }

  @Test
  void of_the_default_protocol_is_this_one() {
    assertThat(Catalogue.amaSixElements().fingerprint())
        .isEqualTo("sha-256:441dc6f7b456e4e9ea01723a5c8e615ac1e178c7f150456e5c5a5c8be1a11ac0");
  }

  @Test
  void is_the_sha_256_of_this_text() throws NoSuchAlgorithmException {
    String canonical =
        "{\"appreciation\":[\"work\"],\"concerns\":[\"grave\"],\"deadlines\":[{\"from\":[\"open\"],"
            + "\"id\":\"soon\",\"to\":[\"begin:a\",\"end\"],\"within\":3600}],\"elements\":["
            + "{\"continuous\":false,\"key\":\"a\",\"need\":\"required\",\"repeatable\":true},"
            + "{\"continuous\":false,\"key\":\"b\",\"need\":\"optional\",\"repeatable\":true}],"
            + "\"order\":{\"mode\":\"strict\",\"overridable\":false,\"returns\":[[\"b\",\"a\"]]},"
            + "\"pairing\":{\"department\":\"any\"},\"resources\":[{\"consent\":\"required\","
            + "\"key\":\"walk\"},{\"consent\":\"required\",\"key\":\"talk\"}],\"rules\":[{\"a\":["
            + "\"begin:b\"],\"b\":[\"offer:talk\",\"offer:walk\"],\"count\":1,\"holds\":"
            + "\"conversation\",\"id\":\"offered\",\"overridable\":false,\"strength\":\"mandatory\","
            + "\"template\":\"precedence\"}]}";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));

    assertThat(base().build().fingerprint()).isEqualTo("sha-256:" + HexFormat.of().formatHex(hash));
  }

  @Test
  void does_not_change_with_the_words() {
    String other =
        ProtocolBuilder.of("otherwise", "2.0.0")
            .title("Another title")
            .source("Another source")
            .derivedFrom("printed@1.0.0")
            .element(
                Element.required("a", "First", "Another purpose")
                    .asRepeatable()
                    .prompting("Say something.")
                    .from(Provenance.STATED, "somewhere"))
            .element(Element.optional("b", "Second", "P").asRepeatable())
            .order(Order.strict().returning("b", "a"))
            .resource(Resource.of("walk", "Fresh air"))
            .resource(Resource.of("talk", "Words"))
            .concern(TitledKey.of("grave", "Grave"))
            .appreciation(TitledKey.of("work", "the work they do"))
            .reasons(
                new ReasonLists(
                    List.of(TitledKey.of("shift-ended", "The shift ended")),
                    List.of(),
                    List.of(),
                    List.of()))
            .rule(rule().called("Begin first").because("So it is.").from(Provenance.STATED))
            .deadline(deadline(Duration.ofMinutes(60)).because("It is urgent."))
            .example(Example.accepted("one", "begin:a", "close"))
            .build()
            .fingerprint();

    assertThat(other).isEqualTo(base().build().fingerprint());
  }

  @Test
  void does_not_change_with_the_way_that_patterns_are_written() {
    String same = base().build().fingerprint();

    assertThat(
            rule(
                rule ->
                    Rule.of(
                        "offered",
                        Template.PRECEDENCE,
                        any("begin:*", "!begin:a"),
                        any("offer:walk", "offer:talk", "offer:walk"))))
        .isEqualTo(same);
    assertThat(
            deadline(Deadline.of("soon", any("open"), any("end", "begin:a"), Duration.ofHours(1))))
        .isEqualTo(same);
  }

  @Test
  void changes_with_each_thing_that_is_demanded() {
    Map<String, Supplier<String>> changed = new HashMap<>();
    Deadline hour = deadline(Duration.ofHours(1));
    changed.put("nothing", () -> base().build().fingerprint());
    changed.put("another concern", () -> base().concerns("mild").build().fingerprint());
    changed.put("another facet", () -> base().appreciation("sharing").build().fingerprint());
    changed.put("another pairing", () -> base().pairing(Pairing.SAME).build().fingerprint());
    changed.put(
        "another element",
        () -> base().element(Element.optional("c", "C", "P")).build().fingerprint());
    changed.put(
        "another resource",
        () -> base().resource(Resource.of("bath", "A bath")).build().fingerprint());
    changed.put(
        "the need",
        () ->
            with(
                e -> Element.optional("a", "A", "P").asRepeatable(), o -> o, r -> r, r -> r, hour));
    changed.put(
        "continuous",
        () -> base().element(Element.optional("c", "C", "P").asContinuous()).build().fingerprint());
    changed.put(
        "repeatable",
        () ->
            with(e -> Element.required("a", "A", "P"), o -> Order.strict(), r -> r, r -> r, hour));
    changed.put("no return", () -> with(e -> e, o -> Order.strict(), r -> r, r -> r, hour));
    changed.put(
        "the mode",
        () -> with(e -> e, o -> Order.guided().returning("b", "a"), r -> r, r -> r, hour));
    changed.put(
        "overridable order", () -> with(e -> e, Order::allowingOverride, r -> r, r -> r, hour));
    changed.put("the consent", () -> with(e -> e, o -> o, Resource::byNotice, r -> r, hour));
    changed.put(
        "the id of a rule",
        () -> rule(r -> Rule.of("renamed", Template.PRECEDENCE, any("begin:b"), any("offer:*"))));
    changed.put(
        "the template",
        () ->
            rule(
                r ->
                    Rule.of(
                        "offered", Template.ALTERNATE_PRECEDENCE, any("begin:b"), any("offer:*"))));
    changed.put(
        "the first side",
        () -> rule(r -> Rule.of("offered", Template.PRECEDENCE, any("begin:*"), any("offer:*"))));
    changed.put(
        "the second side",
        () ->
            rule(r -> Rule.of("offered", Template.PRECEDENCE, any("begin:b"), any("offer:walk"))));
    changed.put(
        "a count of one", () -> rule(r -> Rule.of("offered", Template.EXISTENCE, any("offer:*"))));
    changed.put(
        "a count of two",
        () -> rule(r -> Rule.of("offered", Template.EXISTENCE, any("offer:*")).times(2)));
    changed.put("the strength", () -> rule(Rule::asAdvisory));
    changed.put("overridable", () -> rule(Rule::asOverridable));
    changed.put("holds always", () -> rule(Rule::bindingAlways));
    changed.put(
        "one rule for each resource",
        () ->
            rule(
                r ->
                    Rule.of(
                            "offered-{resource}",
                            Template.PRECEDENCE,
                            any("begin:b"),
                            any("offer:{resource}"))
                        .forEach(Rule.ForEach.RESOURCE)));
    changed.put(
        "the id of a deadline",
        () ->
            deadline(
                Deadline.of("later", any("open"), any("begin:a", "end"), Duration.ofHours(1))));
    changed.put(
        "what opens it",
        () ->
            deadline(
                Deadline.of("soon", any("begin:b"), any("begin:a", "end"), Duration.ofHours(1))));
    changed.put(
        "what meets it",
        () -> deadline(Deadline.of("soon", any("open"), any("begin:a"), Duration.ofHours(1))));
    changed.put("the time", () -> deadline(deadline(Duration.ofMinutes(61))));

    Map<String, String> prints = new HashMap<>();
    changed.forEach((what, print) -> prints.put(what, print.get()));

    assertThat(prints.values()).doesNotHaveDuplicates();
    assertThat(prints.values()).allMatch(print -> print.matches("sha-256:[0-9a-f]{64}"));
  }

  /** As ECMAScript writes the double that is nearest, on every Java release. */
  @ParameterizedTest
  @CsvSource({
    "PT1S, 1",
    "PT0.5S, 0.5",
    "PT1.25S, 1.25",
    "P3D, 259200",
    "PT0.000001S, 0.000001",
    "PT0.0000001S, 1e-7",
    "PT0.000000123S, 1.23e-7",
    "PT1000000.000000001S, 1000000.000000001",
    "PT20000000000.000000001S, 20000000000",
    "PT123456789.123456789S, 123456789.12345679",
    "P100000000D, 8640000000000"
  })
  void writes_seconds_as_rfc_8785_does(String within, String written) {
    assertThat(Fingerprint.seconds(Duration.parse(within))).isEqualTo(written);
  }
}
