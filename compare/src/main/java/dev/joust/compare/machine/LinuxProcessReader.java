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
 * <p>Children are read from {@code task/*}{@code /children}, which costs 6 µs per thread of the tree. {@link
 * ProcessHandle#descendants()} reads every process of the machine: it took 1.1 ms at best, and 9 ms on a busy machine
 * with 100 processes. It is used where the kernel does not offer the file.
 */
final class LinuxProcessReader implements ProcessReader {
    private static final long KIB = 1024;

    private final ProcFs proc;
    private final LongFunction<OptionalLong> cpuClock;

    LinuxProcessReader(ProcFs proc, LongFunction<OptionalLong> cpuClock) {
        this.proc = proc;
        this.cpuClock = cpuClock;
    }

    @Override
    public List<Long> tree(long root) {
        if (proc.read(root + "/task/" + root + "/children").isEmpty()) {
            return OshiProcessReader.descendants(root);
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
    public Optional<ProcessReading> read(long pid, ReadingDetail detail) {
        // the CPU time first, as close as possible to the window mark
        OptionalLong total = cpuClock.apply(pid);
        long atNanos = System.nanoTime();
        return PidStat.of(proc, pid).filter(stat -> !stat.zombie()).flatMap(stat -> proc.read(pid + "/status")
                .map(status -> {
                    long ticks = stat.userNanos() + stat.systemNanos();
                    var cpu = new CpuTime(
                            total.orElse(ticks), stat.userNanos(), stat.systemNanos(), Optional.of(stat.reapedNanos()));
                    var switches = switches(pid);
                    return new ProcessReading(
                            new ProcessReading.ProcessId(pid, stat.started()),
                            atNanos,
                            cpu,
                            Optional.of(switches),
                            calls(pid),
                            memory(pid, status, detail),
                            handles(pid, switches.size(), detail));
                }));
    }

    /** Per thread: {@code PID/status} counts the switches of the main thread only. */
    private Map<Long, ContextSwitches> switches(long pid) {
        Map<Long, ContextSwitches> byThread = new HashMap<>();
        for (String thread : proc.list(pid + "/task").orElse(List.of())) {
            String status = proc.read(pid + "/task/" + thread + "/status").orElse("");
            var voluntary = ProcFs.number(status, "voluntary_ctxt_switches");
            var involuntary = ProcFs.number(status, "nonvoluntary_ctxt_switches");
            if (voluntary.isPresent() && involuntary.isPresent()) {
                byThread.put(
                        Long.valueOf(thread),
                        new ContextSwitches(
                                voluntary.getAsLong(), involuntary.getAsLong(), withoutCore(pid + "/task/" + thread)));
            }
        }
        return byThread;
    }

    /** The second number of the thread's schedstat, see sched-stats.rst of the kernel. */
    private Optional<Long> withoutCore(String thread) {
        return proc.read(thread + "/schedstat")
                .map(text -> text.trim().split(" "))
                .filter(numbers -> numbers.length > 1)
                .map(numbers -> Long.parseLong(numbers[1]));
    }

    private Optional<IoCalls> calls(long pid) {
        return proc.read(pid + "/io").flatMap(io -> {
            var reads = ProcFs.number(io, "syscr");
            var writes = ProcFs.number(io, "syscw");
            return reads.isPresent() && writes.isPresent()
                    ? Optional.of(new IoCalls(reads.getAsLong(), writes.getAsLong()))
                    : Optional.empty();
        });
    }

    private MemoryUse memory(long pid, String status, ReadingDetail detail) {
        Optional<String> rollup =
                detail == ReadingDetail.EVERYTHING ? proc.read(pid + "/smaps_rollup") : Optional.empty();
        return new MemoryUse(
                bytes(status, "VmRSS"), bytes(status, "VmHWM"), rollup.flatMap(text -> bytes(text, "Pss")));
    }

    private OpenHandles handles(long pid, int threads, ReadingDetail detail) {
        Optional<List<String>> files = proc.list(pid + "/fd");
        Optional<Integer> sockets =
                detail == ReadingDetail.EVERYTHING ? files.map(names -> sockets(pid, names)) : Optional.empty();
        return new OpenHandles(threads, sockets, files.map(List::size));
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
