package dev.joust.compare;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code joust judge}. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Judges a session again from its results, and prints the verdicts.")
final class JudgeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder of a session, of this machine or another.")
    private Path folder;

    @Override
    public Integer call() {
        var judged = JudgedSession.in(folder);
        System.out.print(new TextReport(judged.session(), judged.judgement()).text());
        return judged.judgement().exitCode();
    }
}
