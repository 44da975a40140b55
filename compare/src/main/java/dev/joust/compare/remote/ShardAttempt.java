package dev.joust.compare.remote;

import dev.joust.compare.plan.Shard;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * A host's attempt at a shard.
 *
 * @param folder of its session; it exists once the host has begun to measure
 * @param results how many trials it has sent
 * @param failure why it did not come to its end, in one line; empty for a whole shard
 */
record ShardAttempt(SshHost host, Shard shard, Path folder, int results, Optional<String> failure) {
    /** A whole shard is better than a part, and more results are better than fewer. */
    static final Comparator<ShardAttempt> BY_WORTH =
            Comparator.comparing(ShardAttempt::isWhole).thenComparing(ShardAttempt::results);

    boolean isWhole() {
        return failure.isEmpty();
    }

    boolean hasResults() {
        return results > 0;
    }
}
