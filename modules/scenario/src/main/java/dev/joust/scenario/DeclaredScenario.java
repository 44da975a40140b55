package dev.joust.scenario;

import java.util.Optional;
import java.util.Set;

/**
 * A scenario and what its file says about the profiles.
 *
 * @param quick the names of the arms that {@code smoke} and {@code quick} run; empty: all. An empty set: none, unless
 *     the user names the scenario
 * @param file that declares it; all scenarios of a sweep have the same
 */
public record DeclaredScenario(Scenario scenario, Optional<Set<String>> quick, String file) {}
