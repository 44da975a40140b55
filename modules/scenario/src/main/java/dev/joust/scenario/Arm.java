package dev.joust.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model as it takes part in a scenario. The name is the model's own unless the scenario gives another, so that one model
 * can take part twice (the controls do).
 *
 * @param slots how many units the model may hold at once; empty: the model's own choice for the load
 * @param cpuFactor the factor on the CPU work of each unit; 1 except in the sensitivity control
 * @param inFlight how many units of a class are in flight for this arm, where that is not what the closed load says; 0 is none at all
 * @param options what the model is told, in its own words
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

    /** The model under its own name, as it comes. */
    public static Arm of(String model) {
        return new Arm(model, model, Optional.empty(), 1.0, Map.of(), Map.of());
    }
}
