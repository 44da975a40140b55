package dev.joust.compare.machine;

/**
 * The CPU time of the whole machine and our part of it, at one instant, in nanoseconds since some origin.
 *
 * @param totalNanos of all cores, idle or not
 * @param stolenNanos that a hypervisor gave to others while we would have run
 * @param busyNanos that processes ran, ours and others'
 * @param oursNanos that ours ran, ended ones included
 */
record CpuReading(long totalNanos, long stolenNanos, long busyNanos, long oursNanos) {}
