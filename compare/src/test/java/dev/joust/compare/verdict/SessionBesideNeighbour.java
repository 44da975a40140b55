package dev.joust.compare.verdict;

import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.LogRatios;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.verdict.ScenarioBesideNeighbour.SimulatedArm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A session on two cores beside a neighbour. The limits, the repetitions, the looks and the rules are Joust's own; the
 * trials are simulated. Log speeds drift by 1 % per trial and swing by 5 %, and each trial adds noise of 2 %.
 */
final class SessionBesideNeighbour {
    /** The time of a trial beside its window: start, warm-up, checks. */
    private static final double AROUND_WINDOW = 1.5;

    private static final int STEPS = 20;

    /** The error of the foreign CPU time over one second, in cores. */
    private static final double ACCOUNT_ERROR = 0.02;

    private static final DisturbanceLimits LIMITS = DisturbanceLimits.fixed(disturbance(0, 0), 2);

    /** The last run of each trial of a block: the log of its time, and which were disturbed. */
    private record Attempted(Map<String, Double> logSeconds, Set<SimulatedArm> disturbedArms) {
        boolean disturbed() {
            return !disturbedArms.isEmpty();
        }

        boolean disturbed(SimulatedArm arm) {
            return disturbedArms.contains(arm);
        }
    }

    private final List<ScenarioBesideNeighbour> scenarios;
    private final Looks looks;
    private final Treatment treatment;
    private final Repetition repetition;
    private final Random random;
    private final Neighbour.Presence neighbour;
    private final Map<ScenarioBesideNeighbour, List<Attempted>> blocks = new HashMap<>();
    private final double period;
    private double seconds;
    private double walk;
    private int repeated;

    SessionBesideNeighbour(
            List<ScenarioBesideNeighbour> scenarios,
            Looks looks,
            Neighbour neighbour,
            Treatment treatment,
            Repetition repetition,
            long seed) {
        this.scenarios = scenarios;
        this.looks = looks;
        this.repetition = repetition;
        this.treatment = treatment;
        this.random = new Random(seed);
        this.period = random.nextDouble(80, 400);
        double round = scenarios.stream()
                .flatMap(scenario -> scenario.arms().stream())
                .mapToDouble(arm -> AROUND_WINDOW + arm.seconds())
                .sum();
        this.neighbour = neighbour.in(round * looks.atLeast(), scenarios.size(), random);
        scenarios.forEach(scenario -> blocks.put(scenario, new ArrayList<>()));
    }

    /** Runs to the end and judges. */
    SimulatedOutcome run() {
        var running = scenarios;
        for (int round = 1; round <= looks.blocks() && !running.isEmpty(); round++) {
            for (var scenario : running) {
                block(scenario, round);
            }
            if (looks.now(round) && round < looks.blocks()) {
                boolean withheld = withheld();
                running = running.stream()
                        .filter(scenario -> withheld || !decided(scenario))
                        .toList();
            }
        }
        return outcome();
    }

    private void block(ScenarioBesideNeighbour scenario, int round) {
        var attempted = new Attempted(new HashMap<>(), new LinkedHashSet<>());
        for (var arm : shuffled(scenario.arms())) {
            run(arm, scenario, round, attempted);
            for (int i = 0; repetition.atOnce() && attempted.disturbed(arm) && mayRepeat(i, 1); i++) {
                repeat(List.of(arm), scenario, round, attempted);
            }
        }
        for (int i = 0; repetition.afterBlock() && attempted.disturbed(); i++) {
            var again = repetition.wholeBlock() ? shuffled(scenario.arms()) : List.copyOf(attempted.disturbedArms());
            if (!mayRepeat(i, again.size())) {
                break;
            }
            repeat(again, scenario, round, attempted);
        }
        blocks.get(scenario).add(attempted);
    }

    private boolean mayRepeat(int repeats, int more) {
        int all = scenarios.stream()
                .mapToInt(scenario -> scenario.arms().size()
                        * Math.max(looks.atLeast(), blocks.get(scenario).size()))
                .sum();
        return DisturbedBlocks.mayRepeat(repeats, more, repeated, all);
    }

    private void repeat(List<SimulatedArm> arms, ScenarioBesideNeighbour scenario, int round, Attempted attempted) {
        repeated += arms.size();
        arms.forEach(arm -> run(arm, scenario, round, attempted));
    }

    private List<SimulatedArm> shuffled(List<SimulatedArm> arms) {
        var order = new ArrayList<>(arms);
        Collections.shuffle(order, random);
        return order;
    }

    private void run(SimulatedArm arm, ScenarioBesideNeighbour scenario, int round, Attempted attempted) {
        boolean disturbed = trial(
                arm, new Neighbour.Moment(scenarios.indexOf(scenario), arm.target(), round), attempted.logSeconds());
        if (disturbed) {
            attempted.disturbedArms().add(arm);
        } else {
            attempted.disturbedArms().remove(arm);
        }
    }

    private boolean trial(SimulatedArm arm, Neighbour.Moment moment, Map<String, Double> logSeconds) {
        seconds += AROUND_WINDOW / 2;
        double slower = 0;
        double foreign = 0;
        double stolen = 0;
        for (int step = 0; step < STEPS; step++) {
            var demand = neighbour.at(seconds, moment);
            var shared = SharedCores.of(arm.cores(), demand.cores());
            slower += arm.cores() / shared.model() / (1 - demand.stolen()) / STEPS;
            foreign += shared.neighbour() / STEPS;
            stolen += demand.stolen() / STEPS;
            seconds += arm.seconds() / STEPS;
        }
        seconds += AROUND_WINDOW / 2;
        walk += random.nextGaussian(0, 0.01);
        double swing = 0.05 * Math.sin(2 * Math.PI * seconds / period);
        logSeconds.put(arm.name(), Math.log(arm.seconds() * slower) + walk + swing + random.nextGaussian(0, 0.02));
        double error = random.nextGaussian(0, ACCOUNT_ERROR / Math.sqrt(arm.seconds()));
        return LIMITS.objection(disturbance(stolen, Math.max(0, foreign + error)))
                .isPresent();
    }

    private static Disturbance disturbance(double stolen, double foreign) {
        return new Disturbance(
                Optional.of(stolen), Optional.of(foreign), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private boolean withheld() {
        return treatment.withholds(blocks.values().stream()
                .map(attempted -> new DisturbedBlocks(
                        (int) attempted.stream().filter(Attempted::disturbed).count(), attempted.size()))
                .toList());
    }

    private boolean decided(ScenarioBesideNeighbour scenario) {
        return scenario.claims().stream().allMatch(claim -> claim.rule()
                .judge(
                        LogRatios.of(advantages(scenario, claim.arm(), claim.other())),
                        look(scenario).confidence())
                .decided());
    }

    private Look look(ScenarioBesideNeighbour scenario) {
        return looks.at(blocks.get(scenario).size());
    }

    private double[] advantages(ScenarioBesideNeighbour scenario, String arm, String other) {
        return blocks.get(scenario).stream()
                .filter(attempted -> treatment.judged() || !attempted.disturbed())
                .mapToDouble(attempted -> attempted.logSeconds().get(other)
                        - attempted.logSeconds().get(arm))
                .toArray();
    }

    private SimulatedOutcome outcome() {
        if (withheld()) {
            return SimulatedOutcome.withheld(seconds);
        }
        var outcome = SimulatedOutcome.issued(seconds);
        for (var scenario : scenarios) {
            double confidence = look(scenario).confidence();
            for (var claim : scenario.claims()) {
                var verdict =
                        claim.rule().judge(LogRatios.of(advantages(scenario, claim.arm(), claim.other())), confidence);
                outcome = outcome.with(verdict.outcome());
            }
            for (var one : scenario.arms()) {
                for (var other : scenario.arms()) {
                    double[] advantages = advantages(scenario, one.name(), other.name());
                    if (one != other && advantages.length > 0) {
                        double truth = Math.log(other.seconds() / one.seconds());
                        outcome =
                                outcome.with(Estimate.of(LogRatios.of(advantages), confidence), truth, looks.margin());
                    }
                }
            }
        }
        return outcome;
    }
}
