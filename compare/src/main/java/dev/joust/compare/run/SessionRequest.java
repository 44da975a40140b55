package dev.joust.compare.run;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioChoice;
import java.nio.file.Path;
import java.util.Map;

/** A session that a user wants to run. */
public sealed interface SessionRequest {
    /** The session's folder. */
    Path folder();

    /** What it needs from outside Joust. */
    Dependencies dependencies();

    /** A new session. */
    record Start(Path folder, Profile profile, long seed, ScenarioChoice scenarios, Dependencies dependencies)
            implements SessionRequest {}

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
     */
    record Dependencies(ServiceRequest service, Map<String, Path> executables) {
        public Dependencies {
            executables = Map.copyOf(executables);
        }
    }
}
