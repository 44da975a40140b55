package dev.joust.compare.session;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The results of a session, grouped by scenario, block and attempt. Of a trial that ran again within an attempt, the
 * last run counts. A block has several attempts when the session was stopped before the block was whole or
 * undisturbed. For one thread.
 */
public final class Attempts {
    private final Map<String, TreeMap<Integer, TreeMap<Integer, Map<String, Result>>>> byScenario = new HashMap<>();

    public Attempts(List<Result> results) {
        results.forEach(this::add);
    }

    public void add(Result result) {
        var id = result.id();
        byScenario
                .computeIfAbsent(id.scenario(), scenario -> new TreeMap<>())
                .computeIfAbsent(id.block(), block -> new TreeMap<>())
                .computeIfAbsent(id.attempt(), attempt -> new TreeMap<>())
                .merge(id.arm(), result, Attempts::later);
    }

    private static Result later(Result one, Result other) {
        return one.id().earlierRuns() > other.id().earlierRuns() ? one : other;
    }

    /** The results in groups by name, such as what each machine of a merged session ran; without those of no group. */
    public Map<String, Attempts> by(Function<Result, Optional<String>> group) {
        Map<String, Attempts> groups = new TreeMap<>();
        all().forEach(result -> group.apply(result)
                .ifPresent(name -> groups.computeIfAbsent(name, _ -> new Attempts(List.of()))
                        .add(result)));
        return groups;
    }

    /** A copy with the results that are wanted. */
    public Attempts where(Predicate<Result> wanted) {
        return new Attempts(all().filter(wanted).toList());
    }

    private Stream<Result> all() {
        return byScenario.values().stream()
                .flatMap(blocks -> blocks.values().stream())
                .flatMap(attempts -> attempts.values().stream())
                .flatMap(attempt -> attempt.values().stream());
    }

    /** A copy with the blocks up to this one. */
    public Attempts upTo(int block) {
        return where(result -> result.id().block() <= block);
    }

    /** Of one scenario: block number to attempt number to arm to result. */
    public NavigableMap<Integer, TreeMap<Integer, Map<String, Result>>> of(String scenario) {
        return Collections.unmodifiableNavigableMap(byScenario.getOrDefault(scenario, new TreeMap<>()));
    }

    /** The last attempt at a block; empty when there was none. */
    public Optional<LastAttempt> last(String scenario, int block) {
        return Optional.ofNullable(of(scenario).get(block))
                .map(TreeMap::lastEntry)
                .map(attempt -> new LastAttempt(attempt.getKey(), attempt.getValue()));
    }

    /** How many trials of a scenario ran, each of their runs counted. */
    public int runs(String scenario) {
        return attempts(scenario).mapToInt(Attempts::runs).sum();
    }

    /** How many trials of a scenario ran again within the last attempts at their blocks. */
    public int repeated(String scenario) {
        return of(scenario).values().stream()
                .map(attempts -> attempts.lastEntry().getValue())
                .mapToInt(results -> runs(results) - results.size())
                .sum();
    }

    private Stream<Map<String, Result>> attempts(String scenario) {
        return of(scenario).values().stream().flatMap(attempts -> attempts.values().stream());
    }

    private static int runs(Map<String, Result> attempt) {
        return attempt.values().stream()
                .mapToInt(result -> 1 + result.id().earlierRuns())
                .sum();
    }

    /**
     * The last attempt at a block.
     *
     * @param number from 1
     * @param results by arm; fewer than the scenario's arms when the session was stopped in the middle
     */
    public record LastAttempt(int number, Map<String, Result> results) {}
}
