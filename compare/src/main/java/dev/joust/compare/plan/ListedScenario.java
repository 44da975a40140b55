package dev.joust.compare.plan;

import dev.joust.scenario.Scenario;

/**
 * A scenario that was read.
 *
 * @param own whether it is one of Joust's own, not a user's file
 */
public record ListedScenario(Scenario scenario, boolean own) {
    boolean isControl() {
        return scenario.judging().control().isPresent();
    }
}
