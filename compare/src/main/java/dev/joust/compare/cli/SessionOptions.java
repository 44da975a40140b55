package dev.joust.compare.cli;

import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.machine.SessionLock;
import dev.joust.compare.plan.AvailableRuntimes;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ResumedRuntimes;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.Selection;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.report.ReportWriter;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.run.InterruptNotice;
import dev.joust.compare.run.Progress;
import dev.joust.compare.run.SessionRunner;
import dev.joust.compare.run.SessionSetup;
import dev.joust.compare.run.Terminal;
import dev.joust.compare.run.TrialTraining;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.Judgement;
import dev.joust.trial.Models;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that runs a session takes, and how it runs one. */
final class SessionOptions {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of orders and units. Default: a random one, which is written down.")
    private Optional<Long> seed;

    @Option(names = "--out", paramLabel = "DIR", description = "The session's folder. Default: sessions/<time>.")
    private Optional<Path> out;

    @Option(names = "--resume", paramLabel = "DIR", description = "Go on with a session that was stopped.")
    private Optional<Path> resume;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final RuntimeOptions executables = new RuntimeOptions();

    /** What is asked of a new session. */
    interface Request {
        Profile profile();

        /** The scenarios and arms, when this is a new session. */
        Selection.Chosen chosen(ModelRegistry roster);
    }

    /**
     * Runs the session, or goes on with the one that was named, and writes its report.
     *
     * @return the exit code
     */
    int run(Request request) throws IOException, InterruptedException {
        var folder = resume.or(() -> out).orElseGet(() -> SessionFolder.dated(""));
        var roster = ModelRegistry.found();
        var programs = executables.byRuntime();
        roster.checkRuntimes(programs.keySet());
        return resume.isPresent()
                ? resumed(folder, new ResumedRuntimes(roster, programs))
                : started(folder, request, roster, programs);
    }

    private int resumed(Path folder, ResumedRuntimes reunion) throws IOException, InterruptedException {
        var opened = SessionFolder.open(folder);
        var runtimes = reunion.of(opened.session().instrument().runtimes());
        var session = opened.session();
        try (var _ = SessionLock.take(SessionLock.usualPlace(), folder);
                var running = service.again(
                        session.machine().service(),
                        session.plan().profile(),
                        session.plan().scenarios())) {
            return run(opened, running, runtimes).exitCode();
        }
    }

    private int started(Path folder, Request request, ModelRegistry roster, Map<String, Path> programs)
            throws IOException, InterruptedException {
        var chosen = request.chosen(roster);
        var called = AvailableRuntimes.called(roster, programs, chosen);
        called.of(chosen); // an error, when there is one, before the machine is taken
        programs.keySet().stream()
                .filter(name -> !called.runtimes().containsKey(name))
                .forEach(name -> System.out.printf("none of the models on %s runs in this session%n", name));
        try (var _ = SessionLock.take(SessionLock.usualPlace(), folder);
                var running = service.begun(request.profile(), chosen.scenarios())) {
            System.out.println("the service: " + running.description());
            var start = new SessionSetup(
                    request.profile(), seed.orElseGet(() -> new SecureRandom().nextLong(1, 1_000_000)));
            var opened = start.start(folder, chosen, called, running);
            return run(opened, running, opened.session().instrument().runtimes())
                    .exitCode();
        }
    }

    private static Judgement run(SessionFolder folder, NetworkService service, Map<String, RuntimeStatus> runtimes)
            throws IOException, InterruptedException {
        folder.mend();
        var session = folder.session();
        session.plan().unavailable().forEach(System.out::println);
        var stop = new InterruptNotice(folder.path());
        var progress = new Progress(System.out, Terminal.attached());
        var flags = session.machine().flags();
        var training =
                new TrialTraining(Models.load().names(), folder.scratch().toAbsolutePath());
        var jvm = StartUpCache.ofUser().addTo("trial", JvmCommand.jvm(flags), training);
        var commands = new TrialCommands(jvm, runtimes, session.instrument().calibrations());
        var judgement = new SessionRunner(folder, service, progress, commands).run();
        stop.disarm();
        new ReportWriter(folder.path(), FidelityFolder.read(folder.path()))
                .write(new ReportBuilder(session, judgement).report(), System.out);
        return judgement;
    }
}
