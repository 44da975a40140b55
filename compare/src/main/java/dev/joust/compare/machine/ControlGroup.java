package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A control group below the group of this process. Its limits bind all processes that are started in it together. To
 * make one takes root, or a part of the hierarchy that is delegated to the user. For one thread.
 */
public final class ControlGroup implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ControlGroup.class.getName());

    /** The period that container engines use, so that figures hold for containers too. */
    private static final long PERIOD_MICROS = 100_000;

    private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = 1_000_000;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    /**
     * A shell script: moves its process into each group of its arguments, then runs the command after the two dashes.
     */
    private static final String ENTER =
            "while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 126; shift; done; shift; exec \"$@\"";

    private record ControllerFolder(boolean unified, Path folder) {}

    private final Path root;
    private final String prefix = "joust-" + ProcessHandle.current().pid() + "-";
    private final String name = prefix + COUNTER.incrementAndGet();
    private final List<Path> folders = new ArrayList<>();

    private ControlGroup(Path root) {
        this.root = root;
    }

    /**
     * Makes a group.
     *
     * @param cpus CPU time in cores, also a fraction
     * @param memoryBytes memory, without swap
     * @throws IOException when no such group can be made; the message says what it takes
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
            var needed = Stream.of(cpus.map(_ -> "cpu"), memoryBytes.map(_ -> "memory"))
                    .flatMap(Optional::stream)
                    .toList();
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "no control group with limits can be made: %s; %s",
                            e,
                            new ControlGroupAdvice(root, needed).text()),
                    e);
        }
    }

    private void limitCpu(double cpus) throws IOException {
        var group = controllerFolder("cpu");
        long quota = Math.round(cpus * PERIOD_MICROS);
        if (group.unified()) {
            write(group, "cpu.max", quota + " " + PERIOD_MICROS);
        } else {
            write(group, "cpu.cfs_period_us", Long.toString(PERIOD_MICROS));
            write(group, "cpu.cfs_quota_us", Long.toString(quota));
        }
    }

    private void limitMemory(long bytes) throws IOException {
        var group = controllerFolder("memory");
        write(group, group.unified() ? "memory.max" : "memory.limit_in_bytes", Long.toString(bytes));
        // this file is missing where the kernel does not count swap
        var swap = group.unified() ? "memory.swap.max" : "memory.memsw.limit_in_bytes";
        if (Files.exists(group.folder().resolve(swap))) {
            write(group, swap, group.unified() ? "0" : Long.toString(bytes));
        }
    }

    private static void write(ControllerFolder group, String file, String text) throws IOException {
        Files.writeString(group.folder().resolve(file), text);
    }

    /** This group's folder in the hierarchy of a controller; made when it is missing. */
    private ControllerFolder controllerFolder(String controller) throws IOException {
        for (var hierarchy : CgroupHierarchy.of(root)) {
            var parent = root.resolve(hierarchy.folder());
            if (hierarchy.controllers().contains(controller)) {
                return new ControllerFolder(false, makeFolder(parent));
            }
            if (hierarchy.unified()
                    && words(parent.resolve("cgroup.controllers")).contains(controller)) {
                enable(controller, parent, hierarchy.group().toString().isEmpty());
                return new ControllerFolder(true, makeFolder(parent));
            }
        }
        throw new IOException(String.format(Locale.ROOT, "there is no controller '%s' here", controller));
    }

    /**
     * Lets the groups below a parent use a controller. In version 2 a group with such children, except the root, has no
     * processes of its own. So this process moves into a group below, beside those that it makes.
     */
    private void enable(String controller, Path parent, boolean isRoot) throws IOException {
        var enabled = parent.resolve("cgroup.subtree_control");
        if (words(enabled).contains(controller)) {
            return;
        }
        if (!isRoot) {
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

    private Path makeFolder(Path parent) throws IOException {
        removeAbandoned(parent);
        var folder = Files.createDirectories(parent.resolve(name));
        if (!folders.contains(folder)) {
            folders.add(folder);
        }
        return folder;
    }

    /** Removes groups that a killed process left behind. A group that has processes cannot be removed. */
    private void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, "joust-[0-9]*-[0-9]*")) {
            for (var folder : left) {
                if (!folder.getFileName().toString().startsWith(prefix)) {
                    folder.toFile().delete();
                }
            }
        }
    }

    /** A command that does the same in this group, in the same process. */
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

    /** How many processes of this group the kernel has killed because memory ran out; 0 where memory is not limited. */
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

    /** Ends what still runs in the group, such as children of a killed process, and removes the group. */
    @Override
    public void close() {
        long until = System.nanoTime() + REMOVAL_LIMIT.toNanos();
        for (var folder : folders) {
            boolean removed = remove(folder);
            while (!removed && System.nanoTime() < until) {
                LockSupport.parkNanos(PAUSE_NANOS);
                removed = remove(folder);
            }
            if (!removed) {
                LOG.log(System.Logger.Level.WARNING, "the control group {0} cannot be removed", folder);
            }
        }
    }

    /** Kills the processes of a group and deletes its folder; false while it cannot be deleted. */
    private static boolean remove(Path folder) {
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
