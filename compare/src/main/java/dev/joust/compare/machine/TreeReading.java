package dev.joust.compare.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A process tree at one instant, the root first. Processes that ended during the reading are left out. */
public record TreeReading(List<ProcessReading> processes) {
    public TreeReading {
        processes = List.copyOf(processes);
    }

    /** When the last CPU time was read, by {@link System#nanoTime}; empty without a process. */
    public OptionalLong lastNanos() {
        return processes.stream().mapToLong(ProcessReading::atNanos).max();
    }

    /**
     * These CPU times and counts with the memory and handles of a later reading, which takes longer. A process that has
     * ended meanwhile keeps its own.
     */
    public TreeReading withSizesOf(TreeReading later) {
        return new TreeReading(processes.stream()
                .map(process -> later.of(process.id()).map(process::withSizesOf).orElse(process))
                .toList());
    }

    Optional<ProcessReading> of(ProcessReading.ProcessId id) {
        return processes.stream().filter(process -> process.id().equals(id)).findFirst();
    }
}
