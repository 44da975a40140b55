package dev.joust.compare.run;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioChoice;
import dev.joust.compare.plan.Shard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A session that a user wants to run. */
public sealed interface SessionRequest {
    /** The session's folder. */
    Path folder();

    /** What it needs from outside Joust. */
    Dependencies dependencies();

    /** A new session. */
    record Start(Path folder, PlannedRounds rounds, ScenarioChoice scenarios, Dependencies dependencies)
            implements SessionRequest {}

    /**
     * Which rounds a new session runs.
     *
     * @param shard the part of the plan that it runs; empty: the whole plan
     */
    record PlannedRounds(Profile profile, long seed, Optional<ShardPart> shard) {

        /** The blocks of each scenario before the first look. */
        int blocks() {
            return shard.map(ShardPart::shard)
                    .map(part ->
                            part.rounds(profile.looks().inShards(part.count()).atLeast()))
                    .orElseGet(profile::leastBlocks);
        }
    }

    /** A shard, and the name of the host that runs it. */
    record ShardPart(Shard shard, String host) {}

    /**
     * A stopped session that goes on. Its folder holds everything but the dependencies.
     *
     * @param named names the runtimes that its arms may choose
     */
    record Resume(Path folder, ScenarioChoice named, Dependencies dependencies) implements SessionRequest {}

    /**
     * What a session needs from outside Joust.
     *
     * @param executables programs that the user names, by runtime
     * @param rest how long a session that judges waits for the machine to be at rest
     */
    record Dependencies(ServiceRequest service, Map<String, Path> executables, Duration rest) {
        public Dependencies {
            executables = Map.copyOf(executables);
        }
    }
}
