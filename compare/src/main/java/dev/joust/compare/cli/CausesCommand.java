package dev.joust.compare.cli;

import dev.joust.compare.cause.CauseCheck;
import dev.joust.compare.cause.CauseCheck.CauseMatch;
import dev.joust.compare.cause.CauseCheck.CheckedCause;
import dev.joust.compare.cause.KnownCause;
import dev.joust.compare.cause.KnownCauses;
import dev.joust.compare.report.CauseReport;
import dev.joust.compare.report.CauseTable;
import dev.joust.compare.report.CauseTable.CauseRow;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.PrintableText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code joust causes}. */
@Command(
        name = "causes",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Prints why each arm of a session is as fast as it is, beside the known cause where there is"
                + " one. A wrong cause is an error; a refusal to name one is not.")
public final class CausesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder of a session, of this machine or another.")
    private Path folder;

    @Override
    public Integer call() {
        var check = CauseCheck.of(JudgedSession.in(folder), KnownCauses.own());
        System.out.print(PrintableText.lines(table(check).text()));
        return ExitCode.of(check).number();
    }

    private static CauseTable table(CauseCheck check) {
        return new CauseTable(
                check.rows().stream().map(CausesCommand::row).toList(),
                String.format(
                        Locale.ROOT,
                        "causes: %d right, %d wrong, %d refused, %d that nobody has listed",
                        check.count(CauseMatch.RIGHT),
                        check.count(CauseMatch.WRONG),
                        check.count(CauseMatch.REFUSED),
                        check.count(CauseMatch.UNLISTED)));
    }

    private static CauseRow row(CheckedCause cause) {
        var found = cause.found();
        return new CauseRow(
                cause.scenario(),
                cause.arm(),
                cause.known().map(KnownCause::words).orElse(""),
                cause.match().name().toLowerCase(Locale.ROOT),
                new CauseReport(found.kind().word(), found.because(), found.against()));
    }
}
