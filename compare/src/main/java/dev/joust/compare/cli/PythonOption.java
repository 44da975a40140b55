package dev.joust.compare.cli;

import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.UsageException;
import dev.joust.trial.ExternalRuntime;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the program of CPython. */
final class PythonOption {
    static final String RUNTIME = "cpython";

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The program of CPython, 3.8 or later. Default: python3.")
    private Optional<Path> python = Optional.empty();

    /** The program that the user names. */
    Optional<Path> path() {
        return python;
    }

    /**
     * The runtime of CPython.
     *
     * @throws UsageException when this distribution lacks it
     */
    ExternalRuntime runtime(ModelRegistry registry) {
        return registry.runtime(RUNTIME)
                .orElseThrow(() -> new UsageException(
                        String.format(Locale.ROOT, "the runtime %s is not part of this distribution", RUNTIME)));
    }
}
