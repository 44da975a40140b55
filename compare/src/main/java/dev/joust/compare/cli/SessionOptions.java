package dev.joust.compare.cli;

import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.machine.SessionLock;
import dev.joust.compare.plan.Attendance;
import dev.joust.compare.plan.Foreign;
import dev.joust.compare.plan.Lanes;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.Reunion;
import dev.joust.compare.plan.Roster;
import dev.joust.compare.plan.Runtimes;
import dev.joust.compare.plan.Selection;
import dev.joust.compare.report.ReportWriter;
import dev.joust.compare.report.build.Draft;
import dev.joust.compare.run.Progress;
import dev.joust.compare.run.SessionStart;
import dev.joust.compare.run.StopOnSignal;
import dev.joust.compare.run.Terminal;
import dev.joust.compare.run.Tournament;
import dev.joust.compare.run.TrialTraining;
import dev.joust.compare.service.Service;
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
    private final ServiceChoice service = new ServiceChoice();

    @Mixin
    private final Executables executables = new Executables();

    /** What is asked of a new session. */
    interface Request {
        Profile profile();

        /** The scenarios and arms, when this is a new session. */
        Selection.Chosen chosen(Roster roster);
    }

    /**
     * Runs the session, or goes on with the one that was named, and writes its report.
     *
     * @return the exit code
     */
    int run(Request request) throws IOException, InterruptedException {
        var folder = resume.or(() -> out).orElseGet(() -> SessionFolder.dated(""));
        var roster = Roster.found();
        var programs = executables.byRuntime();
        roster.checkRuntimes(programs.keySet());
        return resume.isPresent()
                ? resumed(folder, new Reunion(roster, programs))
                : started(folder, request, roster, programs);
    }

    private int resumed(Path folder, Reunion reunion) throws IOException, InterruptedException {
        var opened = SessionFolder.open(folder);
        var foreign = reunion.of(opened.session().instrument().foreign());
        var session = opened.session();
        try (var _ = SessionLock.take(SessionLock.usualPlace(), folder);
                var running = service.again(
                        session.machine().service(),
                        session.plan().profile(),
                        session.plan().scenarios())) {
            return run(opened, running, foreign).exitCode();
        }
    }

    private int started(Path folder, Request request, Roster roster, Map<String, Path> programs)
            throws IOException, InterruptedException {
        var chosen = request.chosen(roster);
        var called = Attendance.called(roster, programs, chosen);
        called.of(chosen); // an error, when there is one, before the machine is taken
        programs.keySet().stream()
                .filter(name -> !called.foreign().containsKey(name))
                .forEach(name -> System.out.printf("none of the models on %s runs in this session%n", name));
        try (var _ = SessionLock.take(SessionLock.usualPlace(), folder);
                var running = service.begun(request.profile(), chosen.scenarios())) {
            System.out.println("the service: " + running.description());
            var start = new SessionStart(
                    request.profile(), seed.orElseGet(() -> new SecureRandom().nextLong(1, 1_000_000)));
            var opened = start.start(folder, chosen, called, running);
            return run(opened, running, opened.session().instrument().foreign()).exitCode();
        }
    }

    private static Judgement run(SessionFolder folder, Service service, Map<String, Foreign> foreign)
            throws IOException, InterruptedException {
        folder.mend();
        var session = folder.session();
        session.plan().absent().forEach(System.out::println);
        var stop = new StopOnSignal(folder.path());
        var progress = new Progress(System.out, Terminal.attached());
        var flags = session.machine().flags();
        var training =
                new TrialTraining(Models.found().names(), folder.scratch().toAbsolutePath());
        var jvm = StartUpCache.ofUser().with("trial", Runtimes.jvm(flags), training);
        var lanes = new Lanes(jvm, foreign, session.instrument().calibrations());
        var judgement = new Tournament(folder, service, progress, lanes).run();
        stop.disarm();
        new ReportWriter(folder.path(), FidelityFolder.read(folder.path())).write(new Draft(session, judgement).report(), System.out);
        return judgement;
    }
}
