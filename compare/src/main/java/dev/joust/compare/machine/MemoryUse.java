package dev.joust.compare.machine;

import java.util.Optional;

/**
 * Memory in bytes, of one process or summed over several.
 *
 * @param resident pages in memory now; a page that processes share counts in each of them
 * @param peak the highest resident memory since the process began, not since the window began. The sum over processes
 *     is an upper bound, since they need not have peaked at the same time
 * @param proportional memory with each shared page divided among its processes (PSS), so that sums are exact; read on
 *     demand only
 */
public record MemoryUse(Optional<Long> resident, Optional<Long> peak, Optional<Long> proportional) {}
