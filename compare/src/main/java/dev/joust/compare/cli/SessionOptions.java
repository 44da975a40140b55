package dev.joust.compare.cli;

import dev.joust.compare.diff.PublishedSession;
import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioChoice;
import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.report.ReportWriter;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.run.SessionLauncher;
import dev.joust.compare.run.SessionRequest;
import dev.joust.compare.run.SessionRequest.Dependencies;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.PrintableText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs a session. */
final class SessionOptions {
    private static final long MAX_RANDOM_SEED = 1_000_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of orders and units. Default: a random one; the session records it.")
    private Optional<Long> seed;

    @Option(names = "--out", paramLabel = "DIR", description = "The session's folder. Default: sessions/<time>.")
    private Optional<Path> out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with a stopped session. Its folder says what runs, so options for that are ignored.")
    private Optional<Path> resume;

    @Option(
            names = "--no-controls",
            description =
                    "Run without the controls, which take at most 40 seconds of a quick session. Nothing then shows"
                            + " that its verdicts can be believed.")
    private boolean noControls;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final RuntimeOptions runtimes = new RuntimeOptions();

    /**
     * Runs a session and writes its report.
     *
     * @param scenarios what a new session runs
     * @return the exit code
     */
    int run(Profile profile, ScenarioRequest scenarios) throws IOException, InterruptedException {
        var judged = run(profile, scenarios, folder(""), System.out);
        PublishedSession.line(judged).map(PrintableText::line).ifPresent(System.out::println);
        return ExitCode.of(judged.judgement().conclusion()).number();
    }

    /** The folder of the session that goes on, or else of a new one. */
    Path folder(String prefix) {
        return resume.or(() -> out).orElseGet(() -> SessionFolder.dated(prefix));
    }

    boolean resumes() {
        return resume.isPresent();
    }

    /**
     * The same with the session in this folder.
     *
     * @param show where progress and verdicts are shown
     */
    JudgedSession run(Profile profile, ScenarioRequest scenarios, Path folder, PrintStream show)
            throws IOException, InterruptedException {
        return measure(profile, scenarios, Optional.empty(), folder, show);
    }

    /**
     * The same for any choice of scenarios.
     *
     * @param python the program of CPython, where {@code --python} names none
     */
    JudgedSession measure(
            Profile profile, ScenarioChoice scenarios, Optional<Path> python, Path folder, PrintStream show)
            throws IOException, InterruptedException {
        if (noControls && resume.isEmpty()) {
            show.println("WITHOUT CONTROLS (--no-controls): nothing will show that the verdicts can be believed");
        }
        var chosen = noControls ? scenarios.withoutControls() : scenarios;
        var judged = new SessionLauncher(show).run(request(profile, chosen, python, folder));
        var report = new ReportBuilder(judged).report();
        new ReportWriter(folder, FidelityFolder.read(folder)).write(report, show);
        return judged;
    }

    private SessionRequest request(Profile profile, ScenarioChoice scenarios, Optional<Path> python, Path folder) {
        var executables = new TreeMap<>(runtimes.executables());
        python.ifPresent(path -> executables.putIfAbsent(PythonOption.RUNTIME, path));
        var dependencies = new Dependencies(service.request(), executables);
        if (resume.isPresent()) {
            return new SessionRequest.Resume(folder, scenarios, dependencies);
        }
        return new SessionRequest.Start(
                folder,
                profile,
                seed.orElseGet(() -> new SecureRandom().nextLong(1, MAX_RANDOM_SEED)),
                scenarios,
                dependencies);
    }
}
