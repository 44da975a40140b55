package dev.joust.compare.fidelity;

import dev.joust.compare.machine.FirstOutputLine;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.fidelity.ProbeMain;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How probe processes are started.
 *
 * @param python the interpreter itself: what stands on the path may be a script that looks for it, a tenth of a second each time
 * @param probes the folder of CPython's half
 * @param jvm the command of a probe on the JVM, see {@link #onJvm()}
 * @param core by which a process is bound to one core, where that can be done
 * @param twin CPython stands on Java's side too: the table of a lock that is CPython's, for sure
 */
public record ProbeCommands(Path python, Path probes, List<String> jvm, Optional<Integer> core, boolean twin) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Path STATUS = Path.of("/proc/self/status");

    /** A core that this process may use, where there is more than one, and a command that binds a process to it. */
    public static Optional<Integer> oneCore() throws IOException {
        if (Runtime.getRuntime().availableProcessors() < 2
                || !Files.isReadable(STATUS)
                || FirstOutputLine.of(PATIENCE, "taskset", "--version").isEmpty()) {
            return Optional.empty();
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .map(Integer::valueOf)
                    .findFirst();
        }
    }

    List<String> python(boolean pinned) {
        return on(pinned, Stream.of(python.toString(), "-B", probes.toString()));
    }

    List<String> of(LockUnderTest arm, boolean pinned) {
        return arm == LockUnderTest.CPYTHON || twin ? python(pinned) : on(pinned, jvm.stream());
    }

    /**
     * On the JVM, with what makes it start fast. With the first compiler alone: what the second one does in the first seconds takes a core
     * from a waiter now and then, whose turn then comes 2.7 ms late, a slice of the kernel's scheduler. That gave one slice in ten 7.8 ms
     * in place of 5.1.
     */
    public static List<String> onJvm() throws InterruptedException {
        var command = Stream.of(
                        Stream.of(JvmCommand.java().toString()),
                        JvmCommand.FLAGS.stream(),
                        Stream.of("-XX:TieredStopAtLevel=1"),
                        Stream.of("-cp", System.getProperty("java.class.path"), ProbeMain.class.getName()))
                .flatMap(part -> part)
                .toList();
        return StartUpCache.ofUser().addTo("probe", command, new ProbeTraining());
    }

    private List<String> on(boolean pinned, Stream<String> command) {
        return pinned
                ? Stream.concat(Stream.of("taskset", "-c", core.orElseThrow().toString()), command)
                        .toList()
                : command.toList();
    }
}
