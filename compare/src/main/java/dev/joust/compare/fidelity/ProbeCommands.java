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
 * The commands that start probe processes.
 *
 * @param python the interpreter itself: the program on the path may be a script that looks for it, 0.1 s each time
 * @param probes the folder of CPython's half of the probes
 * @param jvm the command of a probe on the JVM, see {@link #onJvm()}
 * @param core the core for probes that run on one core, where there are several and a process can be bound to one
 * @param twin whether CPython stands on Java's side too, so that both columns hold CPython's lock
 */
public record ProbeCommands(Path python, Path probes, List<String> jvm, Optional<Integer> core, boolean twin) {
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(5);
    private static final Path STATUS = Path.of("/proc/self/status");

    /** A core that this process may use, where there are several and a command that binds a process to one. */
    public static Optional<Integer> oneCore() throws IOException {
        if (Runtime.getRuntime().availableProcessors() < 2
                || !Files.isReadable(STATUS)
                || FirstOutputLine.read(VERSION_LIMIT, "taskset", "--version").isEmpty()) {
            return Optional.empty();
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .map(Integer::valueOf)
                    .findFirst();
        }
    }

    /** Whether the negative controls are measured. Their threads need a core each, and no CPython on Java's side. */
    boolean controls() {
        return core.isPresent() && !twin;
    }

    List<String> python(boolean pinned) {
        return on(pinned, Stream.of(python.toString(), "-B", probes.toString()));
    }

    List<String> of(LockUnderTest arm, boolean pinned) {
        return arm == LockUnderTest.CPYTHON || twin ? python(pinned) : on(pinned, jvm.stream());
    }

    /**
     * The command of a probe on the JVM, with a start-up cache. It uses the first compiler only. In the first seconds
     * the second compiler sometimes takes a core from a waiter, who then runs 2.7 ms late, a slice of the kernel's
     * scheduler. That made one slice in ten 7.8 ms long instead of 5.1 ms.
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
