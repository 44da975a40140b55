package dev.joust.compare.machine;

/**
 * The CPU time of the whole machine and of our processes, at one instant, in nanoseconds since some origin.
 *
 * @param totalNanos time of all cores, idle or not
 * @param stolenNanos time that a hypervisor gave to other guests while this one was ready to run
 * @param busyNanos time that processes ran, ours and foreign ones: neither idle nor stolen
 * @param oursNanos time that our processes ran, including those that have ended
 * @param lateNanos CPU time for which the reading of our processes may be older than that of the machine: a reader that
 *     loses its core between the two sees more of the machine than of us
 * @param switches context switches of all cores, those to and from idle included
 */
record CpuReading(long totalNanos, long stolenNanos, long busyNanos, long oursNanos, long lateNanos, long switches) {
    /** By how much the stolen time between two readings may be too large: it is cut to ticks. */
    static final long STOLEN_ERROR_NANOS = PidStat.TICK_NANOS;

    /**
     * By how much the busy time between two readings may be too large: two of the times that it is made of are cut to
     * ticks. Against the exact account of a control group it was 11 ms at most, in windows of 0.2 s.
     */
    static final long BUSY_ERROR_NANOS = 2 * PidStat.TICK_NANOS;

    /** The same without its switches. */
    CpuReading withoutSwitches() {
        return new CpuReading(totalNanos, stolenNanos, busyNanos, oursNanos, lateNanos, 0);
    }

    /** Time in which no process was ready to run. */
    long idleNanos() {
        return totalNanos - stolenNanos - busyNanos;
    }
}
