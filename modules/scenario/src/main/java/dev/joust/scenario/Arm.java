package dev.joust.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model with its options in one scenario. An arm can have a name of its own, so that one model can take part twice,
 * as in the controls.
 *
 * @param slots how many units the model may hold at once; empty: the model's own choice for the load
 * @param cpuFactor the factor on the CPU work of each unit; 1 except in the control of +25 % work
 * @param inFlight units in flight per class, where the arm differs from the closed load; 0: the arm runs without the
 *     class
 * @param options the model's own options, by name
 */
public record Arm(
        String name,
        String model,
        Optional<Integer> slots,
        double cpuFactor,
        Map<String, Integer> inFlight,
        Map<String, String> options) {
    public Arm {
        inFlight = Collections.unmodifiableMap(new LinkedHashMap<>(inFlight));
        options = Map.copyOf(options);
    }

    /** The model under its own name, without options. */
    public static Arm of(String model) {
        return new Arm(model, model, Optional.empty(), 1.0, Map.of(), Map.of());
    }
}
