package org.peersupport.workbench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.Corrections;
import org.peersupport.audit.LogAudit;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionReport;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.protocol.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges recorded sessions. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Tells how recorded sessions kept to their protocol.",
    description = {
      "",
      "Replays logs and prints one JSON line for each session: its verdict, how each rule came out,"
          + " and every violation that was not recorded as a departure; then one line that sums up. What was"
          + " recorded as an override or as a departure from advice is told apart and is no"
          + " violation, although the rule stands as violated. Events that were corrected count for"
          + " nothing.",
      "",
      "Verdicts: conformant; deviating, with violations; incomplete, when a mandatory rule is only"
          + " pending; unreadable, when lines are broken, missing or repeated.",
      "",
      "Logs are NDJSON, or gzip with a name that ends in .gz. Several are taken as one log in the"
          + " order given, and read side by side. The reason of an override is never printed.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every session is conformant or incomplete",
      "1:a session is deviating or unreadable, or a line is lost",
      "2:a log or a protocol cannot be read at all, or is something else; standard error says what"
    })
final class AuditCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description = "The path of a log; - is standard input.")
  private List<String> logs;

  @Option(
      names = "--protocol",
      paramLabel = "P",
      description = {
        "Judge every session by this protocol: an id or id@release of the catalogue, or the path of"
            + " a document. What it has no word for is passed over and listed once.",
        "Without it a session is judged by the protocol that its first event names."
      })
  private String protocol;

  @Option(
      names = "--with",
      paramLabel = "P",
      description = "A document of a protocol that sessions name; may be repeated.")
  private List<String> brought = List.of();

  @Option(names = "--text", description = "Print a report for people instead of JSON.")
  private boolean text;

  @Mixin private LanguageTag language = new LanguageTag();

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AuditPrinter printer =
        text ? new AuditPage(console, language.locale()) : new AuditLines(console);
    AuditSummary summary = new AuditSummary();
    long start = System.nanoTime();
    Consumer<SessionReport> reports =
        report -> {
          summary.add(report);
          printer.print(report);
        };
    Function<Corrections, LogAudit> audit = audit(reports);
    LogFindings findings = Auditing.run(logs, audit, console);
    printer.finish(summary, findings);
    tell(findings.events(), summary.sessions(), (System.nanoTime() - start) / 1e9);
    boolean clean =
        summary.sessions(SessionVerdict.DEVIATING) == 0
            && summary.sessions(SessionVerdict.UNREADABLE) == 0
            && findings.lostLines() == 0;
    return clean ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  /** Under one protocol, whatever the sessions name, or under those that they name. */
  private Function<Corrections, LogAudit> audit(Consumer<SessionReport> reports) {
    if (protocol != null) {
      Protocol only = Documents.find(protocol);
      return corrections -> LogAudit.byAnother(only, corrections, reports).in(language.locale());
    }
    ProtocolSources sources = new ProtocolSources();
    brought.forEach(each -> sources.bring(Documents.find(each)));
    return corrections -> LogAudit.start(sources::find, corrections, reports).in(language.locale());
  }

  private void tell(long events, long sessions, double seconds) {
    console.tell(
        String.format(
            Locale.ROOT,
            "%,d %s of %,d %s in %.2f s, %,.0f events a second",
            events,
            events == 1 ? "event" : "events",
            sessions,
            sessions == 1 ? "session" : "sessions",
            seconds,
            events / Math.max(seconds, 1e-9)));
  }
}
