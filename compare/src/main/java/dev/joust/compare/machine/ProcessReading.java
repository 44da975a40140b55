package dev.joust.compare.machine;

import java.util.Map;
import java.util.Optional;

/**
 * One process at one instant.
 *
 * @param atNanos when its CPU time was read, by {@link System#nanoTime}; the rest was read later
 * @param switches per living thread; a thread's count is lost when it ends
 * @param calls of all threads that the process ever had
 */
public record ProcessReading(
        ProcessId id,
        long atNanos,
        CpuTime cpu,
        Optional<Map<Long, ContextSwitches>> switches,
        Optional<IoCalls> calls,
        MemoryUse memory,
        OpenHandles handles) {
    public ProcessReading {
        switches = switches.map(Map::copyOf);
    }

    /** The same with the memory and handles of another reading. */
    ProcessReading withSizesOf(ProcessReading other) {
        return new ProcessReading(id, atNanos, cpu, switches, calls, other.memory, other.handles);
    }

    /**
     * Identifies a process even when its number is used again.
     *
     * @param started when it began, in a unit of the system
     */
    public record ProcessId(long pid, long started) {}
}
