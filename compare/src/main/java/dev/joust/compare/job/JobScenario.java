package dev.joust.compare.job;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A scenario as the tasks of a job name it.
 *
 * @param name the name of one of Joust's own, or the path that the user typed
 * @param file the user's own file; empty for Joust's own
 */
record JobScenario(String name, Optional<Path> file) {
    JobScenario {
        PlainWord.of("the name of a scenario", name);
    }
}
