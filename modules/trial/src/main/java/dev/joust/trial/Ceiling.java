package dev.joust.trial;

/**
 * The analytic limit of a model: a measurement beyond it is broken, whatever it shows.
 *
 * @param computing how many units can compute at once
 * @param waiting how many units can wait at once for the service or a timer
 */
public record Ceiling(int computing, int waiting) {

    /** Of a model that nothing but the cores and its slots keeps from computing. */
    public static Ceiling ofCores(int cores, int slots) {
        return new Ceiling(Math.min(cores, slots), slots);
    }
}
