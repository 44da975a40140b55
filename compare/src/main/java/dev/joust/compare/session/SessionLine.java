package dev.joust.compare.session;

import java.util.Optional;

/** One line of the files that a session only appends to. */
public sealed interface SessionLine permits Result, Recalibration, MeasuredCapacity, DisturbanceNote {

    /** The name of its {@link ShardHost}; empty unless the session is merged. */
    Optional<String> host();

    /** The same in a merged session, with its host. */
    SessionLine withHost(String name);

    /** The same as in the session of its shard. */
    SessionLine withoutHost();
}
