package dev.joust.scenario;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all processes of a trial get together, as the limits of a container or a pod: no more CPU time and no more memory than this.
 *
 * @param cpus cores' worth of CPU time, a fraction too; empty: all that the machine has
 * @param memoryBytes resident, with the page cache, and no swap; empty: all that the machine has
 */
public record Pod(Optional<Double> cpus, Optional<Long> memoryBytes) {
    private static final String[] UNITS = {"b", "k", "m", "g"};

    /** As a part of a scenario's name: {@code 1cpu-256m}. */
    public String suffix() {
        return parts("%scpu", "%s", "-");
    }

    @Override
    public String toString() {
        return parts(cpus.orElse(1.0) > 1 ? "%s CPUs" : "%s CPU", "%s of memory", " and ");
    }

    private String parts(String cpu, String memory, String joint) {
        return Stream.of(
                        cpus.map(c -> cpu.formatted(number(c))),
                        memoryBytes.map(bytes -> memory.formatted(size(bytes))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(joint));
    }

    /** Without a fraction that is none: {@code 1}, {@code 0.5}. */
    public static String number(double cpus) {
        return cpus == Math.rint(cpus)
                ? String.format(Locale.ROOT, "%.0f", cpus)
                : String.format(Locale.ROOT, "%.2f", cpus).replaceFirst("0$", "");
    }

    /** In the largest unit, powers of 1,024, of which it is a whole number: {@code 256m}, as container engines write it. */
    public static String size(long bytes) {
        long size = bytes;
        int unit = 0;
        while (unit < UNITS.length - 1 && size % 1024 == 0) {
            size /= 1024;
            unit++;
        }
        return size + UNITS[unit];
    }
}
