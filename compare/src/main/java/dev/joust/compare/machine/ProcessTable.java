package dev.joust.compare.machine;

import dev.joust.compare.machine.ProcessReading.ProcessId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CPU time of every process of the machine at one instant. Two tables tell which foreign processes used most in
 * between. A process that ended in between is not seen. One reading takes some milliseconds, so it must not fall into
 * a window.
 *
 * @param nanos when it was read, on a clock that only goes forward
 * @param processes empty where the system does not tell
 * @param ours processes that are not foreign, as in the {@link CpuAccount}
 */
public record ProcessTable(long nanos, Map<ProcessId, ProcessEntry> processes, Set<Long> ours) {
    /** So many processes are named at most. */
    private static final int MAX_NAMED = 3;

    /** A process with less is not named. It is an eighth of the limit for all of them. */
    private static final double MIN_CORES = 0.0125;

    /** The name and the CPU time of a process. */
    record ProcessEntry(String command, long cpuNanos) {}

    /**
     * Reads the table of this machine.
     *
     * @param others processes that are ours and do not descend from this JVM
     */
    public static ProcessTable read(Set<Long> others) {
        long now = System.nanoTime();
        if (!ProcFs.offered()) {
            return new ProcessTable(now, Map.of(), Set.of());
        }
        var roots = Stream.concat(Stream.of(ProcessHandle.current().pid()), others.stream())
                .collect(Collectors.toUnmodifiableSet());
        return read(ProcFs.SYSTEM, roots, now);
    }

    static ProcessTable read(ProcFs proc, Set<Long> roots, long now) {
        var reader = new LinuxProcessReader(proc, CpuClock::nanos);
        var ours = roots.stream().flatMap(root -> reader.tree(root).stream()).collect(Collectors.toSet());
        Map<ProcessId, ProcessEntry> processes = new HashMap<>();
        for (var name : proc.list("").orElse(List.of())) {
            if (name.chars().allMatch(Character::isDigit)) {
                long pid = Long.parseLong(name);
                proc.read(name + "/stat").filter(text -> !text.isBlank()).ifPresent(text -> {
                    var stat = PidStat.parse(text);
                    processes.put(
                            new ProcessId(pid, stat.started()),
                            new ProcessEntry(PidStat.name(text), stat.userNanos() + stat.systemNanos()));
                });
            }
        }
        return new ProcessTable(now, processes, ours);
    }

    /** The foreign processes that used most CPU time since an earlier table, the busiest first. */
    public List<ForeignProcess> foreignSince(ProcessTable earlier) {
        double period = nanos - earlier.nanos;
        Set<Long> known = new HashSet<>(ours);
        known.addAll(earlier.ours);
        return processes.entrySet().stream()
                .filter(process -> !known.contains(process.getKey().pid()))
                .map(process -> new ForeignProcess(
                        process.getKey().pid(),
                        process.getValue().command(),
                        (process.getValue().cpuNanos() - earlier.cpuNanos(process.getKey())) / period))
                .filter(process -> process.cores() >= MIN_CORES)
                .sorted(Comparator.comparingDouble(ForeignProcess::cores).reversed())
                .limit(MAX_NAMED)
                .toList();
    }

    private long cpuNanos(ProcessId process) {
        return Optional.ofNullable(processes.get(process))
                .map(ProcessEntry::cpuNanos)
                .orElse(0L);
    }
}
