package dev.joust.compare.cli;

import dev.joust.compare.plan.UsageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which programs the user wants the models in other languages to run on. */
final class RuntimeOptions {
    @Mixin
    private final PythonOption python = new PythonOption();

    @Option(
            names = "--runtime",
            paramLabel = "NAME=PATH",
            description = "The executable of a runtime other than the JVM. Default: what the runtime finds by itself.")
    private Map<String, Path> runtimes = Map.of();

    /**
     * By runtime.
     *
     * @throws UsageException when a runtime is given two
     */
    Map<String, Path> byRuntime() {
        Map<String, Path> all = new TreeMap<>(runtimes);
        python.path().ifPresent(path -> {
            var other = all.put(PythonOption.RUNTIME, path);
            if (other != null && !other.equals(path)) {
                throw new UsageException("--python %s and --runtime cpython=%s are two".formatted(path, other));
            }
        });
        return all;
    }
}
