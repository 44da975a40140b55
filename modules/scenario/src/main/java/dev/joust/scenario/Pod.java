package dev.joust.scenario;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits of CPU time and memory for all processes of a trial together, as a container or a pod has them.
 *
 * @param cpus CPU time in cores, whole or fractional; empty: no limit
 * @param memoryBytes resident memory with the page cache, without swap; empty: no limit
 */
public record Pod(Optional<Double> cpus, Optional<Long> memoryBytes) {
    private static final String[] UNITS = {"b", "k", "m", "g"};

    /** The limits as part of a scenario's name: {@code 1cpu-256m}. */
    public String suffix() {
        return parts("%scpu", "%s", "-");
    }

    @Override
    public String toString() {
        return parts(cpus.orElse(1.0) > 1 ? "%s CPUs" : "%s CPU", "%s of memory", " and ");
    }

    private String parts(String cpu, String memory, String joint) {
        return Stream.of(
                        cpus.map(c -> String.format(Locale.ROOT, cpu, number(c))),
                        memoryBytes.map(bytes -> String.format(Locale.ROOT, memory, size(bytes))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(joint));
    }

    /** The number without trailing zeros: {@code 1}, {@code 0.5}. */
    public static String number(double cpus) {
        return cpus == Math.rint(cpus)
                ? String.format(Locale.ROOT, "%.0f", cpus)
                : String.format(Locale.ROOT, "%.2f", cpus).replaceFirst("0$", "");
    }

    /**
     * The size as container engines write it: {@code 256m}. The unit is the largest power of 1,024 that divides it.
     */
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
