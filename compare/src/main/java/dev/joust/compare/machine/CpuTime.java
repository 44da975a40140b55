package dev.joust.compare.machine;

import java.util.Optional;

/**
 * The CPU time of one process since it began, in nanoseconds. Threads that have ended are included.
 *
 * @param totalNanos the most exact total: on Linux the scheduler's own account, exact to nanoseconds
 * @param userNanos the part in user mode; on Linux cut to 10 ms, so good for a proportion only
 * @param systemNanos the part in the kernel, equally coarse
 * @param reapedNanos the CPU time of all children that it has waited for, with their own such children, cut to 10 ms
 */
public record CpuTime(long totalNanos, long userNanos, long systemNanos, Optional<Long> reapedNanos) {}
