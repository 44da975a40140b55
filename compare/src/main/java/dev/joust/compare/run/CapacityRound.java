package dev.joust.compare.run;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.MeasuredCapacity;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.AnalyticLimits;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Ceiling;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the capacities that the loads of a session are shares of: one trial per arm, before the first round, and a
 * second one where the machine disturbed the first. A session that goes on measures only those that it lacks. For one
 * thread.
 */
final class CapacityRound {
    /** The highest rate of the scenario language, in units per second. */
    private static final double HIGHEST = 100_000;

    /** A search begins so far below the highest rate: eight doublings. */
    private static final double SPAN = 256;

    /** How far above the analytic limit a search may go, so that it finds the end. */
    private static final double BEYOND_LIMIT = 1.2;

    private static final int ROUND = 0;

    private final Session session;
    private final SessionProgress progress;
    private final SessionResults results;

    /** An arm whose capacity is not known yet. */
    private record Unmeasured(Scenario scenario, Arm arm) {}

    CapacityRound(Session session, SessionProgress progress, SessionResults results) {
        this.session = session;
        this.progress = progress;
        this.results = results;
    }

    /** How many trials are missing. */
    int missing() {
        return unmeasured().size();
    }

    /** Whether one of them calls the service. */
    boolean needsService() {
        return unmeasured().stream().anyMatch(one -> one.scenario().workload().needsService());
    }

    void run(BlockTrials trials) throws IOException, InterruptedException {
        var unmeasured = unmeasured();
        unmeasured.forEach(one -> progress.expect(1, expected(search(one.scenario(), one.arm()))));
        for (var one : unmeasured) {
            measure(one.scenario(), one.arm(), trials);
        }
    }

    private Duration expected(Scenario search) {
        return ExpectedTime.of(search, session.plan().profile());
    }

    private List<Unmeasured> unmeasured() {
        List<Unmeasured> unmeasured = new ArrayList<>();
        var capacities = results.capacities();
        for (var scenario : session.plan().scenarios()) {
            if (Capacities.needed(scenario) && capacities.base(scenario) == scenario) {
                for (var arm : scenario.arms()) {
                    boolean here = capacities.measuredIn(scenario, arm) == scenario;
                    if (here && capacities.of(scenario, arm).isEmpty()) {
                        unmeasured.add(new Unmeasured(scenario, arm));
                    }
                }
            }
        }
        return unmeasured;
    }

    private void measure(Scenario scenario, Arm arm, BlockTrials trials) throws IOException, InterruptedException {
        var name = String.format(Locale.ROOT, "%s/%s capacity", scenario.name(), arm.name());
        int blocks = session.plan().looks().atLeast();
        progress.trialBegins(name, ROUND, blocks);
        var search = search(scenario, arm);
        var result = trials.run(new Plan.Block(search, ROUND, List.of(arm)), arm, 1, Optional.empty());
        if (objection(result).isPresent()) {
            progress.note(name + " is measured again: " + objection(result).get());
            result = trials.run(new Plan.Block(search, ROUND, List.of(arm)), arm, 1, Optional.of(1));
        }
        var measured = new MeasuredCapacity(
                scenario.name(),
                arm.name(),
                result.measurement().flatMap(found -> found.capacity()),
                failure(results.check(search, result)));
        results.add(measured);
        var outcome = measured.perSecond()
                .map(rate -> String.format(Locale.ROOT, "%.4g units/s", rate))
                .orElseGet(() -> measured.failure().orElseThrow());
        progress.trialEnds(name, ROUND, blocks, outcome, expected(search));
    }

    /** What disturbed the search, which may then have found too little. */
    private Optional<String> objection(Result result) {
        return session.machine().disturbanceLimits().objection(result.outside().disturbance());
    }

    private static Optional<String> failure(Checked checked) {
        if (!checked.valid()) {
            return Optional.of(String.join("; ", checked.failed()));
        }
        var found = checked.result().measurement().orElseThrow().capacity();
        return found.isEmpty()
                ? Optional.of("its trial measured no capacity")
                : found.get().sustained().isPresent()
                        ? Optional.empty()
                        : Optional.of("not even the lowest rate was sustained");
    }

    /** How long each rate of a search is offered. */
    static Duration time(Session session) {
        return Duration.ofSeconds(session.plan().looks().family() ? 3 : 1);
    }

    /** The question for the highest rate that the arm sustains, with the work of its open load. */
    Scenario search(Scenario scenario, Arm arm) {
        var open = (Load.Open) scenario.workload().load();
        Map<String, Double> shares = new LinkedHashMap<>();
        open.rates().forEach((name, rate) -> shares.put(name, rate.atStart()));
        int cores = session.machine().environment().hardware().usableCores();
        var ceiling = new Ceiling(scenario.cores(cores), arm.slots().orElse(Integer.MAX_VALUE));
        var workload = scenario.workload().on(arm);
        double limit = new AnalyticLimits(workload, ceiling, scenario.cpus(cores), _ -> 1).mostRate(shares);
        double most = Math.min(HIGHEST, BEYOND_LIMIT * limit);
        var load = new Load.Capacity(
                shares,
                Math.min(most / 2, Math.max(1, most / SPAN)),
                most,
                open.arrivals(),
                time(session),
                Optional.empty());
        return new Scenario(
                scenario.name(),
                scenario.question(),
                Optional.empty(),
                scenario.workload().under(load),
                scenario.pod(),
                scenario.arms(),
                new Scenario.Judging(
                        new Metric(Metric.Quantity.CAPACITY, Optional.empty()), List.of(), Optional.empty()),
                scenario.point());
    }
}
