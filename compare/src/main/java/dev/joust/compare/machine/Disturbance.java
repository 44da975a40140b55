package dev.joust.compare.machine;

import java.util.Optional;

/**
 * What disturbed the machine over a period.
 *
 * <p>Linux tells times in ticks of 10 ms. Over a window of 0.2 s a tick is a quarter of the limits. So the two figures
 * of CPU time are what there was at least: what the ticks may add is taken off, what the kernel may need to leave idle,
 * and what ran between the readings of our processes and of the machine. A trial is disturbed only where it is sure.
 *
 * @param stealShare CPU time that a hypervisor gave to other guests, as a share of all cores' time: 0 to 1
 * @param foreignCores CPU time of processes that are not ours, in cores: 1 is one core all the time
 * @param hiccupP99Nanos how late a thread woke that asks to run every millisecond, 99th percentile over time
 * @param hiccupMaxNanos the same, maximum
 * @param stallP99Nanos the lateness without the time that the thread waited for a core, 99th percentile over time: in
 *     that time the machine itself stood still
 */
public record Disturbance(
        Optional<Double> stealShare,
        Optional<Double> foreignCores,
        Optional<Long> hiccupP99Nanos,
        Optional<Long> hiccupMaxNanos,
        Optional<Long> stallP99Nanos) {

    /**
     * The disturbance between two readings that are {@code wallNanos} apart; the shares are empty where a reading is.
     */
    static Disturbance between(Optional<CpuReading> start, Optional<CpuReading> end, long wallNanos, Stalls hiccups) {
        return new Disturbance(
                both(start, end).map(CpuInterval::stealShare),
                both(start, end).filter(interval -> wallNanos > 0).map(interval -> interval.foreignCores(wallNanos)),
                hiccups.p99Nanos(),
                hiccups.maxNanos(),
                hiccups.stallP99Nanos());
    }

    private static Optional<CpuInterval> both(Optional<CpuReading> start, Optional<CpuReading> end) {
        return start.flatMap(from -> end.map(to -> new CpuInterval(from, to)));
    }

    private record CpuInterval(CpuReading from, CpuReading to) {
        /**
         * What a switch to or from idle costs that the kernel charges to no process. A pair of threads that wake each
         * other leaves 1.4 us per switch without an owner, and pairs that leave no core idle leave none
         * (compare/decisions/0039).
         */
        private static final long SWITCH_NANOS = 1_500;

        /** The most that leaving idle costs, as a part of the time in idle. Without idle time there is no such cost. */
        private static final double IDLE_PART = 0.3;

        double stealShare() {
            long total = to.totalNanos() - from.totalNanos();
            long stolen = to.stolenNanos() - from.stolenNanos() - CpuReading.STOLEN_ERROR_NANOS;
            return total > 0 ? Math.max(0, (double) stolen / total) : 0;
        }

        double foreignCores(long wallNanos) {
            long busy = to.busyNanos() - from.busyNanos();
            long ours = to.oursNanos() - from.oursNanos();
            long error = CpuReading.BUSY_ERROR_NANOS + to.lateNanos();
            return Math.max(0, (busy - ours - error - leavingIdleNanos()) / wallNanos);
        }

        private double leavingIdleNanos() {
            long switches = to.switches() - from.switches();
            long idle = to.idleNanos() - from.idleNanos();
            return Math.min((double) SWITCH_NANOS * switches, IDLE_PART * Math.max(0, idle));
        }
    }
}
