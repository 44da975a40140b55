package dev.joust.trial;

/**
 * The analytic limit of a model. A measurement beyond it is invalid.
 *
 * @param computing the most units that can compute at once
 * @param waiting the most units that can wait at once for the service or a timer
 */
public record Ceiling(int computing, int waiting) {

    /** The ceiling of a model that only its cores and slots limit. */
    public static Ceiling ofCores(int cores, int slots) {
        return new Ceiling(Math.min(cores, slots), slots);
    }
}
