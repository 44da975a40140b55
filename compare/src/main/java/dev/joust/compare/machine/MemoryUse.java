package dev.joust.compare.machine;

import java.util.Optional;

/**
 * Memory in bytes, of one process or summed over several.
 *
 * @param resident what is in memory now; pages that processes share count in each
 * @param peak the most that was ever resident, since the process began and not since a window did; the sum over processes is
 *     an upper bound, since they need not have peaked together
 * @param proportional a shared page divided among those who share it, so that it may be summed (PSS); only when asked for
 */
public record MemoryUse(Optional<Long> resident, Optional<Long> peak, Optional<Long> proportional) {}
