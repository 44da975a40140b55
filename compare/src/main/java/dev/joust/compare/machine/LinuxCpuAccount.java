package dev.joust.compare.machine;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The account from {@code /proc/stat} and the processes of some trees.
 *
 * <p>A process that ends hands its CPU time, and that of the children it waited for, to the parent that waits for it.
 * So the sum over living processes, of their own time and their ended children's, includes trials that have ended. It
 * misses a process whose parent ended first or never waits; that time then counts as foreign.
 *
 * <p>Accuracy: our part is exact, except for 10 ms per process with ended children. The machine's part is sampled by
 * the timer tick, so the difference is good to about 0.02 cores over one second, and better over longer times.
 *
 * <p>Soft interrupts carry loopback traffic, and kernels account for their time in two ways. A kernel that times
 * interrupts exactly charges it to no process, and has counted time in hard interrupts since boot. A kernel that
 * samples charges it to the interrupted process too, and has counted no time in hard ones. So soft interrupts belong to
 * the busy time on the second kind only. Measured there under three ping-pong pairs: 1.83 cores busy without soft
 * interrupts, 2.04 with them, and 2.03 by the scheduler.
 */
final class LinuxCpuAccount implements CpuAccount {
    private static final int ATTEMPTS = 3;

    private final ProcFs proc;
    private final Set<Long> roots;
    private final LongFunction<OptionalLong> cpuClock;
    private final ProcessReader processes;

    LinuxCpuAccount(ProcFs proc, Set<Long> roots, LongFunction<OptionalLong> cpuClock) {
        this.proc = proc;
        this.roots = roots;
        this.cpuClock = cpuClock;
        this.processes = new LinuxProcessReader(proc, cpuClock);
    }

    @Override
    public Optional<CpuReading> read() {
        long ours = ours();
        return proc.read("stat")
                .filter(text -> text.startsWith("cpu "))
                .map(text -> Stream.of(text.lines().findFirst().orElseThrow().split(" +"))
                        .skip(1)
                        .mapToLong(Long::parseLong)
                        .map(ticks -> ticks * PidStat.TICK_NANOS)
                        .toArray())
                .filter(times -> times.length >= 8)
                .map(times -> reading(times, ours));
    }

    // user, nice, system, idle, iowait, irq, softirq, steal; the guests' time that follows is part of user and nice
    private static CpuReading reading(long[] times, long ours) {
        long total = 0;
        for (int i = 0; i < 8; i++) {
            total += times[i];
        }
        long busy = times[0] + times[1] + times[2] + (times[5] == 0 ? times[6] : 0);
        return new CpuReading(total, times[7], busy, ours);
    }

    /** Repeats the walk when the tree changed: a child that ends meanwhile would count twice or not at all. */
    private long ours() {
        var before = processIds();
        for (int attempt = 1; ; attempt++) {
            long sum = before.stream().mapToLong(this::timeWithReaped).sum();
            var after = processIds();
            if (after.equals(before) || attempt == ATTEMPTS) {
                return sum;
            }
            before = after;
        }
    }

    private Set<Long> processIds() {
        return roots.stream().flatMap(root -> processes.tree(root).stream()).collect(Collectors.toSet());
    }

    private long timeWithReaped(long pid) {
        var own = cpuClock.apply(pid);
        return PidStat.of(proc, pid)
                .map(stat -> own.orElse(stat.userNanos() + stat.systemNanos()) + stat.reapedNanos())
                .orElse(0L);
    }
}
