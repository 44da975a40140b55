package dev.joust.compare.stats;

import java.util.Locale;

/**
 * X beats Y by a ratio. Held: the whole interval is at or above the ratio. Refuted: the whole interval is below it.
 *
 * @param by the ratio, at least 1
 */
public record BeatsRule(double by) implements Rule {

    public BeatsRule {
        if (!(by >= 1 && Double.isFinite(by))) {
            throw new IllegalArgumentException("a model beats another by a ratio of at least 1: by=" + by);
        }
    }

    @Override
    public Verdict decide(Estimate advantage) {
        double boundary = Math.log(by);
        if (advantage.logLow() >= boundary) {
            return Verdict.held(reason("all of %s is at or above %.4g", advantage), advantage);
        }
        if (advantage.logHigh() < boundary) {
            return Verdict.refuted(reason("all of %s is below %.4g", advantage), advantage);
        }
        return Verdict.inconclusive(reason("%s has both sides of %.4g", advantage), advantage);
    }

    @Override
    public double p(LogRatios advantages) {
        return SignedRank.twoSided(advantages, Math.log(by));
    }

    private String reason(String format, Estimate advantage) {
        return String.format(Locale.ROOT, format, advantage.interval(), by);
    }
}
