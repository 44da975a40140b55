package dev.joust.compare.cli;

import dev.joust.compare.plan.UsageException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the programs of runtimes other than the JVM. */
final class RuntimeOptions {
    @Mixin
    private final PythonOption python = new PythonOption();

    @Option(
            names = "--runtime",
            paramLabel = "NAME=PATH",
            description = "The program of a runtime other than the JVM. Default: the one that the runtime finds.")
    private Map<String, Path> runtimes = Map.of();

    /**
     * The programs that the user names, by runtime.
     *
     * @throws UsageException when a runtime has two
     */
    Map<String, Path> executables() {
        Map<String, Path> all = new TreeMap<>(runtimes);
        python.path().ifPresent(path -> {
            var other = all.put(PythonOption.RUNTIME, path);
            if (other != null && !other.equals(path)) {
                throw new UsageException(String.format(
                        Locale.ROOT, "--python %s and --runtime cpython=%s name two programs", path, other));
            }
        });
        return all;
    }
}
