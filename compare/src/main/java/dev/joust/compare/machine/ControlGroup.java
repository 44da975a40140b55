package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A control group of our own, below the one that we are in, whose limits bind all processes that are started in it together. It takes the
 * right to make one: root's, or that of a user to whom this part of the hierarchy was delegated. For one thread.
 */
public final class ControlGroup implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ControlGroup.class.getName());

    /** The usual one of container engines: what is measured here is to be true there. */
    private static final long PERIOD_MICROS = 100_000;

    private static final Duration TO_EMPTY = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = 1_000_000;
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Goes into each group that it is told, and becomes what comes behind the two dashes. */
    private static final String ENTER =
            "while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 126; shift; done; shift; exec \"$@\"";

    private record Place(boolean unified, Path folder) {}

    private final Path root;
    private final String prefix = "joust-" + ProcessHandle.current().pid() + "-";
    private final String name = prefix + MADE.incrementAndGet();
    private final List<Path> folders = new ArrayList<>();

    private ControlGroup(Path root) {
        this.root = root;
    }

    /**
     * Makes a group.
     *
     * @param cpus how many cores' worth of CPU time, a fraction too
     * @param memoryBytes of memory; there is no swap then
     * @throws IOException when that cannot be; the message says what it takes
     */
    public static ControlGroup with(Optional<Double> cpus, Optional<Long> memoryBytes) throws IOException {
        return with(Path.of("/"), cpus, memoryBytes);
    }

    static ControlGroup with(Path root, Optional<Double> cpus, Optional<Long> memoryBytes) throws IOException {
        var group = new ControlGroup(root);
        try {
            if (cpus.isPresent()) {
                group.limitCpu(cpus.get());
            }
            if (memoryBytes.isPresent()) {
                group.limitMemory(memoryBytes.get());
            }
            return group;
        } catch (IOException e) {
            group.close();
            throw new IOException(
                    "no control group with limits can be made: %s; it takes Linux and root, or a part of the hierarchy that is delegated: systemd-run --user --scope -p Delegate=yes ./joust ..."
                            .formatted(e),
                    e);
        }
    }

    private void limitCpu(double cpus) throws IOException {
        var place = place("cpu");
        long quota = Math.round(cpus * PERIOD_MICROS);
        if (place.unified()) {
            write(place, "cpu.max", quota + " " + PERIOD_MICROS);
        } else {
            write(place, "cpu.cfs_period_us", Long.toString(PERIOD_MICROS));
            write(place, "cpu.cfs_quota_us", Long.toString(quota));
        }
    }

    private void limitMemory(long bytes) throws IOException {
        var place = place("memory");
        write(place, place.unified() ? "memory.max" : "memory.limit_in_bytes", Long.toString(bytes));
        // there is no such file where the kernel does not count swap
        var swap = place.unified() ? "memory.swap.max" : "memory.memsw.limit_in_bytes";
        if (Files.exists(place.folder().resolve(swap))) {
            write(place, swap, place.unified() ? "0" : Long.toString(bytes));
        }
    }

    private static void write(Place place, String file, String text) throws IOException {
        Files.writeString(place.folder().resolve(file), text);
    }

    /** This group's folder in the hierarchy of a controller. */
    private Place place(String controller) throws IOException {
        for (var hierarchy : CgroupHierarchy.of(root)) {
            var parent = root.resolve(hierarchy.folder());
            if (hierarchy.controllers().contains(controller)) {
                return new Place(false, made(parent));
            }
            if (hierarchy.unified()
                    && words(parent.resolve("cgroup.controllers")).contains(controller)) {
                enable(controller, parent, hierarchy.group().toString().isEmpty());
                return new Place(true, made(parent));
            }
        }
        throw new IOException("there is no controller '%s' here".formatted(controller));
    }

    /**
     * In version 2 a group that limits those below it has no processes of its own, but for the first: we move into one below, beside those
     * that we make.
     */
    private void enable(String controller, Path parent, boolean first) throws IOException {
        var enabled = parent.resolve("cgroup.subtree_control");
        if (words(enabled).contains(controller)) {
            return;
        }
        if (!first) {
            var referee = Files.createDirectories(parent.resolve("joust-referee"));
            Files.writeString(
                    referee.resolve("cgroup.procs"),
                    Long.toString(ProcessHandle.current().pid()));
        }
        Files.writeString(enabled, "+" + controller);
    }

    private static List<String> words(Path file) throws IOException {
        return List.of(Files.readString(file).strip().split("\\s+"));
    }

    private Path made(Path parent) throws IOException {
        sweep(parent);
        var folder = Files.createDirectories(parent.resolve(name));
        if (!folders.contains(folder)) {
            folders.add(folder);
        }
        return folder;
    }

    /** Removes what others left behind that were killed; a group that has processes cannot be removed. */
    private void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, "joust-[0-9]*-[0-9]*")) {
            for (var folder : left) {
                if (!folder.getFileName().toString().startsWith(prefix)) {
                    folder.toFile().delete();
                }
            }
        }
    }

    /** The command that does the same in this group, in the same process. */
    public List<String> entered(List<String> command) {
        return Stream.of(
                        Stream.of("sh", "-c", ENTER, "sh"),
                        folders.stream()
                                .map(folder -> folder.resolve("cgroup.procs").toString()),
                        Stream.of("--"),
                        command.stream())
                .flatMap(words -> words)
                .toList();
    }

    /** How many processes of this group the kernel has killed for want of memory; 0 where no limit of memory was set. */
    public long killedForMemory() throws IOException {
        long killed = 0;
        for (var folder : folders) {
            for (var file : List.of("memory.events", "memory.oom_control")) {
                if (Files.exists(folder.resolve(file))) {
                    killed += kills(Files.readAllLines(folder.resolve(file)));
                }
            }
        }
        return killed;
    }

    private static long kills(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("oom_kill "))
                .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
                .sum();
    }

    /** Ends what still runs in the group, say the children of a process that was killed, and removes it. */
    @Override
    public void close() {
        long until = System.nanoTime() + TO_EMPTY.toNanos();
        for (var folder : folders) {
            boolean removed = removed(folder);
            while (!removed && System.nanoTime() < until) {
                LockSupport.parkNanos(PAUSE_NANOS);
                removed = removed(folder);
            }
            if (!removed) {
                LOG.log(System.Logger.Level.WARNING, "the control group {0} cannot be removed", folder);
            }
        }
    }

    private static boolean removed(Path folder) {
        try {
            for (var pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            return !Files.exists(folder);
        }
        return folder.toFile().delete();
    }
}
