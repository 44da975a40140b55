package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * One arm of a scenario.
 *
 * @param latencies one per class of work; empty where no trial is valid
 * @param resourceUsage medians over the valid trials
 * @param cause why it is as fast as it is, by the primary metric
 * @param load what an open load or a search for the capacity adds
 */
public record ArmReport(
        ArmLabel label,
        ArmResult result,
        ArmTrials trials,
        List<LatencyReport> latencies,
        List<ResourceAmount> resourceUsage,
        Optional<CauseReport> cause,
        ArmLoad load) {

    /** What ran. A trial reports runtime, slots and units at once, so they are empty where none did. */
    public record ArmLabel(
            String name,
            String model,
            Optional<String> runtime,
            Optional<Integer> slots,
            Optional<UnitsAtOnce> atOnce) {}

    /** The most units that the model could run at once, by what they do. */
    public record UnitsAtOnce(int computing, int waiting) {}

    /**
     * The result in the metric that ranks the arms.
     *
     * @param ratioToBest how many times better the scenario's reference is; empty for the reference itself, and where
     *     the two share no block
     * @param median over the valid trials
     * @param atLeast what the median is at least, where it is not known because units were unfinished
     * @param absence why there is no median, where a trial is valid
     * @param efficiency the median share of the analytic limit, 1 at the limit
     */
    public record ArmResult(
            ArmState state,
            Optional<RatioReport> ratioToBest,
            Optional<Double> median,
            Optional<Double> atLeast,
            Optional<String> absence,
            Optional<Double> efficiency) {

        String medianText() {
            return median.or(() -> atLeast).isEmpty()
                    ? Numbers.ABSENT
                    : median.map(Numbers::figure).orElseGet(() -> Numbers.atLeast(atLeast.orElseThrow()));
        }
    }

    /**
     * The trials.
     *
     * @param points the value of each valid trial that has one
     * @param valid how many trials are valid
     * @param notSteady how many of the valid trials never reached a steady state
     * @param course how the one in the middle went, of an open or a closed load
     */
    public record ArmTrials(
            List<TrialPoint> points,
            List<InvalidTrial> invalid,
            int valid,
            int notSteady,
            UnitCounts units,
            Optional<TrialCourse> course) {

        /** Trials none of which is shown by itself. */
        public ArmTrials(
                List<TrialPoint> points, List<InvalidTrial> invalid, int valid, int notSteady, UnitCounts units) {
            this(points, invalid, valid, notSteady, units, Optional.empty());
        }

        /** How many trials ran. */
        int run() {
            return valid + invalid.size();
        }

        private ArmTrials withoutCourse() {
            return new ArmTrials(points, invalid, valid, notSteady, units);
        }
    }

    /** The value of one trial in that metric. */
    public record TrialPoint(int block, double value, boolean steady) {}

    /**
     * A trial that is not judged.
     *
     * @param reason the validity checks that it failed, with their values
     */
    public record InvalidTrial(int block, String reason) {}

    /**
     * Units of work.
     *
     * @param done in the windows of the valid trials
     * @param unfinished when the valid trials ended
     * @param failed in all trials, the invalid ones too
     * @param wrong answers in all trials, the invalid ones too
     */
    public record UnitCounts(long done, long unfinished, long failed, long wrong) {}

    /** This arm without latencies, resource usage, cause and load, which another report of the scenario has. */
    public ArmReport withResultAlone() {
        return new ArmReport(
                label, result, trials.withoutCourse(), List.of(), List.of(), Optional.empty(), ArmLoad.NONE);
    }

    /** The value of a block; empty where its trial is invalid or has none. */
    public Optional<Double> value(int block) {
        return trials.points().stream()
                .filter(point -> point.block() == block)
                .map(TrialPoint::value)
                .findFirst();
    }

    /** The amount of that key; empty where this arm has none. */
    public Optional<Double> amount(String key) {
        return resourceUsage.stream()
                .filter(amount -> amount.key().equals(key))
                .findFirst()
                .flatMap(ResourceAmount::value);
    }
}
