package org.peersupport.json.certification;

import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.peersupport.json.certification.VectorResult.Verdict;

/**
 * A report as a page that can be handed over: one file without scripts, pictures or links, which
 * prints in black and white and reads well aloud. Verdicts are words; colour only repeats them.
 */
final class ReportPage {
  private static final String STYLE =
      """
      body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2rem}
      .verdict{border:2px solid;border-left-width:.75rem;padding:.5rem 1rem;font-weight:bold}
      .passed{border-color:#1b6e33}.failed{border-color:#a31515;border-style:double;border-width:4px 4px 4px .75rem}
      table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:bold;padding:.25rem 0}
      th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      thead th{background:#efefef}thead{display:table-header-group}tr{break-inside:avoid}
      @media print{body{margin:0;max-width:none;font-size:10pt}}""";

  private static final int SENT_CHARACTERS = 1_000;

  private final CertificationResults report;
  private final String sha256;
  private final Optional<Signed> signed;

  /** A signature in Base64, and the key that verifies it. */
  record Signed(String signature, PublicKey key) {
    /** The line between the first and the last one of the key's file in PEM. */
    String keyLine() {
      return Base64.getEncoder().encodeToString(key.getEncoded());
    }
  }

  /**
   * @param sha256 that of the report in canonical JSON
   */
  ReportPage(CertificationResults report, String sha256, Optional<Signed> signed) {
    this.report = report;
    this.sha256 = sha256;
    this.signed = signed;
  }

  String html() {
    Html html = new Html();
    head(html);
    verdict(html);
    about(html);
    results(html);
    failures(html);
    notPlayed(html);
    skips(html);
    clauses(html);
    rules(html);
    meaning(html);
    authenticity(html);
    html.raw("</main>").raw("</body>").raw("</html>");
    return html.toString();
  }

  private void head(Html html) {
    html.raw("<!DOCTYPE html>").raw("<html lang=\"en\">").raw("<head>");
    html.raw("<meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    html.element("title", "Conformance report: " + report.subject());
    html.raw("<style>").raw(STYLE).raw("</style>").raw("</head>").raw("<body>").raw("<main>");
    html.element("h1", "Conformance report: " + report.subject());
  }

  private void verdict(Html html) {
    int notPlayed = report.notPlayed();
    int failed = report.count(Verdict.FAILED) - notPlayed;
    int skipped = report.count(Verdict.SKIPPED);
    String word = report.isPassed() ? "passed" : "failed";
    html.raw("<p class=\"verdict " + word + "\">");
    if (!report.isPassed()) {
      html.raw("Failed: " + vectors(failed) + " not answered as the contract asks.");
      if (notPlayed > 0) {
        html.raw(vectors(notPlayed) + " not played, because the subject had been given up.");
      }
    } else if (skipped > 0) {
      html.raw("Passed: every vector that was played. " + vectors(skipped) + " skipped.");
    } else {
      html.raw("Passed: every vector.");
    }
    html.raw("</p>");
  }

  private static String vectors(int count) {
    return count == 1 ? "1 vector was" : number(count) + " vectors were";
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private void about(Html html) {
    VectorsHeader header = report.vectors().header();
    html.element("h2", "What was tested");
    html.headings("Who and with what", "What", "Value");
    html.row("Subject", report.subject());
    html.row("Tested at (UTC)", report.at().toString());
    html.row("Protocol", header.protocol());
    html.row("SHA-256 of the protocol's document", header.protocolSha256());
    html.row("SHA-256 of the vectors", report.vectors().sha256());
    html.row("Vectors", number(report.vectors().vectors().size()));
    html.row("Method", header.method() + ", up to " + header.extra() + " extra states");
    html.row("States and inputs", number(header.states()) + " and " + number(header.inputs()));
    html.row("Kit that made the vectors", header.kit());
    html.row("Kit that ran them", VectorSuite.KIT);
    for (String capability : report.vectors().capabilities()) {
      html.row("Optional: " + capability, report.claims(capability) ? "claimed" : "not claimed");
    }
    html.endTable();
  }

  private void results(Html html) {
    html.element("h2", "Results");
    html.headings("Vectors by result", "Result", "Vectors");
    html.row("Passed", number(report.count(Verdict.PASSED)));
    html.row("Failed", number(report.count(Verdict.FAILED) - report.notPlayed()));
    html.row("Not played, which counts as failed", number(report.notPlayed()));
    html.row("Skipped", number(report.count(Verdict.SKIPPED)));
    html.endTable();
  }

  private List<VectorResult> of(Verdict verdict) {
    return report.results().stream().filter(each -> each.verdict() == verdict).toList();
  }

  private void failures(Html html) {
    List<VectorResult> failed = of(Verdict.FAILED).stream().filter(VectorResult::isPlayed).toList();
    if (failed.isEmpty()) {
      return;
    }
    html.element(
        "p",
        "A step is one command of a vector, counted from 1. Its line is that of the vectors file,"
            + " which has the whole command and everything that is expected. Expected and Came show"
            + " only the members that differ; null came where there was none.");
    html.headings("What failed", "Vector", "Step", "Line", "Reason", "Sent", "Expected", "Came");
    for (VectorResult result : failed) {
      html.row(
          result.vector(),
          number(result.step()),
          number(result.line()),
          result.reason().orElse(""),
          cut(result.sent().orElse("")),
          result.expected().orElse(""),
          result.got().orElse(""));
    }
    html.endTable();
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
  }

  private static String cut(String text) {
    return text.length() <= SENT_CHARACTERS ? text : text.substring(0, SENT_CHARACTERS) + "…";
  }

  /** A subject that was given up leaves thousands; they are told by their reason. */
  private void notPlayed(Html html) {
    if (report.notPlayed() == 0) {
      return;
    }
    Map<String, Integer> reasons = new LinkedHashMap<>();
    report.results().stream()
        .filter(CertificationResults::isNotPlayed)
        .forEach(each -> reasons.merge(each.reason().orElse(""), 1, Integer::sum));
    html.headings("What was not played", "Reason", "Vectors");
    reasons.forEach((reason, count) -> html.row(reason, number(count)));
    html.endTable();
  }

  private void skips(Html html) {
    List<VectorResult> skipped = of(Verdict.SKIPPED);
    if (!skipped.isEmpty()) {
      html.headings("What was skipped", "Vector", "Reason");
      skipped.forEach(each -> html.row(each.vector(), each.reason().orElse("")));
      html.endTable();
    }
  }

  private void clauses(Html html) {
    SortedMap<String, Verdict> verdicts = report.clauses().verdicts();
    if (verdicts.isEmpty()) {
      return;
    }
    Map<String, String> says =
        ClauseTable.clauses().stream().collect(Collectors.toMap(Clause::id, Clause::says));
    coverage(html, "Clauses of the contract");
    html.headings("Clauses of the contract", "Clause", "What it says", "Result");
    verdicts.forEach(
        (clause, verdict) -> html.row(clause, says.getOrDefault(clause, ""), verdict.wireName()));
    html.endTable();
  }

  private void rules(Html html) {
    SortedMap<String, Verdict> verdicts = report.rules().verdicts();
    if (verdicts.isEmpty()) {
      return;
    }
    coverage(html, "Rules of the protocol");
    html.headings("Rules of the protocol", "Rule", "Result");
    verdicts.forEach((rule, verdict) -> html.row(rule, verdict.wireName()));
    html.endTable();
  }

  private static void coverage(Html html, String title) {
    html.element("h2", title);
    html.element(
        "p",
        "Failed: a vector that covers it failed or was not played. Skipped: all of them were"
            + " skipped. Passed: none failed and at least one was played.");
  }

  private void meaning(Html html) {
    html.element("h2", "What this means");
    html.element(
        "p",
        "Each vector is a short play: lines that are sent to the subject and what its answers must"
            + " be. The report speaks of the subject as it ran then and there, of the protocol named"
            + " above, and of nothing else; it does not say that a programme is good or safe.");
    List<String> abstraction = report.vectors().header().abstraction();
    if (!abstraction.isEmpty()) {
      html.element("p", "What the vectors rest on and do not tell apart:");
      html.raw("<ul>");
      abstraction.forEach(sentence -> html.element("li", sentence));
      html.raw("</ul>");
    }
    html.element(
        "p",
        "What the subject answered is shown only in words that the vectors expect somewhere;"
            + " everything else stands here as \"something else\".");
  }

  private void authenticity(Html html) {
    html.element("h2", "How to check this page");
    html.element(
        "p",
        "It says the same as the report in JSON whose canonical form (RFC 8785) has the SHA-256"
            + " below. Whoever has the vectors can play them again.");
    if (signed.isPresent()) {
      html.element(
          "p",
          "A page can be changed by anybody, the report in JSON cannot: 'certify --check REPORT"
              + " --public-key KEY' tells whether it is the one that was signed, and prints its"
              + " SHA-256. Take the key from whoever signed it and not from here; its file has the"
              + " line below.");
    }
    html.headings("Marks of the report", "What", "Value");
    html.row("SHA-256 of the report", sha256);
    html.row("Signature (Ed25519, Base64)", signed.map(Signed::signature).orElse("not signed"));
    signed.ifPresent(each -> html.row("Public key (X.509, Base64)", each.keyLine()));
    html.endTable();
  }
}
