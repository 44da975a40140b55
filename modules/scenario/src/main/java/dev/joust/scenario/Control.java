package dev.joust.scenario;

/** A scenario whose answer is known beforehand: it tests the instrument, not the models. */
public sealed interface Control {

    /** One model under two names: neither may win. */
    record Same() implements Control {}

    /** The same model, the second arm with more work: the first must be found faster. */
    record Slower() implements Control {}

    /**
     * The second arm takes so many times as long as the first, by arithmetic.
     *
     * @param times the expected factor
     * @param within the tolerated relative error of the measured factor
     */
    record Expects(double times, double within) implements Control {}
}
