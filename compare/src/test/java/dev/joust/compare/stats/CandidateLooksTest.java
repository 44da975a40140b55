package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.stats.Looks.Look;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The looks that {@code full} could have: how many blocks a scenario takes, what is found, and how often a session
 * decides a claim whose truth lies on its boundary. {@code -Djoust.simulated.sessions=5000} runs the long form.
 */
class CandidateLooksTest {
    private static final int SESSIONS = Integer.getInteger("joust.simulated.sessions", 100);
    private static final int CLAIMS_PER_SCENARIO = 4;

    /** How far the truth of each claim of a scenario lies from its boundary, in standard deviations of a block. */
    private static final double[] DISTANCES = {10, 7, 2, 1.3};

    private static final CandidateLooks FORMER = CandidateLooks.at(8, 16, 24);
    private static final CandidateLooks CHOSEN = CandidateLooks.at(14, 24);
    private static final List<CandidateLooks> CANDIDATES = List.of(
            FORMER, CandidateLooks.at(12, 24), CandidateLooks.at(12, 18, 24), CHOSEN, CandidateLooks.at(16, 24));

    /** Looks that share 5 % equally. */
    record CandidateLooks(List<Look> looks) {
        static CandidateLooks at(int... blocks) {
            return new CandidateLooks(Arrays.stream(blocks)
                    .mapToObj(n -> new Look(n, Looks.FULL.error() / blocks.length))
                    .toList());
        }

        @Override
        public String toString() {
            return looks.stream().map(Look::blocks).toList().toString();
        }
    }

    /**
     * What sessions with these looks yield.
     *
     * @param blocks per scenario
     * @param power the share of the claims away from their boundary that are decided
     * @param wrong the share of sessions that decide a claim on its boundary
     */
    record CandidateYield(double blocks, double power, double wrong) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f blocks per scenario, %.1f %% decided, %.1f %% of sessions wrong",
                    blocks,
                    100 * power,
                    100 * wrong);
        }
    }

    @Test
    void theChosenLooksAreThoseOfFull() {
        assertThat(CHOSEN.looks())
                .isEqualTo(Stream.of(14, 24).map(Looks.FULL::at).toList());
    }

    @ParameterizedTest(name = "{0} scenarios of four claims")
    @ValueSource(ints = {7, 15})
    void theChosenLooksTakeFewerBlocksThanTheFormerAndKeepPowerAndError(int scenarios, TestReporter reporter) {
        for (var candidate : CANDIDATES) {
            reporter.publishEntry(
                    String.format(Locale.ROOT, "%s claims, %s", 4 * scenarios, candidate),
                    run(candidate, scenarios).toString());
        }
        var former = run(FORMER, scenarios);
        var chosen = run(CHOSEN, scenarios);
        assertThat(chosen.blocks()).as("blocks, before: %s", former).isLessThan(former.blocks());
        assertThat(chosen.power()).as("power, before: %s", former).isGreaterThan(former.power() - 0.01);
        assertThat(chosen.wrong())
                .as("sessions that decide a claim on its boundary")
                .isLessThanOrEqualTo(
                        BinomialDistribution.of(SESSIONS, Looks.FULL.error()).inverseCumulativeProbability(0.999)
                                / (double) SESSIONS);
    }

    private static CandidateYield run(CandidateLooks candidate, int scenarios) {
        var random = new SplittableRandom(7);
        double blocks = 0;
        double power = 0;
        int wrong = 0;
        for (int session = 0; session < SESSIONS; session++) {
            var yield = session(candidate, scenarios, random);
            blocks += yield.blocks() / SESSIONS;
            power += yield.power() / SESSIONS;
            wrong += yield.wrong() > 0 ? 1 : 0;
        }
        return new CandidateYield(blocks, power, wrong / (double) SESSIONS);
    }

    private static CandidateYield session(CandidateLooks candidate, int scenarios, SplittableRandom random) {
        int claims = scenarios * CLAIMS_PER_SCENARIO;
        double[] truths = IntStream.range(0, claims)
                .mapToDouble(CandidateLooksTest::truth)
                .toArray();
        double[][] found =
                Arrays.stream(truths).mapToObj(truth -> blocks(truth, random)).toArray(double[][]::new);
        int[] judged = new int[scenarios];
        boolean[] decided = new boolean[claims];
        for (var look : candidate.looks()) {
            for (int s = 0; s < scenarios; s++) {
                judged[s] = all(decided, s) ? judged[s] : look.blocks();
            }
            double[] adjusted = Holm.adjust(IntStream.range(0, claims)
                    .mapToDouble(c -> SignedRank.twoSided(
                            LogRatios.of(Arrays.copyOf(found[c], judged[c / CLAIMS_PER_SCENARIO])), 0))
                    .toArray());
            for (int c = 0; c < claims; c++) {
                decided[c] = adjusted[c] <= look.alpha();
            }
        }
        long wrong = IntStream.range(0, claims)
                .filter(c -> truths[c] == 0 && decided[c])
                .count();
        long right = IntStream.range(0, claims)
                .filter(c -> truths[c] > 0 && decided[c])
                .count();
        return new CandidateYield(
                Arrays.stream(judged).average().orElseThrow(),
                right
                        / (double)
                                Arrays.stream(truths).filter(truth -> truth > 0).count(),
                wrong);
    }

    private static boolean all(boolean[] decided, int scenario) {
        int first = scenario * CLAIMS_PER_SCENARIO;
        return IntStream.range(first, first + CLAIMS_PER_SCENARIO).allMatch(c -> decided[c]);
    }

    /** In every third scenario one claim lies on its boundary. */
    private static double truth(int claim) {
        boolean onBoundary = claim / CLAIMS_PER_SCENARIO % 3 == 2 && claim % CLAIMS_PER_SCENARIO == 3;
        return onBoundary ? 0 : DISTANCES[claim % CLAIMS_PER_SCENARIO];
    }

    private static double[] blocks(double truth, SplittableRandom random) {
        return IntStream.range(0, Looks.FULL.blocks())
                .mapToDouble(block -> truth + random.nextGaussian())
                .toArray();
    }
}
