package dev.joust.compare.run;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.machine.ProcessTree;
import dev.joust.compare.machine.ReadingDetail;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.process.RunningChildren;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.service.ServiceStatsClient;
import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.verdict.CalibrationDrift;
import dev.joust.compare.verdict.Judge;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.compare.verdict.ValidityChecks;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs what is left of a session: round by round, block by block, each result on disk before the next trial starts. After each look only
 * those scenarios go on that it leaves undecided. For one thread.
 */
public final class SessionRunner {
    /** At most this share of the blocks is repeated because the machine was disturbed. */
    private static final double MOST_REPEATED = 0.3;

    private static final int CALIBRATED_EVERY = 3;

    /** Within which a signal that ended a trial reaches us too. */
    private static final Duration SOON = Duration.ofMillis(200);

    private final SessionFolder folder;
    private final Session session;
    private final Looks looks;
    private final NetworkService service;
    private final Progress progress;
    private final TrialCommands commands;
    private final Attempts attempts;
    private final List<Recalibration> recalibrations;

    /**
     * @param commands how each arm's trials are started
     */
    public SessionRunner(SessionFolder folder, NetworkService service, Progress progress, TrialCommands commands) {
        this.commands = commands;
        this.folder = folder;
        this.session = folder.session();
        this.looks = session.plan().profile().looks();
        this.service = service;
        this.progress = progress;
        this.attempts = new Attempts(folder.read());
        this.recalibrations = new ArrayList<>(folder.recalibrations());
    }

    public Judgement run() throws IOException, InterruptedException {
        // The first reading of a process tree loads its classes, 0.3 s that would fall into the first window.
        ProcessTree.of(ProcessHandle.current().pid()).usage(ReadingDetail.EVERYTHING);
        var plan = new Plan(session.plan().scenarios(), session.plan().seed());
        var running = session.plan().scenarios();
        progress.more(trials(plan, 1, looks.atLeast(), running));
        for (int round = 1; round <= looks.blocks() && !running.isEmpty(); round++) {
            round(plan, round, running);
            if (looks.now(round) && round < looks.blocks()) {
                running = undecided(running, round);
                goOn(plan, running, round);
            }
        }
        progress.over();
        return judgement(attempts);
    }

    private Judgement judgement(Attempts attempts) {
        return new Judge(session, recalibrations).judge(attempts);
    }

    /** What this look leaves undecided. A session that was stopped may have later blocks already: they are of the next look. */
    private List<Scenario> undecided(List<Scenario> running, int round) {
        var open = judgement(attempts.upTo(round)).open();
        return running.stream().filter(s -> open.contains(s.name())).toList();
    }

    private void goOn(Plan plan, List<Scenario> open, int round) {
        if (!open.isEmpty()) {
            int until = looks.until(round + 1);
            progress.more(trials(plan, round + 1, until, open));
            progress.note("%d blocks leave something open; up to %d of %s"
                    .formatted(round, until, open.stream().map(Scenario::name).collect(Collectors.joining(", "))));
        }
    }

    /** How many are left of these rounds, when nothing is repeated. */
    private int trials(Plan plan, int from, int to, List<Scenario> running) {
        return IntStream.rangeClosed(from, to)
                .boxed()
                .flatMap(round -> open(plan, round, running).stream())
                .mapToInt(block -> block.scenario().arms().size())
                .sum();
    }

    private List<Plan.Block> open(Plan plan, int round, List<Scenario> running) {
        return plan.round(round).stream()
                .filter(b -> running.contains(b.scenario()) && !whole(b))
                .toList();
    }

    private void round(Plan plan, int number, List<Scenario> running) throws IOException, InterruptedException {
        var open = open(plan, number, running);
        if (open.isEmpty()) {
            return;
        }
        var address =
                open.stream().anyMatch(b -> b.scenario().workload().needsService()) ? service.restart() : Setup.NOWHERE;
        if (!address.equals(Setup.NOWHERE)) {
            new ServiceStatsClient(address).warmUp();
        }
        for (var block : open) {
            block(plan, block, address);
        }
        if (number % CALIBRATED_EVERY == 0 && looks.judges()) {
            calibrateAgain(number);
        }
    }

    /** Each runtime may have been slowed by a neighbour when the session began, and the ceilings with it. */
    private void calibrateAgain(int round) throws IOException, InterruptedException {
        var calibrator = new Calibrator(session.plan().scenarios());
        for (var runtime : commands.calibrations().keySet()) {
            try {
                var recalibration = new Recalibration(
                        round, runtime, calibrator.of(commands.command(runtime), arm -> commands.runtime(arm)
                                .equals(runtime)));
                folder.append(recalibration);
                recalibrations.add(recalibration);
            } catch (TrialFailure e) {
                progress.note("%s was not calibrated again after round %d: %s".formatted(runtime, round, e.sentence()));
            }
        }
    }

    private void block(Plan plan, Plan.Block block, URI address) throws IOException, InterruptedException {
        Optional<String> objection;
        boolean again;
        do {
            int attempt = last(block).map(Attempts.Last::number).orElse(0) + 1;
            List<Result> attempted = new ArrayList<>();
            for (var arm : block.order()) {
                attempted.add(trial(plan, block, arm, attempt, address));
            }
            objection = objection(attempted);
            again = objection.isPresent() && mayRepeat();
            if (objection.isPresent()) {
                progress.note("block %d of %s was disturbed (%s); it %s"
                        .formatted(
                                block.number(),
                                block.scenario().name(),
                                objection.get(),
                                again ? "is repeated" : "stands"));
            }
        } while (again);
    }

    /** Counted over the whole session, so that a session that goes on has what was left. */
    private boolean mayRepeat() {
        int repeated = 0;
        int blocks = 0;
        for (var scenario : session.plan().scenarios()) {
            repeated += attempts.repeated(scenario.name(), scenario.arms().size());
            blocks += Math.max(looks.atLeast(), attempts.of(scenario.name()).size());
        }
        return looks.judges() && repeated + 1 <= MOST_REPEATED * blocks;
    }

    private Optional<String> objection(List<Result> attempted) {
        DisturbanceLimits disturbanceLimits = session.machine().disturbanceLimits();
        return attempted.stream()
                .flatMap(r -> disturbanceLimits.objection(r.outside().disturbance()).stream()
                        .map(reason -> r.id().arm() + ": " + reason))
                .findFirst();
    }

    private Result trial(Plan plan, Plan.Block block, Arm arm, int attempt, URI address)
            throws IOException, InterruptedException {
        var scenario = block.scenario();
        var name = scenario.name() + "/" + arm.name();
        int blocks = looks.until(block.number());
        progress.begins(name, block.number(), blocks);
        var id = new TrialId(session.name(), scenario.name(), arm.name(), block.number(), attempt);
        int cores = scenario.cores(cores());
        var host = new Trial.Host(cores, folder.scratch().toAbsolutePath(), commands.calibration(arm));
        var conditions = new Trial.Conditions(
                host,
                address,
                plan.unitSeed(block),
                session.plan().profile().warmUp(scenario.workload().on(arm)),
                TrialTimeout.with(scenario.workload().on(arm), arm, cores));
        var trial = new Trial(id, arm, scenario.workload().on(arm), conditions);
        var command = commands.command(arm, scenario.pod());
        var result = new TrialRunner(command, scenario.workload().needsService(), scenario.pod(), service.processes())
                .run(trial);
        if (result.failure().isPresent() && RunningChildren.RUNNING.closedWithin(SOON)) {
            throw new InterruptedException("told to stop in the midst of " + name); // which did not fail by itself
        }
        folder.append(result);
        attempts.add(result);
        progress.ends(name, block.number(), blocks, outcome(scenario, result));
        return result;
    }

    private String outcome(Scenario scenario, Result result) {
        var failed = new ValidityChecks(scenario, cores(), CalibrationDrift.of(session.instrument(), recalibrations))
                .failedBy(result);
        if (!failed.isEmpty()) {
            return "INVALID " + failed.getFirst();
        }
        var metric = scenario.judging().primary();
        var figure = MetricReader.of(metric, result);
        return figure.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.4g %s",
                        figure.getAsDouble(),
                        metric.quantity().unit())
                : metric + " not available";
    }

    private int cores() {
        return session.machine().environment().hardware().usableCores();
    }

    private boolean whole(Plan.Block block) {
        return last(block)
                .filter(attempt ->
                        attempt.results().size() == block.scenario().arms().size())
                .isPresent();
    }

    private Optional<Attempts.Last> last(Plan.Block block) {
        return attempts.last(block.scenario().name(), block.number());
    }
}
