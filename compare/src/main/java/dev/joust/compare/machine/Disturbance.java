package dev.joust.compare.machine;

import java.util.Optional;

/**
 * What disturbed the machine over a stretch of time.
 *
 * @param stealShare CPU time that a hypervisor gave to others, as a share of all cores' time: 0 to 1
 * @param foreignCores CPU time of processes that are not ours, in cores: 1 is one core all the time
 * @param hiccupP99Nanos how late a thread woke that wanted to run every millisecond, 99th percentile over time
 * @param hiccupMaxNanos and at worst
 * @param stallP99Nanos what is left of its lateness without the time that it waited for a core, 99th percentile over time: the machine
 *     itself stood still
 */
public record Disturbance(
        Optional<Double> stealShare,
        Optional<Double> foreignCores,
        Optional<Long> hiccupP99Nanos,
        Optional<Long> hiccupMaxNanos,
        Optional<Long> stallP99Nanos) {

    /** Between two readings that are {@code wallNanos} apart; the shares are empty where either reading is. */
    static Disturbance between(Optional<CpuReading> start, Optional<CpuReading> end, long wallNanos, Stalls hiccups) {
        return new Disturbance(
                both(start, end).map(Span::stealShare),
                both(start, end).filter(span -> wallNanos > 0).map(span -> span.foreignCores(wallNanos)),
                hiccups.p99Nanos(),
                hiccups.maxNanos(),
                hiccups.stallP99Nanos());
    }

    private static Optional<Span> both(Optional<CpuReading> start, Optional<CpuReading> end) {
        return start.flatMap(from -> end.map(to -> new Span(from, to)));
    }

    private record Span(CpuReading from, CpuReading to) {
        double stealShare() {
            long total = to.totalNanos() - from.totalNanos();
            return total > 0 ? Math.max(0, (double) (to.stolenNanos() - from.stolenNanos()) / total) : 0;
        }

        // below zero only by the error of the sampled count
        double foreignCores(long wallNanos) {
            long busy = to.busyNanos() - from.busyNanos();
            long ours = to.oursNanos() - from.oursNanos();
            return Math.max(0, (double) (busy - ours) / wallNanos);
        }
    }
}
