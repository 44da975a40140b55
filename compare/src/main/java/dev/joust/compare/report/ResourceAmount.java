package dev.joust.compare.report;

import java.util.Optional;

/**
 * One resource that an arm used, or one counter of its model.
 *
 * @param key a {@link ResourceFigure}'s, or the counter's name
 * @param value the median over the valid trials; empty where it is not available
 */
public record ResourceAmount(String key, Optional<Double> value) {

    public static ResourceAmount of(ResourceFigure figure, Optional<Double> value) {
        return new ResourceAmount(figure.key(), value);
    }
}
