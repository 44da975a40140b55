package dev.joust.compare.cli;

import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.UsageException;
import dev.joust.trial.ExternalRuntime;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which Python stands for CPython. */
final class PythonOption {
    static final String RUNTIME = "cpython";

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The Python that stands for CPython, 3.8 or later. Default: python3.")
    private Optional<Path> python = Optional.empty();

    /** The one that the user named. */
    Optional<Path> path() {
        return python;
    }

    /**
     * What runs it.
     *
     * @throws UsageException when this Joust was built without it
     */
    ExternalRuntime runtime(ModelRegistry roster) {
        return roster.runtime(RUNTIME)
                .orElseThrow(() -> new UsageException("the runtime %s is not part of this Joust".formatted(RUNTIME)));
    }
}
