package dev.joust.compare.stats;

import java.util.Locale;

/**
 * What a claim says about the advantage of one model over another. A rule decides by the whole interval, never by the
 * estimate alone.
 */
public sealed interface Rule permits BeatsRule, TiesRule, KeepsUpRule {

    /** Decides by the interval. With too few blocks for the requested confidence the verdict is inconclusive. */
    default Verdict judge(Estimate advantage) {
        if (!advantage.achievable()) {
            double confidence = advantage.confidence().requested();
            return Verdict.inconclusive(
                    String.format(
                            Locale.ROOT,
                            "%d blocks cannot decide at %.1f %%; %d blocks can",
                            advantage.blocks(),
                            100 * confidence,
                            Wilcoxon.leastBlocks(1 - confidence)),
                    advantage);
        }
        return decide(advantage);
    }

    /** As {@link #judge(Estimate)}, from the log-ratios of all blocks. Without a block the verdict is inconclusive. */
    default Verdict judge(LogRatios advantages, double confidence) {
        return advantages.isEmpty()
                ? Verdict.inconclusive("no block in which both models are valid")
                : judge(Estimate.of(advantages, confidence));
    }

    /** Decides by an interval of the requested confidence. Only {@link #judge(Estimate)} calls it. */
    Verdict decide(Estimate advantage);

    /**
     * The p-value of the decision, in either direction; {@link Holm} adjusts it. It is two-sided: it is at most alpha
     * exactly when the interval of confidence 1 - alpha decides. Where an end of the interval equals the boundary to
     * the last bit, the p-value is the stricter of the two.
     *
     * @param advantages the log-ratios of all blocks
     */
    double p(LogRatios advantages);
}
