package dev.joust.scenario;

import java.util.List;
import java.util.Optional;

/**
 * One question, put as an experiment.
 *
 * @param question the question, in a sentence
 * @param statement what a text says that this scenario puts to the test
 * @param pod what each trial is limited to; empty: to nothing but the machine
 * @param arms who takes part, in the order of the file; their names differ
 */
public record Scenario(
        String name,
        String question,
        Optional<Statement> statement,
        Workload workload,
        Optional<Pod> pod,
        List<Arm> arms,
        Judging judging) {
    public Scenario {
        arms = List.copyOf(arms);
    }

    /**
     * What a text says.
     *
     * @param says its words
     * @param right what it is when the claims of the scenario are held: right, or wrong
     */
    public record Statement(String says, boolean right) {}

    /**
     * What decides.
     *
     * @param primary the metric that ranks the arms
     * @param claims what is expected
     * @param control whether, and how, this scenario tests the instrument
     */
    public record Judging(Metric primary, List<Claim> claims, Optional<Control> control) {
        public Judging {
            claims = List.copyOf(claims);
        }
    }

    /** The same question to these arms. */
    public Scenario with(List<Arm> others) {
        return new Scenario(name, question, statement, workload, pod, others, judging);
    }

    /** The same question, judged otherwise. */
    public Scenario with(Judging other) {
        return new Scenario(name, question, statement, workload, pod, arms, other);
    }

    /** The same question to trials with these limits, as a scenario of its own. */
    public Scenario in(Pod limits) {
        return new Scenario(
                name + "-" + limits.suffix(), question, statement, workload, Optional.of(limits), arms, judging);
    }

    /** How many cores' worth of CPU time its trials get where so many are there. */
    public double cpus(int cores) {
        return pod.flatMap(Pod::cpus).orElse((double) cores);
    }

    /** How many cores its trials see where so many are there: whole ones, as runtimes round a quota up. */
    public int cores(int cores) {
        return (int) Math.ceil(cpus(cores));
    }

    /** The arm of that name. */
    public Arm arm(String armName) {
        return arms.stream()
                .filter(a -> a.name().equals(armName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm '%s' in scenario %s; known: %s"
                        .formatted(armName, name, arms.stream().map(Arm::name).toList())));
    }
}
