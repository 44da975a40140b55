package dev.joust.compare.cli;

import dev.joust.compare.diff.PublishedSession;
import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.merge.ShardEmitter;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioChoice;
import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.report.ReportWriter;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.run.SessionLauncher;
import dev.joust.compare.run.SessionRequest;
import dev.joust.compare.run.SessionRequest.Dependencies;
import dev.joust.compare.run.SessionRequest.PlannedRounds;
import dev.joust.compare.run.SessionRequest.ShardPart;
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
    static final long MAX_RANDOM_SEED = 1_000_000;

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
    private final RestOption rest = new RestOption();

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
        return run(profile, scenarios, new ShardOptions());
    }

    /** The same for a session, or for one shard of it, which has no report. */
    int run(Profile profile, ScenarioRequest scenarios, ShardOptions shard) throws IOException, InterruptedException {
        var rounds = rounds(profile, resumes() ? Optional.empty() : shard.part());
        var chosen = new Asked(scenarios, Optional.empty(), folder(""));
        if (!shard.emits()) {
            return end(measure(new SessionLauncher(System.out), rounds, chosen), System.out);
        }
        try (var emitter = new ShardEmitter(System.out, System.err::println)) {
            var judged = measure(new SessionLauncher(System.err, emitter::begin), rounds, chosen);
            emitter.end();
            return end(judged, System.err);
        }
    }

    private static int end(JudgedSession judged, PrintStream show) {
        if (judged.session().onlyShard().isEmpty()) {
            PublishedSession.line(judged).map(PrintableText::line).ifPresent(show::println);
        }
        return ExitCode.of(judged.judgement().conclusion()).number();
    }

    /** A seed for a session that is given none. */
    static long randomSeed() {
        return new SecureRandom().nextLong(1, MAX_RANDOM_SEED);
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
        return measure(
                new SessionLauncher(show), rounds(profile, Optional.empty()), new Asked(scenarios, python, folder));
    }

    /** What a session runs, on which CPython, and in which folder. */
    private record Asked(ScenarioChoice scenarios, Optional<Path> python, Path folder) {}

    private JudgedSession measure(SessionLauncher launcher, PlannedRounds rounds, Asked asked)
            throws IOException, InterruptedException {
        var show = launcher.out();
        if (noControls && resume.isEmpty()) {
            show.println("WITHOUT CONTROLS (--no-controls): nothing will show that the verdicts can be believed");
        }
        var judged = launcher.run(request(rounds, asked));
        var report = new ReportBuilder(judged).report();
        if (judged.session().onlyShard().isPresent()) {
            new ShardSummary(judged, report).lines(asked.folder()).forEach(show::println);
        } else {
            new ReportWriter(asked.folder(), FidelityFolder.read(asked.folder())).write(report, show);
        }
        return judged;
    }

    private PlannedRounds rounds(Profile profile, Optional<ShardPart> shard) {
        if (shard.isPresent() && seed.isEmpty()) {
            throw new UsageException("--shard needs --seed N: the shards of a plan have the same seed");
        }
        return new PlannedRounds(profile, seed.orElseGet(SessionOptions::randomSeed), shard);
    }

    private SessionRequest request(PlannedRounds rounds, Asked asked) {
        var executables = new TreeMap<>(runtimes.executables());
        asked.python().ifPresent(path -> executables.putIfAbsent(PythonOption.RUNTIME, path));
        var dependencies = new Dependencies(service.request(), executables, rest.orUsual());
        var chosen = noControls ? asked.scenarios().withoutControls() : asked.scenarios();
        return resumes()
                ? new SessionRequest.Resume(asked.folder(), chosen, dependencies)
                : new SessionRequest.Start(asked.folder(), rounds, chosen, dependencies);
    }
}
