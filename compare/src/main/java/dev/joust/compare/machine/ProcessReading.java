package dev.joust.compare.machine;

import java.util.Map;
import java.util.Optional;

/**
 * One process at one instant.
 *
 * @param switches by thread, of the threads that live; a thread's count is gone when it ends
 * @param calls of all threads that the process ever had
 */
public record ProcessReading(
        Id id,
        CpuTime cpu,
        Optional<Map<Long, ContextSwitches>> switches,
        Optional<IoCalls> calls,
        MemoryUse memory,
        OpenHandles handles) {
    public ProcessReading {
        switches = switches.map(Map::copyOf);
    }

    /**
     * One process and no other, even when its number is given out again.
     *
     * @param started when it began, in a unit of the system's own
     */
    public record Id(long pid, long started) {}
}
