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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Runs one block: its trials, each result on disk before the next trial starts, and then those again that were
 * disturbed.
 */
final class BlockRunner {
    /**
     * An attempt at a block.
     *
     * @param measured the last run of each trial
     * @param objections to the last run of each disturbed trial, and who disturbed it
     */
    private record Attempt(
            Plan.Block block,
            BlockTrials trials,
            int number,
            SequencedMap<Arm, Result> measured,
            SequencedMap<Arm, String> objections) {
        Attempt(Plan.Block block, BlockTrials trials, int number) {
            this(block, trials, number, new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

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

    /**
     * The trials that are disturbed, or all where the distance of the service changed.
     *
     * @param text what disturbed them, of the first
     */
    private record DisturbedTrials(List<Arm> arms, String text) {}

    /** Runs the block, and then its disturbed trials again, until none is left or they may not be repeated. */
    void run(Plan.Block block, BlockTrials trials) throws IOException, InterruptedException {
        var attempt = new Attempt(block, trials, results.attemptsAt(block) + 1);
        for (var arm : block.order()) {
            run(attempt, arm, 0);
        }
        var found = disturbed(attempt);
        int repeats = 0;
        while (found.isPresent() && mayRepeat(repeats, found.get().arms().size())) {
            repeats++;
            progress.expect(found.get().arms().size(), expected(block));
            progress.note(repeated(block, found.get()));
            for (var arm : found.get().arms()) {
                run(attempt, arm, repeats);
            }
            found = disturbed(attempt);
        }
        found.ifPresent(left -> progress.note(String.format(
                Locale.ROOT,
                "block %d of %s counts as disturbed: %s",
                block.number(),
                block.scenario().name(),
                left.text())));
    }

    private static String repeated(Plan.Block block, DisturbedTrials found) {
        return String.format(
                Locale.ROOT,
                "block %d of %s was disturbed, and repeats %d of its %d trials: %s",
                block.number(),
                block.scenario().name(),
                found.arms().size(),
                block.order().size(),
                found.text());
    }

    private Optional<DisturbedTrials> disturbed(Attempt attempt) throws IOException {
        if (attempt.objections().isEmpty()) {
            return changedDistance(attempt.block(), attempt.measured().values())
                    .map(text -> new DisturbedTrials(attempt.block().order(), text));
        }
        var first = attempt.objections().firstEntry();
        return Optional.of(new DisturbedTrials(
                List.copyOf(attempt.objections().keySet()), first.getKey().name() + ": " + first.getValue()));
    }

    /** How the round trip to the service changed within the block, by more than its units bear. */
    private Optional<String> changedDistance(Plan.Block block, Collection<Result> measured) throws IOException {
        var rule = new BlockDisturbance(block.scenario(), session.machine().disturbanceLimits());
        var found = rule.distanceObjection(measured);
        if (found.isPresent()) {
            results.add(new DisturbanceNote(rule.farthest(measured).map(Result::id), found.get()));
        }
        return found;
    }

    /** Counts over the whole session, so that a resumed session has only what is left. */
    private boolean mayRepeat(int repeats, int more) {
        int repeated = 0;
        int all = 0;
        for (var scenario : session.plan().scenarios()) {
            repeated += results.repeated(scenario);
            all += scenario.arms().size() * Math.max(session.rounds(looks.atLeast()), results.blocks(scenario));
        }
        return looks.judges() && DisturbedBlocks.mayRepeat(repeats, more, repeated, all);
    }

    /** Runs a trial, and notes who disturbed it. */
    private void run(Attempt attempt, Arm arm, int repeats) throws IOException, InterruptedException {
        var before = processes.get();
        var result = measured(attempt, arm, Optional.of(repeats).filter(number -> number > 0));
        attempt.measured().put(arm, result);
        attempt.objections().remove(arm);
        var seen =
                session.machine().disturbanceLimits().objection(result.outside().disturbance());
        if (seen.isPresent()) {
            var text = seen.get() + ": " + ForeignProcess.text(processes.get().foreignSince(before));
            results.add(new DisturbanceNote(Optional.of(result.id()), text));
            attempt.objections().put(arm, text);
        }
    }

    private Result measured(Attempt attempt, Arm arm, Optional<Integer> repeat)
            throws IOException, InterruptedException {
        var block = attempt.block();
        var scenario = block.scenario();
        var name = scenario.name() + "/" + arm.name();
        int blocks = looks.until(block.number());
        progress.trialBegins(name, block.number(), blocks);
        var result = attempt.trials().run(block, arm, attempt.number(), repeat);
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
