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
 * <p>A process that ends hands its CPU time, and that of the children it had waited for, to the parent that waits for it. The sum over
 * the living of their own time and their ended children's therefore keeps what trials used that have come and gone. What it misses:
 * a process whose parent ended first or never waits; its time then counts as somebody else's.
 *
 * <p>Accuracy: our part is exact but for 10 ms for each process with ended children. The machine's is sampled by the timer tick, so
 * the difference is good to some 0.02 cores over a second and better over longer.
 *
 * <p>Kernels differ in whether the time of soft interrupts, where loopback traffic is carried, is also charged to the process that
 * was interrupted. One that times interrupts exactly charges it to nobody, and has counted some time in hard ones since boot; one
 * that samples charges it twice, and has counted none. So it belongs to the busy time on the latter alone. Measured there, under
 * three ping-pong pairs: 1.83 cores busy without and 2.04 with the soft interrupts, 2.03 by the scheduler.
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

    // user, nice, system, idle, iowait, irq, softirq, steal; the guests' time that follows is within user and nice
    private static CpuReading reading(long[] times, long ours) {
        long total = 0;
        for (int i = 0; i < 8; i++) {
            total += times[i];
        }
        long busy = times[0] + times[1] + times[2] + (times[5] == 0 ? times[6] : 0);
        return new CpuReading(total, times[7], busy, ours);
    }

    /** A child that ends while the tree is walked would count twice or not at all, so the walk is repeated when the tree changed. */
    private long ours() {
        var before = family();
        for (int attempt = 1; ; attempt++) {
            long sum = before.stream().mapToLong(this::withReaped).sum();
            var after = family();
            if (after.equals(before) || attempt == ATTEMPTS) {
                return sum;
            }
            before = after;
        }
    }

    private Set<Long> family() {
        return roots.stream().flatMap(root -> processes.tree(root).stream()).collect(Collectors.toSet());
    }

    private long withReaped(long pid) {
        var own = cpuClock.apply(pid);
        return PidStat.of(proc, pid)
                .map(stat -> own.orElse(stat.userNanos() + stat.systemNanos()) + stat.reapedNanos())
                .orElse(0L);
    }
}
