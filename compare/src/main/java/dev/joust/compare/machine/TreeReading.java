package dev.joust.compare.machine;

import java.util.List;
import java.util.Optional;

/** A process tree at one instant, the root first. Processes that ended during the reading are left out. */
public record TreeReading(List<ProcessReading> processes) {
    public TreeReading {
        processes = List.copyOf(processes);
    }

    Optional<ProcessReading> of(ProcessReading.ProcessId id) {
        return processes.stream().filter(process -> process.id().equals(id)).findFirst();
    }
}
