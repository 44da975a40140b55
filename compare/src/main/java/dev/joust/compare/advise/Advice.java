package dev.joust.compare.advise;

import java.util.List;
import java.util.Optional;

/**
 * What was found about a traffic, and what follows from it.
 *
 * @param disagreements between arithmetic and measurement
 * @param flips where the choice changes by arithmetic, the nearest first
 * @param leaveAlone whether the traffic is too small to care, as far as that was measured; empty where it is not small
 */
public record Advice(
        Decision decision,
        List<String> disagreements,
        List<MeasuredModel> models,
        List<FlipPoint> flips,
        Optional<String> leaveAlone) {}
