package dev.joust.scenario;

import java.util.List;
import java.util.Optional;

/**
 * One question, put as an experiment.
 *
 * @param question the question, in a sentence
 * @param statement what a text says that this scenario puts to the test
 * @param arms who takes part, in the order of the file; their names differ
 */
public record Scenario(
        String name,
        String question,
        Optional<Statement> statement,
        Workload workload,
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
        return new Scenario(name, question, statement, workload, others, judging);
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
