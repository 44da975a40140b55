package dev.joust.compare.run;

import dev.joust.compare.machine.ControlGroup;
import dev.joust.compare.machine.MachineLock;
import dev.joust.compare.machine.NativeLibraries;
import dev.joust.compare.plan.AvailableRuntimes;
import dev.joust.compare.plan.ConnectionLimits;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.NotAsked;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ResumedRuntimes;
import dev.joust.compare.plan.ResumedVariants;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariants;
import dev.joust.compare.plan.SweepEstimate;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Pod;
import dev.joust.scenario.PrintableText;
import dev.joust.scenario.Scenario;
import dev.joust.trial.JvmVariables;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a session from a request: takes the machine, starts the service, runs the trials and judges them. What cannot be
 * met is a {@link UsageException} before the first trial.
 *
 * @param out where progress is shown
 * @param follower receives the session as it grows
 */
public record SessionLauncher(PrintStream out, SessionFollower follower) {

    /** Runs sessions that nobody follows. */
    public SessionLauncher(PrintStream out) {
        this(out, SessionFollower.NONE);
    }

    /** Runs a new session, or what is left of a stopped one. */
    public JudgedSession run(SessionRequest request) throws IOException, InterruptedException {
        var registry = ModelRegistry.found();
        registry.checkRuntimes(request.dependencies().executables().keySet());
        NativeLibraries.chooseFolder();
        JvmVariables.cautions(JvmVariables.ignored(System.getenv())).forEach(out::println);
        return switch (request) {
            case SessionRequest.Start start -> start(start, registry);
            case SessionRequest.Resume resume -> resume(resume, registry);
        };
    }

    private JudgedSession start(SessionRequest.Start request, ModelRegistry registry)
            throws IOException, InterruptedException {
        var executables = request.dependencies().executables();
        var profile = request.rounds().profile();
        request.scenarios().pods().forEach(SessionLauncher::checkLimits);
        var chosen = request.scenarios().choose(profile, registry);
        int cores = Runtime.getRuntime().availableProcessors();
        checkOwnLimits(chosen.scenarios(), cores);
        ConnectionLimits.ofThisMachine().check(chosen, cores, registry::slots);
        chosen.scenarios()
                .forEach(scenario -> show(scenario.caution(cores).stream().toList()));
        var needed = AvailableRuntimes.find(registry, executables, profile.flags(), chosen);
        var present = needed.restrict(chosen); // an error comes before the machine is taken
        var variants = RuntimeVariants.find(registry, profile.flags(), present.scenarios());
        executables.keySet().stream()
                .sorted()
                .filter(name -> !needed.runtimes().containsKey(name))
                .forEach(name -> out.printf(Locale.ROOT, "none of the models on %s runs in this session%n", name));
        var starter = new ServiceStarter(request.dependencies().service(), profile, chosen.scenarios());
        try (var machine = MachineLock.take(request.folder());
                var service = starter.start()) {
            show(machine.cautions());
            out.println(PrintableText.line("service: " + service.info().brief()));
            show(NotAsked.summary(chosen.notAsked(), profile));
            show(variants.cautions(profile.flags()));
            show(new SweepEstimate(profile, cores, request.rounds().blocks()).lines(chosen.scenarios()));
            var rest = restWait(service, profile, request.dependencies());
            var folder = new SessionSetup(request.rounds(), rest, variants)
                    .create(request.folder(), chosen, needed, service.info());
            var session = folder.readSession();
            return run(
                    folder, session, service, new Runtimes(session.instrument().runtimes(), variants));
        }
    }

    private void show(List<String> lines) {
        lines.stream().map(PrintableText::line).forEach(out::println);
    }

    /** Limits that stand in a scenario file. Those of the command line are checked before. */
    private static void checkOwnLimits(List<Scenario> scenarios, int cores) {
        for (var scenario : scenarios) {
            if (scenario.cpus(cores) > cores) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "scenario %s gives its trials %s CPUs; %d can be used here",
                        scenario.name(),
                        Pod.number(scenario.cpus(cores)),
                        cores));
            }
        }
        scenarios.stream()
                .flatMap(scenario -> scenario.pod().stream())
                .distinct()
                .forEach(SessionLauncher::checkLimits);
    }

    private static void checkLimits(Pod pod) {
        try {
            ControlGroup.with(pod.cpus(), pod.memoryBytes()).close();
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private JudgedSession resume(SessionRequest.Resume request, ModelRegistry registry)
            throws IOException, InterruptedException {
        var folder = SessionFolder.open(request.folder());
        var session = folder.readSession();
        if (session.hosts().isPresent()) {
            throw new UsageException(
                    String.format(Locale.ROOT, "%s is merged; go on with its shards, and merge again", folder.path()));
        }
        checkFlags(session);
        var runtimes = new ResumedRuntimes(
                        registry,
                        request.dependencies().executables(),
                        session.plan().profile().flags())
                .find(session.instrument().runtimes());
        var plan = session.plan();
        var variants = new ResumedVariants(registry, () -> request.named().runtimes(registry))
                .find(
                        plan.scenarios(),
                        plan.profile().flags(),
                        session.instrument().chosenByArms());
        show(NotAsked.summary(plan.notAsked(), plan.profile()));
        var before = session.machine().service();
        var starter = new ServiceStarter(request.dependencies().service(), plan.profile(), plan.scenarios());
        starter.checkConfirmed(before);
        try (var machine = MachineLock.take(request.folder());
                var service = starter.resume(before)) {
            show(machine.cautions());
            if (!before.sameAs(service.info())) {
                show(List.of(String.format(
                        Locale.ROOT,
                        "the service began as %s; it goes on as %s",
                        before.sentence(),
                        service.info().sentence())));
            }
            folder.reopen();
            var found = restWait(service, plan.profile(), request.dependencies())
                    .await(session.machine().disturbanceLimits()::excess);
            if (found.note().isPresent()) {
                folder.append(new DisturbanceNote(Optional.empty(), found.note().get()));
            }
            return run(folder, session, service, new Runtimes(runtimes, variants));
        }
    }

    private RestWait restWait(NetworkService service, Profile profile, SessionRequest.Dependencies dependencies) {
        return RestWait.onThisMachine(
                service.processes(),
                profile.looks().judges() ? dependencies.rest() : Duration.ZERO,
                line -> out.println(PrintableText.line(line)));
    }

    /** A session file may come from a stranger, and a flag can start any program. */
    private static void checkFlags(Session session) {
        var profile = session.plan().profile();
        var began = session.machine().flags();
        if (!began.equals(profile.flags())) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "the session cannot go on: it began with the JVM flags %s, profile %s now has %s",
                    String.join(" ", began),
                    profile,
                    String.join(" ", profile.flags())));
        }
    }

    /** The runtimes other than the JVM, and those that arms choose. */
    private record Runtimes(Map<String, RuntimeStatus> usual, RuntimeVariants variants) {}

    private JudgedSession run(SessionFolder folder, Session session, NetworkService service, Runtimes runtimes)
            throws IOException, InterruptedException {
        show(UnavailableArm.summary(session.plan().unavailable()));
        StartUpCache.ofUser().refusal().map(PrintableText::line).ifPresent(out::println);
        follower.begins(folder, session);
        var notice = InterruptNotice.arm(folder.path());
        var progress = new SessionProgress(out, Terminal.attached(), System::nanoTime);
        var commands = new CachedCommands(session, folder.scratch().toAbsolutePath())
                .commands(runtimes.usual(), runtimes.variants());
        var judgement = new SessionRunner(folder, session, new SessionTools(service, progress, commands)).run();
        notice.disarm();
        return new JudgedSession(session, judgement, folder.readDisturbances(), folder.readCapacities());
    }
}
