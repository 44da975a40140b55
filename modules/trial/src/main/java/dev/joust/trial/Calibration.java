package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of each kernel this runtime does in a millisecond of CPU time, so that 50 ms is 50 ms of CPU in every runtime and the
 * ratios compare. Fixed for a session.
 *
 * @param unitsPerMilli units of the kernel by millisecond of CPU time, by the kernel's label
 */
public record Calibration(Map<String, Double> unitsPerMilli) {
    public Calibration {
        unitsPerMilli = Map.copyOf(new TreeMap<>(unitsPerMilli));
    }

    /**
     * The units that take so much CPU time; at least 1.
     *
     * @throws IllegalArgumentException when the kernel has not been calibrated
     */
    public long units(Kernel kernel, Duration cpu) {
        var rate = unitsPerMilli.get(kernel.label());
        if (rate == null) {
            throw new IllegalArgumentException(
                    "kernel %s is not calibrated; calibrated: %s".formatted(kernel.label(), unitsPerMilli.keySet()));
        }
        return Math.max(1, Math.round(rate * cpu.toNanos() / 1e6));
    }
}
