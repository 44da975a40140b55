package dev.joust.compare.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a process tree used between two readings.
 *
 * <p>CPU time and switches are differences; a process or thread that began in between counts from zero. Memory and
 * handles are those of the second reading. A sum is empty when the value of one process is unknown.
 *
 * @param switches of the threads that live at the end; the count of an ended thread is lost
 * @param calls system calls that read or wrote
 * @param children the memory of all processes except the root; empty where there are no others
 */
public record ResourceUsage(
        CpuSeconds cpu,
        Optional<ContextSwitches> switches,
        Optional<IoCalls> calls,
        MemoryUse memory,
        Optional<MemoryUse> children,
        TreeSize census,
        TreeChanges changes) {

    /**
     * CPU time in seconds.
     *
     * @param user the part in user mode: the total divided in the ratio of the coarse counts; unknown while those do
     *     not grow
     */
    public record CpuSeconds(double total, Optional<Double> user, Optional<Double> system) {
        static CpuSeconds of(long totalNanos, long userNanos, long systemNanos) {
            double total = seconds(totalNanos);
            double counted = userNanos + systemNanos;
            return counted > 0
                    ? new CpuSeconds(
                            total, Optional.of(total * userNanos / counted), Optional.of(total * systemNanos / counted))
                    : new CpuSeconds(total, Optional.empty(), Optional.empty());
        }
    }

    /** How many processes, threads and handles the tree had at the end. */
    public record TreeSize(int processes, OpenHandles handles) {}

    /**
     * How the tree changed between the readings, which says how complete the usage is.
     *
     * @param appeared processes of the second reading only
     * @param lost processes of the first reading only: what they used in between is not counted
     * @param lostThreads threads of the first reading that ended: their CPU time is counted, their switches are not
     * @param reapedSeconds CPU time of children that were waited for in between. Above zero with none lost means that
     *     processes began and ended unseen
     */
    public record TreeChanges(int appeared, int lost, int lostThreads, Optional<Double> reapedSeconds) {
        /** Whether every process that used CPU time in the window is counted, as far as can be known. */
        public boolean complete() {
            return lost == 0 && reapedSeconds.orElse(0.0) == 0;
        }
    }

    /** The usage from {@code start} to {@code end}, two readings of the same tree. */
    public static ResourceUsage between(TreeReading start, TreeReading end) {
        return new ResourceUsage(
                cpu(start, end),
                Sums.switches(end.processes(), process -> process.switches().map(now -> since(start, process, now))),
                Sums.calls(end.processes(), process -> process.calls().map(now -> since(start, process, now))),
                memory(end.processes()),
                end.processes().size() > 1
                        ? Optional.of(memory(
                                end.processes().subList(1, end.processes().size())))
                        : Optional.empty(),
                size(end),
                changes(start, end));
    }

    private static MemoryUse memory(List<ProcessReading> processes) {
        return new MemoryUse(
                Sums.longs(processes, process -> process.memory().resident()),
                Sums.longs(processes, process -> process.memory().peak()),
                Sums.longs(processes, process -> process.memory().proportional()));
    }

    private static IoCalls since(TreeReading start, ProcessReading process, IoCalls now) {
        return now.since(start.of(process.id()).flatMap(ProcessReading::calls).orElse(IoCalls.NONE));
    }

    private static CpuSeconds cpu(TreeReading start, TreeReading end) {
        long total = 0;
        long user = 0;
        long system = 0;
        for (var process : end.processes()) {
            var before = start.of(process.id()).map(ProcessReading::cpu).orElse(new CpuTime(0, 0, 0, Optional.empty()));
            total += process.cpu().totalNanos() - before.totalNanos();
            user += process.cpu().userNanos() - before.userNanos();
            system += process.cpu().systemNanos() - before.systemNanos();
        }
        return CpuSeconds.of(total, user, system);
    }

    private static ContextSwitches since(TreeReading start, ProcessReading process, Map<Long, ContextSwitches> now) {
        Map<Long, ContextSwitches> before =
                start.of(process.id()).flatMap(ProcessReading::switches).orElse(Map.of());
        return now.entrySet().stream()
                .map(thread -> thread.getValue().since(before.getOrDefault(thread.getKey(), ContextSwitches.NONE)))
                .reduce(ContextSwitches.NONE, ContextSwitches::plus);
    }

    private static TreeSize size(TreeReading end) {
        var handles = new OpenHandles(
                end.processes().stream()
                        .mapToInt(process -> process.handles().threads())
                        .sum(),
                Sums.ints(end.processes(), process -> process.handles().sockets()),
                Sums.ints(end.processes(), process -> process.handles().files()));
        return new TreeSize(end.processes().size(), handles);
    }

    private static TreeChanges changes(TreeReading start, TreeReading end) {
        int lost = 0;
        int lostThreads = 0;
        for (var process : start.processes()) {
            var after = end.of(process.id());
            if (after.isEmpty()) {
                lost++;
            } else {
                var living = after.get().switches().orElse(Map.of()).keySet();
                lostThreads += (int) process.switches().orElse(Map.of()).keySet().stream()
                        .filter(thread -> !living.contains(thread))
                        .count();
            }
        }
        int appeared = end.processes().size() - (start.processes().size() - lost);
        return new TreeChanges(appeared, lost, lostThreads, reaped(start, end));
    }

    private static Optional<Double> reaped(TreeReading start, TreeReading end) {
        return Sums.longs(end.processes(), process -> process.cpu()
                        .reapedNanos()
                        .map(now -> now
                                - start.of(process.id())
                                        .flatMap(before -> before.cpu().reapedNanos())
                                        .orElse(0L)))
                .map(ResourceUsage::seconds);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
