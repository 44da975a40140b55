package dev.joust.compare.cli;

import dev.joust.compare.adr.AdrFolder;
import dev.joust.compare.adr.DecisionRecord;
import dev.joust.compare.adr.RecordSource;
import dev.joust.compare.adr.RecordSource.RecordedResults;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.report.build.CostReportBuilder;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.PrintableText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust adr}. */
@Command(
        name = "adr",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Writes an architecture decision record (MADR 4.0.0) of what a session found, and prints its"
                + " file. A session that cannot be believed gives none.")
public final class AdrCommand implements Callable<Integer> {
    private final Clock clock;

    @Parameters(paramLabel = "DIR", description = "The folder of a session, of this machine or another.")
    private Path folder;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "The scenario that the record is about. Default: the only one of the session.")
    private Optional<String> scenario;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder of records. Default: the one that the file .adr-dir names, else the first of"
                    + " docs/decisions, docs/adr, doc/adr and adr that exists, else docs/decisions.")
    private Optional<Path> dir;

    @Option(
            names = "--decision-makers",
            paramLabel = "NAME",
            split = ",",
            description = "Who decides. Default: nobody is named.")
    private List<String> decisionMakers = List.of();

    /** With the clock of the system. */
    public AdrCommand() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    AdrCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws FolderWriteException {
        var judged = JudgedSession.in(folder);
        var report = new ReportBuilder(judged).report();
        var asked = asked(report);
        var refusal = DecisionRecord.refusal(report, asked);
        if (refusal.isPresent()) {
            System.err.println(PrintableText.line(String.format(Locale.ROOT, "joust: no record; %s", refusal.get())));
            return ExitCode.NOT_BELIEVED.number();
        }
        var results = new RecordedResults(
                folder.toString(), SessionFolder.open(folder).resultsSha256(), Optional.empty());
        var source = new RecordSource(
                LocalDate.now(clock), decisionMakers, results, new CostReportBuilder(judged).costs(), Optional.empty());
        var written = AdrFolder.of(dir, Path.of("")).write(DecisionRecord.of(report, asked, source));
        System.out.println(PrintableText.line(written.toString()));
        return 0;
    }

    /** By the primary metric, which comes first. */
    private ScenarioReport asked(Report report) {
        var names = report.comparisons().stream()
                .map(one -> one.question().name())
                .distinct()
                .toList();
        var name = scenario.orElseGet(() -> {
            if (names.size() != 1) {
                throw new UsageException(
                        names.isEmpty()
                                ? String.format(Locale.ROOT, "%s compares no models", folder)
                                : String.format(
                                        Locale.ROOT,
                                        "name one scenario with --scenario: %s",
                                        String.join(", ", names)));
            }
            return names.getFirst();
        });
        return report.comparisons().stream()
                .filter(one -> one.question().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(String.format(
                        Locale.ROOT, "no scenario '%s' in %s; known: %s", name, folder, String.join(", ", names))));
    }
}
