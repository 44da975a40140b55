package dev.joust.compare.plan;

import dev.joust.scenario.Scenario;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario that was read.
 *
 * @param quick the names of the arms that smoke and quick run; empty: all. An empty set: none, unless the user names it
 * @param own whether it is one of Joust's own, not a user's file
 */
public record ListedScenario(Scenario scenario, Optional<Set<String>> quick, boolean own) {
    boolean isControl() {
        return scenario.judging().control().isPresent();
    }
}
