package dev.joust.compare.run;

import dev.joust.compare.machine.ForeignProcess;
import dev.joust.compare.machine.ProcessTable;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.verdict.BlockDisturbance;
import dev.joust.compare.verdict.DisturbedBlocks;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs one block: its trials, each result on disk before the next trial starts, and again when the machine was
 * disturbed.
 */
final class BlockRunner {
    private final Session session;
    private final Looks looks;
    private final SessionProgress progress;
    private final SessionResults results;
    private final Supplier<ProcessTable> processes;
    private final Recalibrator recalibrator;

    /** @param processes all processes, read before and after each trial, to name those that disturb */
    BlockRunner(
            Session session,
            SessionProgress progress,
            SessionResults results,
            Supplier<ProcessTable> processes,
            Recalibrator recalibrator) {
        this.session = session;
        this.looks = session.plan().looks();
        this.progress = progress;
        this.results = results;
        this.processes = processes;
        this.recalibrator = recalibrator;
    }

    /** Runs the block until it is undisturbed, or may not be repeated. */
    void run(Plan.Block block, BlockTrials trials) throws IOException, InterruptedException {
        boolean repeat;
        int attempts = 0;
        do {
            var disturbance = runOnce(block, trials);
            attempts++;
            repeat = disturbance.isPresent() && mayRepeat(attempts);
            if (repeat) {
                progress.expect(block.order().size(), expected(block));
            }
            if (disturbance.isPresent()) {
                progress.note(String.format(
                        Locale.ROOT,
                        "block %d of %s was disturbed, and %s: %s",
                        block.number(),
                        block.scenario().name(),
                        repeat ? "is repeated" : "counts as disturbed",
                        disturbance.get()));
            }
        } while (repeat);
    }

    /** Runs each trial once; returns what disturbed the first trial that was disturbed, or else the whole block. */
    private Optional<String> runOnce(Plan.Block block, BlockTrials trials) throws IOException, InterruptedException {
        int attempt = results.attemptsAt(block) + 1;
        var disturbance = Optional.<String>empty();
        List<Result> measured = new ArrayList<>();
        for (var arm : block.order()) {
            var before = processes.get();
            var result = run(block, arm, trials, attempt);
            measured.add(result);
            var seen = session.machine()
                    .disturbanceLimits()
                    .objection(result.outside().disturbance());
            if (seen.isPresent()) {
                var text =
                        seen.get() + ": " + ForeignProcess.text(processes.get().foreignSince(before));
                results.add(new DisturbanceNote(Optional.of(result.id()), text));
                disturbance = disturbance.or(() -> Optional.of(arm.name() + ": " + text));
            }
        }
        return disturbance.isPresent() ? disturbance : changedDistance(block, measured);
    }

    /** How the round trip to the service changed within the block, by more than its units bear. */
    private Optional<String> changedDistance(Plan.Block block, List<Result> measured) throws IOException {
        var rule = new BlockDisturbance(block.scenario(), session.machine().disturbanceLimits());
        var found = rule.distanceObjection(measured);
        if (found.isPresent()) {
            results.add(new DisturbanceNote(rule.farthest(measured).map(Result::id), found.get()));
        }
        return found;
    }

    /** Counts over the whole session, so that a resumed session has only what is left. */
    private boolean mayRepeat(int attempts) {
        int repeated = 0;
        int blocks = 0;
        for (var scenario : session.plan().scenarios()) {
            repeated += results.repeated(scenario);
            blocks += Math.max(session.rounds(looks.atLeast()), results.blocks(scenario));
        }
        return looks.judges() && DisturbedBlocks.mayRepeat(attempts, repeated, blocks);
    }

    private Result run(Plan.Block block, Arm arm, BlockTrials trials, int attempt)
            throws IOException, InterruptedException {
        var scenario = block.scenario();
        var name = scenario.name() + "/" + arm.name();
        int blocks = looks.until(block.number());
        progress.trialBegins(name, block.number(), blocks);
        var result = trials.run(block, arm, attempt);
        var checked = recalibrator.confirm(scenario, arm, results.add(scenario, result));
        progress.trialEnds(name, block.number(), blocks, outcome(scenario, checked), expected(block));
        return result;
    }

    private Duration expected(Plan.Block block) {
        return ExpectedTime.of(block.scenario(), session.plan().profile());
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
