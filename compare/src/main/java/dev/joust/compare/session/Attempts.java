package dev.joust.compare.session;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attempts at each block, sorted out of a session's results: a block is attempted again when the machine was disturbed, or when
 * the session was stopped in the middle of it. For one thread.
 */
public final class Attempts {
    private final Map<String, TreeMap<Integer, TreeMap<Integer, Map<String, Result>>>> byScenario = new HashMap<>();

    public Attempts(List<Result> results) {
        results.forEach(this::add);
    }

    public void add(Result result) {
        var id = result.id();
        byScenario
                .computeIfAbsent(id.scenario(), s -> new TreeMap<>())
                .computeIfAbsent(id.block(), b -> new TreeMap<>())
                .computeIfAbsent(id.attempt(), a -> new TreeMap<>())
                .put(id.arm(), result);
    }

    /** The blocks up to this one. */
    public Attempts upTo(int block) {
        return new Attempts(byScenario.values().stream()
                .flatMap(blocks -> blocks.headMap(block, true).values().stream())
                .flatMap(attempts -> attempts.values().stream())
                .flatMap(attempt -> attempt.values().stream())
                .toList());
    }

    /** The blocks of a scenario, by their numbers; of each its attempts, by theirs; of each the result of each arm so far. */
    public NavigableMap<Integer, TreeMap<Integer, Map<String, Result>>> of(String scenario) {
        return Collections.unmodifiableNavigableMap(byScenario.getOrDefault(scenario, new TreeMap<>()));
    }

    /** The last attempt at a block, if there was one. */
    public Optional<Last> last(String scenario, int block) {
        return Optional.ofNullable(of(scenario).get(block))
                .map(TreeMap::lastEntry)
                .map(attempt -> new Last(attempt.getKey(), attempt.getValue()));
    }

    /** How many attempts were whole, all arms run, and repeated all the same: what the machine's disturbance has cost. */
    public int repeated(String scenario, int arms) {
        return of(scenario).values().stream()
                .mapToInt(attempts -> (int) attempts.headMap(attempts.lastKey()).values().stream()
                        .filter(results -> results.size() == arms)
                        .count())
                .sum();
    }

    /** The last attempt at a block: its number, and the result of each arm so far. */
    public record Last(int number, Map<String, Result> results) {}
}
