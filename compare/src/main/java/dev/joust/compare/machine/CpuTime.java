package dev.joust.compare.machine;

import java.util.Optional;

/**
 * The CPU time of one process since it began, its ended threads included, in nanoseconds.
 *
 * @param totalNanos the best figure there is: on Linux the scheduler's own account, exact to nanoseconds
 * @param userNanos the part in user mode; on Linux cut to 10 ms, good for a proportion and no more
 * @param systemNanos the part in the kernel, as coarse
 * @param reapedNanos the whole lives of the children that it has waited for, theirs included, cut to 10 ms
 */
public record CpuTime(long totalNanos, long userNanos, long systemNanos, Optional<Long> reapedNanos) {}
