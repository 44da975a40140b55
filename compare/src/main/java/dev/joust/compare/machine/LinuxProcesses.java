package dev.joust.compare.machine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Processes as {@code /proc} shows them.
 *
 * <p>Children are read from {@code task/*}{@code /children}, which costs 6 µs a thread of the tree; {@link ProcessHandle#descendants()}
 * reads every process of the machine, and took 1.1 ms at best and 9 ms on a busy machine with 100 processes. It serves where the
 * kernel does not offer the file.
 */
final class LinuxProcesses implements Processes {
    private static final long KIB = 1024;

    private final ProcFs proc;
    private final LongFunction<OptionalLong> cpuClock;

    LinuxProcesses(ProcFs proc, LongFunction<OptionalLong> cpuClock) {
        this.proc = proc;
        this.cpuClock = cpuClock;
    }

    @Override
    public List<Long> tree(long root) {
        if (proc.read(root + "/task/" + root + "/children").isEmpty()) {
            return OshiProcesses.handles(root);
        }
        Set<Long> found = new LinkedHashSet<>();
        collect(root, found);
        return List.copyOf(found);
    }

    private void collect(long pid, Set<Long> found) {
        if (!found.add(pid)) {
            return;
        }
        for (String thread : proc.list(pid + "/task").orElse(List.of())) {
            String children = proc.read(pid + "/task/" + thread + "/children").orElse("");
            for (String child :
                    children.isBlank() ? new String[0] : children.trim().split(" ")) {
                collect(Long.parseLong(child), found);
            }
        }
    }

    @Override
    public Optional<ProcessUsage> read(long pid, Detail detail) {
        // the CPU time first, nearest to the mark that it is read for
        OptionalLong total = cpuClock.apply(pid);
        return PidStat.of(proc, pid).filter(stat -> !stat.zombie()).flatMap(stat -> proc.read(pid + "/status")
                .map(status -> {
                    long ticks = stat.userNanos() + stat.systemNanos();
                    var cpu = new Cpu(
                            total.orElse(ticks), stat.userNanos(), stat.systemNanos(), Optional.of(stat.reapedNanos()));
                    var switches = switches(pid);
                    return new ProcessUsage(
                            new ProcessUsage.Id(pid, stat.started()),
                            cpu,
                            Optional.of(switches),
                            calls(pid),
                            memory(pid, status, detail),
                            handles(pid, switches.size(), detail));
                }));
    }

    /** Thread by thread: {@code PID/status} counts the switches of the main thread alone. */
    private Map<Long, Switches> switches(long pid) {
        Map<Long, Switches> byThread = new HashMap<>();
        for (String thread : proc.list(pid + "/task").orElse(List.of())) {
            String status = proc.read(pid + "/task/" + thread + "/status").orElse("");
            var voluntary = ProcFs.number(status, "voluntary_ctxt_switches");
            var involuntary = ProcFs.number(status, "nonvoluntary_ctxt_switches");
            if (voluntary.isPresent() && involuntary.isPresent()) {
                byThread.put(Long.valueOf(thread), new Switches(voluntary.getAsLong(), involuntary.getAsLong()));
            }
        }
        return byThread;
    }

    private Optional<Calls> calls(long pid) {
        return proc.read(pid + "/io").flatMap(io -> {
            var reads = ProcFs.number(io, "syscr");
            var writes = ProcFs.number(io, "syscw");
            return reads.isPresent() && writes.isPresent()
                    ? Optional.of(new Calls(reads.getAsLong(), writes.getAsLong()))
                    : Optional.empty();
        });
    }

    private Memory memory(long pid, String status, Detail detail) {
        Optional<String> rollup = detail == Detail.EVERYTHING ? proc.read(pid + "/smaps_rollup") : Optional.empty();
        return new Memory(bytes(status, "VmRSS"), bytes(status, "VmHWM"), rollup.flatMap(text -> bytes(text, "Pss")));
    }

    private Handles handles(long pid, int threads, Detail detail) {
        Optional<List<String>> files = proc.list(pid + "/fd");
        Optional<Integer> sockets =
                detail == Detail.EVERYTHING ? files.map(names -> sockets(pid, names)) : Optional.empty();
        return new Handles(threads, sockets, files.map(List::size));
    }

    private int sockets(long pid, List<String> files) {
        return (int) files.stream()
                .flatMap(file -> proc.linkTarget(pid + "/fd/" + file).stream())
                .filter(target -> target.startsWith("socket:"))
                .count();
    }

    private static Optional<Long> bytes(String text, String key) {
        var kib = ProcFs.number(text, key);
        return kib.isPresent() ? Optional.of(kib.getAsLong() * KIB) : Optional.empty();
    }
}
