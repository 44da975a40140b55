package dev.joust.compare.advise;

import java.util.Optional;

/**
 * A model of the session, beside what arithmetic expected of it. Times are mean response times of the class that
 * decides, in seconds.
 *
 * @param mean over all valid trials; empty where there is none, or no window
 * @param value the metric that decides, as text
 * @param state how it did
 */
record MeasuredModel(String model, ExpectedResponse expected, Optional<Double> mean, String value, String state) {

    /**
     * What arithmetic expects.
     *
     * @param steady in the long run
     * @param inTrials in trials that begin without a unit and are as long as those of the session
     * @param loop what the loop of a model adds
     */
    record ExpectedResponse(Optional<Double> steady, Optional<Double> inTrials, Optional<MeasuredLoop> loop) {
        static final ExpectedResponse NONE = new ExpectedResponse(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * How busy a loop was. The calls themselves take CPU time, which the profile does not name.
     *
     * @param busy the share of the window
     * @param visitCost CPU time per visit beyond that of the profile
     * @param inTrials the time expected with that cost
     */
    record MeasuredLoop(double busy, double visitCost, Optional<Double> inTrials) {}

    /** What the measured time is compared with: the arithmetic with all that is known. */
    Optional<Double> expectedTime() {
        return expected.loop().flatMap(MeasuredLoop::inTrials).or(expected::inTrials);
    }
}
