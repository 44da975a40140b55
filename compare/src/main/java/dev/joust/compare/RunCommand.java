package dev.joust.compare;

import dev.joust.compare.machine.SessionLock;
import dev.joust.trial.Models;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs scenarios, judges their claims and writes the report.")
final class RunCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "A scenario of Joust by its name, or a YAML file. All of Joust's own if none is named.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--profile",
            defaultValue = "quick",
            converter = ProfileConverter.class,
            completionCandidates = ProfileConverter.Labels.class,
            description = "How thorough: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of orders and units. Default: a random one, which is written down.")
    private Optional<Long> seed;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "MODEL",
            description = "Run these models only; claims about others are not asked. The controls run whole.")
    private Set<String> models = Set.of();

    @Option(names = "--out", paramLabel = "DIR", description = "The session's folder. Default: sessions/<time>.")
    private Optional<Path> out;

    @Option(names = "--resume", paramLabel = "DIR", description = "Go on with a session that was stopped.")
    private Optional<Path> resume;

    @Option(
            names = "--service",
            defaultValue = "process",
            paramLabel = "process|URL",
            description =
                    "The network service: a process of our own, or one that runs elsewhere. Default: ${DEFAULT-VALUE}.")
    private String service;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = resume.or(() -> out).orElseGet(RunCommand::newFolder);
        var chosen = resume.isPresent() ? Optional.<Selection.Chosen>empty() : Optional.of(chosen());
        try (var _ = SessionLock.take(SessionLock.usualPlace(), folder);
                var running = service()) {
            var opened = chosen.isPresent() ? started(folder, chosen.get(), running) : SessionFolder.open(folder);
            opened.mend();
            return run(opened, running).exitCode();
        }
    }

    private static Judgement run(SessionFolder folder, Service service) throws IOException, InterruptedException {
        var session = folder.session();
        var stop = new StopOnSignal(folder.path());
        var progress = new Progress(System.out, Terminal.attached(), Tournament.trials(session));
        var flags = session.machine().flags();
        try (var archive = ClassArchive.make(
                folder.scratch().resolve("classes.jsa"), flags, session.plan().scenarios())) {
            var judgement = new Tournament(folder, service, progress, archive.flags(flags)).run();
            stop.disarm();
            new ReportWriter(folder.path(), FidelityFolder.read(folder.path())).write(session, judgement, System.out);
            return judgement;
        }
    }

    private Selection.Chosen chosen() {
        var known = Models.found();
        for (var model : models) {
            if (!known.names().contains(model)) {
                throw new UsageException(
                        "unknown model '%s'; known: %s".formatted(model, String.join(", ", known.names())));
            }
        }
        var read = new ScenarioFiles(Home.scenarios(), known.names()).read(scenarios);
        return new Selection(profile, models).of(read);
    }

    private SessionFolder started(Path folder, Selection.Chosen chosen, Service running)
            throws IOException, InterruptedException {
        return new SessionStart(profile, seed.orElseGet(() -> new SecureRandom().nextLong(1, 1_000_000)))
                .start(folder, chosen, running);
    }

    private Service service() {
        if (service.equals("process")) {
            return new ServiceProcess(Runtimes.java(), Home.serviceJar());
        }
        if (!service.matches("https?://[^/\\s]+/?")) {
            throw new UsageException(
                    "--service takes 'process' or a URL such as http://127.0.0.1:8080, found '%s'".formatted(service));
        }
        return new RemoteService(URI.create(service.replaceAll("/$", "")));
    }

    private static Path newFolder() {
        return Path.of("sessions", LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
    }
}
