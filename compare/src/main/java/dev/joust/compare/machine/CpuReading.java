package dev.joust.compare.machine;

/**
 * The CPU time of the whole machine and of our processes, at one instant, in nanoseconds since some origin.
 *
 * @param totalNanos time of all cores, idle or not
 * @param stolenNanos time that a hypervisor gave to other guests while this one was ready to run
 * @param busyNanos time that processes ran, ours and foreign ones
 * @param oursNanos time that our processes ran, including those that have ended
 */
record CpuReading(long totalNanos, long stolenNanos, long busyNanos, long oursNanos) {}
