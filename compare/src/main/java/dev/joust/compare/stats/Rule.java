package dev.joust.compare.stats;

/**
 * What a claim says about the advantage of one model over another, and when that is held, refuted or open. A rule
 * looks at the whole interval, never at the estimate alone.
 */
public sealed interface Rule {

    /** Decides by the interval; with too few blocks for its confidence always inconclusive. */
    default Verdict judge(Estimate advantage) {
        if (!advantage.achievable()) {
            double alpha = 1 - advantage.confidence().requested();
            return Verdict.inconclusive(
                    Words.of(
                            "%d blocks cannot decide at %.1f %%, it takes %d",
                            advantage.blocks(), 100 * (1 - alpha), Wilcoxon.leastBlocks(alpha)),
                    advantage);
        }
        return decide(advantage);
    }

    /** As {@link #judge(Estimate)}, from the log-ratios of all blocks; without a block inconclusive. */
    default Verdict judge(double[] advantages, double confidence) {
        return advantages.length == 0
                ? Verdict.inconclusive("no block in which both models are valid")
                : judge(Estimate.of(advantages, confidence));
    }

    /** The decision by an interval that has the confidence asked for. Called by {@link #judge(Estimate)} only. */
    Verdict decide(Estimate advantage);

    /**
     * The p-value of the decision, in whichever direction it goes; what {@link Holm} adjusts. Two-sided, so that it is
     * at most alpha just when the interval of confidence 1 - alpha decides. (Where an end of the interval meets the
     * boundary to the last bit the p-value is the stricter of the two.)
     *
     * @param advantages the log-ratios of all blocks
     */
    double p(double[] advantages);

    /**
     * X beats Y by {@code by}: held when the whole interval is at or beyond it, refuted when all of it falls short.
     *
     * @param by a ratio, at least 1
     */
    record Beats(double by) implements Rule {

        public Beats {
            if (!(by >= 1 && Double.isFinite(by))) {
                throw new IllegalArgumentException("a model beats another by a ratio of at least 1: by=" + by);
            }
        }

        @Override
        public Verdict decide(Estimate advantage) {
            double boundary = Math.log(by);
            String interval = Words.interval(advantage);
            if (advantage.logLow() >= boundary) {
                return Verdict.held(Words.of("all of %s is at or beyond %.4g", interval, by), advantage);
            }
            if (advantage.logHigh() < boundary) {
                return Verdict.refuted(Words.of("all of %s is short of %.4g", interval, by), advantage);
            }
            return Verdict.inconclusive(Words.of("%s reaches both sides of %.4g", interval, by), advantage);
        }

        @Override
        public double p(double[] advantages) {
            return SignedRank.twoSided(advantages, Math.log(by));
        }
    }

    /**
     * X ties Y within {@code within}: held when the whole interval lies inside [1/(1+w), 1+w], refuted when all of it
     * lies outside on one side. A tie is shown, never assumed from a difference that was not found.
     *
     * @param within a share, 0.1 for ten percent
     */
    record Ties(double within) implements Rule {

        public Ties {
            if (!(within > 0 && Double.isFinite(within))) {
                throw new IllegalArgumentException("models tie within a share above 0: within=" + within);
            }
        }

        @Override
        public Verdict decide(Estimate advantage) {
            double edge = Math.log1p(within);
            String band = Words.of("[%.4g, %.4g]", 1 / (1 + within), 1 + within);
            String interval = Words.interval(advantage);
            if (-edge <= advantage.logLow() && advantage.logHigh() <= edge) {
                return Verdict.held(Words.of("all of %s lies inside %s", interval, band), advantage);
            }
            if (advantage.logLow() > edge || advantage.logHigh() < -edge) {
                return Verdict.refuted(Words.of("all of %s lies outside %s", interval, band), advantage);
            }
            return Verdict.inconclusive(Words.of("%s crosses an edge of %s", interval, band), advantage);
        }

        /** Held: both one-sided tests (TOST), so the larger; refuted: either side, so the smaller. */
        @Override
        public double p(double[] advantages) {
            double edge = Math.log1p(within);
            double inside = Math.max(SignedRank.greater(advantages, -edge), SignedRank.less(advantages, edge));
            double outside = Math.min(SignedRank.greater(advantages, edge), SignedRank.less(advantages, -edge));
            return Math.min(1, 2 * Math.min(inside, outside));
        }
    }
}
