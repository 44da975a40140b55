package dev.joust.compare.run;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.process.RunningChildren;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs one block: its trials, each result on disk before the next trial starts, and again when the machine was
 * disturbed.
 */
final class BlockRunner {
    /** At most this share of a session's blocks is repeated. */
    private static final double MAX_REPEATED_SHARE = 0.3;

    /** How long after a trial's end a signal that ended it may take to reach this process. */
    private static final Duration SIGNAL_GRACE = Duration.ofMillis(200);

    private final Session session;
    private final Plan plan;
    private final Looks looks;
    private final SessionTools tools;
    private final SessionResults results;
    private final Path scratch;

    BlockRunner(Session session, Plan plan, SessionTools tools, SessionResults results, Path scratch) {
        this.session = session;
        this.plan = plan;
        this.looks = session.plan().profile().looks();
        this.tools = tools;
        this.results = results;
        this.scratch = scratch;
    }

    /**
     * Runs the block until it is undisturbed, or no more blocks may be repeated.
     *
     * @param address of the network service
     */
    void run(Plan.Block block, URI address) throws IOException, InterruptedException {
        boolean repeat;
        do {
            var disturbance = disturbance(runOnce(block, address));
            repeat = disturbance.isPresent() && mayRepeat();
            if (repeat) {
                tools.progress().expect(block.order().size());
            }
            if (disturbance.isPresent()) {
                tools.progress()
                        .note("block %d of %s was disturbed, and %s: %s"
                                .formatted(
                                        block.number(),
                                        block.scenario().name(),
                                        repeat ? "is repeated" : "counts all the same",
                                        disturbance.get()));
            }
        } while (repeat);
    }

    private List<Result> runOnce(Plan.Block block, URI address) throws IOException, InterruptedException {
        int attempt = results.attemptsAt(block) + 1;
        List<Result> attempted = new ArrayList<>();
        for (var arm : block.order()) {
            attempted.add(run(block, arm, attempt, address));
        }
        return attempted;
    }

    private Optional<String> disturbance(List<Result> attempted) {
        var limits = session.machine().disturbanceLimits();
        return attempted.stream()
                .flatMap(result -> limits.objection(result.outside().disturbance()).stream()
                        .map(reason -> result.id().arm() + ": " + reason))
                .findFirst();
    }

    /** Counts over the whole session, so that a resumed session has only what is left. */
    private boolean mayRepeat() {
        int repeated = 0;
        int blocks = 0;
        for (var scenario : plan.scenarios()) {
            repeated += results.repeated(scenario);
            blocks += Math.max(looks.atLeast(), results.blocks(scenario));
        }
        return looks.judges() && repeated + 1 <= MAX_REPEATED_SHARE * blocks;
    }

    private Result run(Plan.Block block, Arm arm, int attempt, URI address) throws IOException, InterruptedException {
        var scenario = block.scenario();
        var name = scenario.name() + "/" + arm.name();
        int blocks = looks.until(block.number());
        tools.progress().trialBegins(name, block.number(), blocks);
        var result = runner(scenario, arm).run(trial(block, arm, attempt, address));
        if (result.failure().isPresent() && RunningChildren.RUNNING.closedWithin(SIGNAL_GRACE)) {
            throw new InterruptedException("stopped during " + name); // so the failure is not the trial's
        }
        var checked = results.add(scenario, result);
        tools.progress().trialEnds(name, block.number(), blocks, outcome(scenario, checked));
        return result;
    }

    private TrialRunner runner(Scenario scenario, Arm arm) {
        return new TrialRunner(
                tools.commands().command(arm, scenario.pod()),
                scenario.workload().needsService(),
                scenario.pod(),
                tools.service().processes());
    }

    private Trial trial(Plan.Block block, Arm arm, int attempt, URI address) {
        var scenario = block.scenario();
        var workload = scenario.workload().on(arm);
        int cores = scenario.cores(session.machine().environment().hardware().usableCores());
        var conditions = new Trial.Conditions(
                new Trial.Host(cores, scratch, tools.commands().calibration(arm)),
                address,
                plan.unitSeed(block),
                session.plan().profile().warmUp(workload),
                TrialTimeout.of(workload, arm, cores));
        var id = new TrialId(session.name(), scenario.name(), arm.name(), block.number(), attempt);
        return new Trial(id, arm, workload, conditions);
    }

    private static String outcome(Scenario scenario, Checked checked) {
        if (!checked.valid()) {
            return "INVALID " + checked.failed().getFirst();
        }
        var metric = scenario.judging().primary();
        var value = MetricReader.of(metric, checked.result());
        return value.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.4g %s",
                        value.getAsDouble(),
                        metric.quantity().unit())
                : MetricReader.absence(metric, checked.result());
    }
}
