package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of each kernel this runtime computes per millisecond of CPU time. With it, 50 ms are 50 ms of CPU time on
 * every runtime, and ratios compare. Fixed for a session.
 *
 * @param unitsPerMilli units of a kernel per millisecond of CPU time, by the kernel's label
 */
public record Calibration(Map<String, Double> unitsPerMilli) {
    public Calibration {
        unitsPerMilli = Map.copyOf(new TreeMap<>(unitsPerMilli));
    }

    /**
     * The units of the kernel that take this much CPU time; at least 1.
     *
     * @throws IllegalArgumentException when the kernel is not calibrated
     */
    public long units(Kernel kernel, Duration cpu) {
        var rate = unitsPerMilli.get(kernel.label());
        if (rate == null) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "kernel %s is not calibrated; calibrated: %s",
                    kernel.label(),
                    unitsPerMilli.keySet()));
        }
        return Math.max(1, Math.round(rate * cpu.toNanos() / 1e6));
    }
}
