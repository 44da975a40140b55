package dev.joust.scenario;

/** A comparison whose answer is known beforehand. It tests the instrument, not the models. */
public sealed interface Control {

    /** An A/A pair: one model under two names, where neither may win. */
    record Same() implements Control {}

    /**
     * An A/A pair in the shape of another scenario: its work, load and limits, with its first model twice. It says
     * whether the verdicts on that scenario can be believed. No file declares one.
     *
     * @param scenario the name of that scenario
     */
    record OwnPair(String scenario) implements Control {}

    /** One model twice, the second arm with more CPU work. The comparison must find the first faster. */
    record Slower() implements Control {}

    /**
     * The second arm takes {@code times} as long as the first, by arithmetic.
     *
     * @param times the expected factor
     * @param within the tolerated relative error of the measured factor
     */
    record Expects(double times, double within) implements Control {}
}
