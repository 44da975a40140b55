package dev.joust.compare.cli;

import dev.joust.compare.report.TextReport;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.PrintableText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code joust judge}. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Judges a session again from its results, and prints the verdicts.")
public final class JudgeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder of a session, of this machine or another.")
    private Path folder;

    @Override
    public Integer call() {
        var judged = JudgedSession.in(folder);
        var report = new ReportBuilder(judged).report();
        System.out.print(PrintableText.lines(new TextReport(report).text()));
        return ExitCode.of(judged.judgement().conclusion()).number();
    }
}
