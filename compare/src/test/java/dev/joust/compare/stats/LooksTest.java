package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.Looks.Look;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.combinatorics.Combinations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LooksTest {

    @Test
    void fullLooksAfterFourteenAndTwentyFourBlocks() {
        assertThat(Looks.FULL.atLeast()).isEqualTo(14);
        assertThat(IntStream.of(1, 14, 15, 24).map(Looks.FULL::until)).containsExactly(14, 14, 24, 24);
        assertThat(IntStream.rangeClosed(0, 30).filter(Looks.FULL::now)).containsExactly(14, 24);
        assertThat(looks(Looks.FULL).stream().mapToDouble(Look::alpha).sum())
                .as("Bonferroni")
                .isCloseTo(Looks.FULL.error(), within(1e-15));
    }

    /** Eight blocks cannot: 28 times the least p-value, 2/2^8, is 0.22. */
    @Test
    void everyLookOfFullCanDecideEachOfAHundredClaims() {
        for (var look : looks(Looks.FULL)) {
            double[] unanimous = new double[100];
            Arrays.fill(unanimous, 2 * Wilcoxon.of(look.blocks()).atMost(0));
            assertThat(Arrays.stream(Holm.adjust(unanimous)))
                    .as("after %d blocks", look.blocks())
                    .allMatch(p -> p <= look.alpha());
        }
    }

    /** So quick says how many false decisions to expect. */
    @Test
    void theLooksOfQuickCannotDecideAFamilyOfFourteenClaims() {
        for (var look : looks(Looks.QUICK)) {
            double[] unanimous = new double[14];
            Arrays.fill(unanimous, 2 * Wilcoxon.of(look.blocks()).atMost(0));
            assertThat(Arrays.stream(Holm.adjust(unanimous)))
                    .as("after %d blocks", look.blocks())
                    .allMatch(p -> p > look.alpha());
        }
    }

    @Test
    void quickLooksAtTheLeastNumberOfBlocksThatCanDecideAndOnceMore() {
        assertThat(IntStream.rangeClosed(0, 30).filter(Looks.QUICK::now)).containsExactly(6, 9);
        assertThat(IntStream.of(1, 6, 7, 9).map(Looks.QUICK::until)).containsExactly(6, 6, 9, 9);
        assertThat(Looks.QUICK.atLeast()).isEqualTo(6).isEqualTo(Wilcoxon.leastBlocks(0.05));
        assertThat(2 * Wilcoxon.of(6).atMost(0)).as("2/2^6").isCloseTo(0.031, within(0.0005));
    }

    @Test
    void theLookThatJudgesIsTheFirstAtOrAfterTheBlocksOrTheLast() {
        assertThat(IntStream.of(0, 5, 6, 7, 9, 12).map(n -> Looks.QUICK.at(n).blocks()))
                .containsExactly(6, 6, 6, 9, 9, 9);
    }

    /**
     * Every choice of the first six of nine magnitudes, with every choice of signs. Between equals all are equally
     * likely.
     */
    @Test
    void eitherLookOfQuickNamesAWinnerBetweenEqualsInLessThanFivePercentOfSessions() {
        var six = looks(Looks.QUICK).getFirst();
        var nine = looks(Looks.QUICK).getLast();
        int cases = 0;
        int atSix = 0;
        int atNine = 0;
        int either = 0;
        for (int[] first : Combinations.of(nine.blocks(), six.blocks())) {
            for (int signs = 0; signs < 1 << nine.blocks(); signs++) {
                double[] session = session(first, signs, nine.blocks());
                boolean fires = fires(Arrays.copyOf(session, six.blocks()), six);
                boolean firesLater = fires(session, nine);
                cases++;
                atSix += fires ? 1 : 0;
                atNine += firesLater ? 1 : 0;
                either += fires || firesLater ? 1 : 0;
            }
        }
        assertThat(atSix / (double) cases).as("after six").isEqualTo(2 / 64.0);
        assertThat(atNine / (double) cases).as("after nine").isEqualTo(14 / 512.0);
        assertThat(either / (double) cases).as("after either").isBetween(0.048, Looks.QUICK.error());
    }

    /** Log-ratios of the magnitudes 1 to n: the first ones, then the rest, each with its sign. */
    private static double[] session(int[] first, int signs, int n) {
        var early = Arrays.stream(first).boxed().toList();
        var order = IntStream.concat(Arrays.stream(first), IntStream.range(0, n).filter(i -> !early.contains(i)))
                .toArray();
        return Arrays.stream(order)
                .mapToDouble(i -> (signs >> i & 1) == 0 ? i + 1 : -i - 1)
                .toArray();
    }

    private static boolean fires(double[] logRatios, Look look) {
        return SignedRank.twoSided(LogRatios.of(logRatios), 0) <= look.alpha();
    }

    @Test
    void afterNineBlocksATieIsHeldThoughOneBlockDiffers() {
        double[] six = {0.02, -0.01, Math.log(1.4), 0.01, 0.0, 0.03};
        double[] nine = {0.02, -0.01, Math.log(1.4), 0.01, 0.0, 0.03, -0.02, 0.01, 0.02};
        var tie = new TiesRule(0.25);
        assertThat(tie.judge(LogRatios.of(six), Looks.QUICK.at(6).confidence()).outcome())
                .isEqualTo(VerdictOutcome.INCONCLUSIVE);
        assertThat(tie.judge(LogRatios.of(nine), Looks.QUICK.at(9).confidence()).outcome())
                .isEqualTo(VerdictOutcome.HELD);
    }

    @Test
    void smokeJudgesNothing() {
        assertThat(Looks.SMOKE.blocks()).isEqualTo(1);
        assertThat(Looks.SMOKE.atLeast()).isEqualTo(1);
        assertThat(Looks.SMOKE.until(1)).isEqualTo(1);
        assertThat(Looks.SMOKE.judges()).isFalse();
        assertThat(Looks.SMOKE.now(1)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> Looks.SMOKE.at(1)).withMessage("smoke judges nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "QUICK, 1, 9",
        "QUICK, 2, 10",
        "QUICK, 3, 9",
        "QUICK, 4, 12",
        "QUICK, 20, 20",
        "FULL, 1, 24",
        "FULL, 3, 24",
        "FULL, 5, 25",
        "SMOKE, 3, 3"
    })
    void aPlanInShardsHasOneLookAndAsManyBlocksOnEachMachine(Profile profile, int shards, int blocks) {
        var looks = profile.looks().inShards(shards);
        assertThat(looks.blocks()).isEqualTo(looks.atLeast()).isEqualTo(blocks);
        assertThat(looks.judges()).isEqualTo(profile.looks().judges());
        assertThat(looks.margin()).isEqualTo(profile.looks().margin());
        assertThat(looks.family()).isEqualTo(profile.looks().family());
        assertThat(looks(looks)).hasSize(looks.judges() ? 1 : 0).allMatch(look -> look.alpha() == looks.error());
    }

    @Test
    void sixBlocksOfAnyMachinesThatAgreeDecide() {
        assertThat(Looks.QUICK.inShards(3).at(0).least()).isEqualTo(6);
        assertThat(Looks.QUICK.inShards(3).error()).isEqualTo(0.05);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void everyLookOfEveryProfileCanDecide(Profile each) {
        var profile = each.looks();
        for (var look : looks(profile)) {
            double[] unanimous = new double[look.blocks()];
            Arrays.fill(unanimous, 1);
            assertThat(new BeatsRule(1.5)
                            .judge(LogRatios.of(unanimous), look.confidence())
                            .outcome())
                    .as("%s at %d blocks", profile, look.blocks())
                    .isEqualTo(VerdictOutcome.HELD);
            assertThat(look.least()).isLessThanOrEqualTo(look.blocks());
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theLooksOfASessionEndWithItsBlocks(Profile each) {
        var profile = each.looks();
        var blocks = looks(profile).stream().map(Look::blocks).toList();
        assertThat(blocks).isSorted().isEqualTo(profile.judges() ? until(profile) : List.of());
    }

    /** Every look of a profile, in order. */
    private static List<Look> looks(Looks profile) {
        return IntStream.rangeClosed(1, profile.blocks())
                .filter(profile::now)
                .mapToObj(profile::at)
                .toList();
    }

    private static List<Integer> until(Looks profile) {
        return IntStream.rangeClosed(1, profile.blocks())
                .map(profile::until)
                .distinct()
                .boxed()
                .toList();
    }

    @Test
    void theMarginIsFinerWhereThereAreMoreBlocks() {
        assertThat(Looks.FULL.margin()).isEqualTo(0.05);
        assertThat(Looks.QUICK.margin()).isEqualTo(0.25);
    }
}
