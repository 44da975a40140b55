package dev.joust.compare.report;

import dev.joust.trial.HttpTarget;
import java.util.Arrays;
import java.util.Locale;

/** What is measured of a trial's process tree, in the order of the report. */
public enum ResourceFigure {
    START_UP("start-up to the first answer, ms"),
    CPU_PER_UNIT("CPU time per unit, ms"),
    CPU_TIME("CPU time, s"),
    CPU_USER("CPU time in user mode, s"),
    CPU_SYSTEM("CPU time in the kernel, s"),
    MEMORY_RESIDENT_PEAK("peak resident memory, MiB"),
    MEMORY_PROPORTIONAL("proportional memory (shared pages divided), MiB"),
    MEMORY_PER_UNIT("memory per unit in flight (whole process tree), KiB"),
    MEMORY_RESIDENT_PER_WORKER("resident memory per worker process, MiB"),
    MEMORY_PROPORTIONAL_PER_WORKER("proportional memory per worker process, MiB"),
    IO_CALLS_PER_UNIT("read and write calls per unit"),
    SWITCHES_VOLUNTARY("voluntary context switches"),
    SWITCHES_INVOLUNTARY("involuntary context switches"),
    PROCESSES("processes"),
    THREADS("threads"),
    SOCKETS("sockets"),
    CONNECTIONS("connections that the service accepted during the trial"),
    INCOMPLETE_TRIALS("trials in which a process was not counted"),
    LATE_TRIALS("trials without resource usage, because it was read too late");

    private final String label;

    ResourceFigure(String label) {
        this.label = label;
    }

    /** The key in report.json: {@code cpu-per-unit}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it counts trials that tell less than others. */
    public boolean countsTrials() {
        return this == INCOMPLETE_TRIALS || this == LATE_TRIALS;
    }

    /** For the reader, with the unit. */
    public String label() {
        return label;
    }

    /** The label of a key. A model names its counters itself. The clients of a server are in a process of their own. */
    static String label(String key) {
        return Arrays.stream(values())
                .filter(figure -> figure.key().equals(key))
                .map(ResourceFigure::label)
                .findFirst()
                .orElseGet(() -> key.startsWith(HttpTarget.COUNTERS)
                        ? "clients: " + key.substring(HttpTarget.COUNTERS.length())
                        : "counter " + key);
    }
}
