package dev.joust.compare.cli;

import dev.joust.compare.diff.DiffText;
import dev.joust.compare.diff.PublishedSession;
import dev.joust.compare.diff.SessionDiff;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.PrintableText;
import dev.joust.trial.Json;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Compares two sessions, verdict by verdict. Absolute figures of two machines are never compared.")
public final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "A", description = "The folder of a session.")
    private Path a;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "The folder of another session. Default: the published session, which comes with Joust.")
    private Optional<Path> b;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var diff = diff(JudgedSession.in(a));
        System.out.print(PrintableText.lines(json ? Json.pretty(diff) + "\n" : new DiffText(diff).text()));
        return ExitCode.of(diff.conclusion()).number();
    }

    private SessionDiff diff(JudgedSession first) {
        return b.map(folder -> SessionDiff.of(first, a.toString(), JudgedSession.in(folder), folder.toString()))
                .orElseGet(() -> PublishedSession.compare(first));
    }
}
