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
 * @param runtime what its trials run on; empty: what the session gives every arm
 */
public record Arm(
        String name,
        String model,
        Optional<Integer> slots,
        double cpuFactor,
        Map<String, Integer> inFlight,
        Map<String, String> options,
        Optional<ArmRuntime> runtime) {
    public Arm {
        inFlight = Collections.unmodifiableMap(new LinkedHashMap<>(inFlight));
        options = Map.copyOf(options);
    }

    /** On what the session gives every arm. */
    public Arm(
            String name,
            String model,
            Optional<Integer> slots,
            double cpuFactor,
            Map<String, Integer> inFlight,
            Map<String, String> options) {
        this(name, model, slots, cpuFactor, inFlight, options, Optional.empty());
    }

    /** The same under another name. */
    public Arm named(String other) {
        return new Arm(other, model, slots, cpuFactor, inFlight, options, runtime);
    }

    /** The same on another runtime; on an empty one as the session gives it. */
    public Arm on(Optional<ArmRuntime> other) {
        return new Arm(name, model, slots, cpuFactor, inFlight, options, other);
    }

    /** The model under its own name, without options. */
    public static Arm of(String model) {
        return new Arm(model, model, Optional.empty(), 1.0, Map.of(), Map.of());
    }
}
