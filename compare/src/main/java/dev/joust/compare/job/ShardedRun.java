package dev.joust.compare.job;

import dev.joust.compare.plan.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A plan and the number of its shards. All tasks have the same seed: their shards are parts of one plan.
 *
 * @param seed of orders and units
 * @param rest how long each task waits for a machine at rest; empty for as long as usual
 */
public record ShardedRun(JobScenarios scenarios, Profile profile, long seed, int shards, Optional<Duration> rest) {
    /** The name of the job and of its files. */
    String name() {
        return String.format(Locale.ROOT, "joust-%d", seed);
    }

    /**
     * The words of {@code joust run} that all tasks share. The service is a process on every machine, so that the
     * machines differ in themselves alone.
     *
     * @param path where a task finds a user's own scenario
     */
    List<String> words(Function<JobScenario, String> path) {
        List<String> words = new ArrayList<>();
        scenarios.named().forEach(one -> words.add(one.file().isPresent() ? path.apply(one) : one.name()));
        words.addAll(List.of("--profile", profile.label(), "--seed", Long.toString(seed)));
        if (!scenarios.models().isEmpty()) {
            words.addAll(List.of("--models", String.join(",", new TreeSet<>(scenarios.models()))));
        }
        rest.ifPresent(time -> words.addAll(List.of("--rest", Long.toString(time.toSeconds()))));
        words.addAll(List.of("--service", "process"));
        return words;
    }

    /** The users' own scenarios among them. */
    List<JobScenario> own() {
        return scenarios.named().stream().filter(one -> one.file().isPresent()).toList();
    }
}
