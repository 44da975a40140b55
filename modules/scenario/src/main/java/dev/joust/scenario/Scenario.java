package dev.joust.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One question, and the experiment that answers it.
 *
 * @param question the question, in a sentence
 * @param statement a statement of an article that this scenario tests
 * @param pod the limits of each trial; empty: the machine's own
 * @param arms the arms in the order of the file; their names differ
 * @param point the value of the sweep that this scenario is part of; empty: it is part of none
 */
public record Scenario(
        String name,
        String question,
        Optional<Statement> statement,
        Workload workload,
        Optional<Pod> pod,
        List<Arm> arms,
        Judging judging,
        Optional<SweepPoint> point) {
    public Scenario {
        arms = List.copyOf(arms);
    }

    /**
     * A statement of an article.
     *
     * @param says the statement, quoted
     * @param right whether the statement is right, as far as the scenario's claims are held
     */
    public record Statement(String says, boolean right) {}

    /**
     * What the session judges.
     *
     * @param primary the metric that ranks the arms
     * @param claims what is expected of the arms
     * @param control how this scenario tests the instrument; empty: it is no control
     */
    public record Judging(Metric primary, List<Claim> claims, Optional<Control> control) {
        public Judging {
            claims = List.copyOf(claims);
        }
    }

    /** The same scenario with these arms. */
    public Scenario with(List<Arm> others) {
        return new Scenario(name, question, statement, workload, pod, others, judging, point);
    }

    /** The same scenario with other claims or another metric. */
    public Scenario with(Judging other) {
        return new Scenario(name, question, statement, workload, pod, arms, other, point);
    }

    /**
     * This scenario once per metric that is judged: the primary one, then the others that its claims name. Each has the
     * claims on its metric and ranks the arms by it. Only the primary metric has the statement. A control has one
     * metric.
     */
    public List<Scenario> byMetric() {
        if (judging.control().isPresent()) {
            return List.of(this);
        }
        var metrics = Stream.concat(
                        Stream.of(judging.primary()), judging.claims().stream().map(Claim::metric))
                .distinct()
                .toList();
        return metrics.stream().map(this::on).toList();
    }

    private Scenario on(Metric metric) {
        var claims = judging.claims().stream()
                .filter(claim -> claim.metric().equals(metric))
                .toList();
        return new Scenario(
                name,
                question,
                statement.filter(_ -> metric.equals(judging.primary())),
                workload,
                pod,
                arms,
                new Judging(metric, claims, Optional.empty()),
                point);
    }

    /** The same scenario within these limits, under a name of its own. */
    public Scenario in(Pod limits) {
        return new Scenario(
                name + "-" + limits.suffix(),
                question,
                statement,
                workload,
                Optional.of(limits),
                arms,
                judging,
                point.map(value -> value.in(limits.suffix())));
    }

    /** The same scenario as this point of a sweep, under a name of its own. */
    Scenario at(SweepPoint value) {
        return new Scenario(
                value.scenarioName(), question, statement, workload, pod, arms, judging, Optional.of(value));
    }

    /** The name by which users know it: that of the sweep, where it is part of one. */
    public String family() {
        return point.map(SweepPoint::sweep).orElse(name);
    }

    /** The CPU time of its trials in cores, on a machine with this many. */
    public double cpus(int cores) {
        return pod.flatMap(Pod::cpus).orElse((double) cores);
    }

    /** How many cores its trials see on a machine with this many. Runtimes round a quota up to whole cores. */
    public int cores(int cores) {
        return (int) Math.ceil(cpus(cores));
    }

    /**
     * What this scenario asks for and cannot have on so many cores, whatever the models do: {@code response-p99} of too
     * few units. One line.
     */
    public Optional<String> caution(int machineCores) {
        return UnitEstimate.caution(this, cores(machineCores));
    }

    /** The arm of that name. */
    public Arm arm(String armName) {
        return arms.stream()
                .filter(a -> a.name().equals(armName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "no arm '%s' in scenario %s; known: %s",
                        armName,
                        name,
                        arms.stream().map(Arm::name).toList())));
    }
}
