package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WinnerTest {

    private static final double MARGIN = 0.05;

    private static PairedComparison comparison(String model, String rival, double low, double high) {
        double logLow = Math.log(low);
        double logHigh = Math.log(high);
        return new PairedComparison(
                model, rival, new Estimate((logLow + logHigh) / 2, logLow, logHigh, 24, new Confidence(0.98, 0.985)));
    }

    private static Winner among(Set<String> participants, PairedComparison... comparisons) {
        return Winner.among(participants, List.of(comparisons), MARGIN);
    }

    private static TreeSet<String> models(String... names) {
        return new TreeSet<>(List.of(names));
    }

    @Test
    void theWinnerBeatsEveryOtherByTheMargin() {
        Winner winner = among(
                Set.of("a", "b", "c"),
                comparison("a", "b", 1.2, 1.3),
                comparison("c", "a", 0.4, 0.5),
                comparison("b", "c", 0.8, 1.4));
        assertThat(winner).isEqualTo(new Winner.Sole("a"));
    }

    @Test
    void aheadByLessThanTheMarginIsNoWin() {
        assertThat(among(Set.of("a", "b"), comparison("a", "b", 1.01, 1.04)))
                .isEqualTo(new Winner.Tied(models("a", "b")));
    }

    @Test
    void theTiedGroupTiesPairwiseAndBeatsTheRest() {
        Winner winner = among(
                Set.of("a", "b", "c"),
                comparison("a", "b", 0.98, 1.02),
                comparison("a", "c", 1.5, 1.6),
                comparison("b", "c", 1.5, 1.6));
        assertThat(winner).isEqualTo(new Winner.Tied(models("a", "b")));
    }

    @Test
    void theRestNeedNotBeBeatenByEveryMemberOfTheGroup() {
        Winner winner = among(
                Set.of("a", "b", "c"),
                comparison("a", "b", 1.0, 1.04),
                comparison("b", "c", 1.0, 1.06),
                comparison("a", "c", 1.06, 1.1));
        assertThat(winner).isEqualTo(new Winner.Tied(models("a", "b")));
    }

    @Test
    void aDifferenceThatWasNotFoundIsNotATie() {
        Winner winner = among(Set.of("a", "b"), comparison("a", "b", 0.9, 1.2));
        assertThat(winner)
                .isEqualTo(new Winner.Undecided(
                        models("a", "b"), List.of("a and b: [0.9000, 1.200] crosses an edge of [0.9524, 1.050]")));
    }

    @Test
    void tiesThatDoNotCarryFromPairToPairLeaveItOpen() {
        Winner winner = among(
                Set.of("a", "b", "c"),
                comparison("a", "b", 1.0, 1.04),
                comparison("b", "c", 1.0, 1.04),
                comparison("a", "c", 1.01, 1.08));
        assertThat(winner).isInstanceOfSatisfying(Winner.Undecided.class, undecided -> {
            assertThat(undecided.contenders()).containsExactly("a", "b", "c");
            assertThat(undecided.open()).singleElement().asString().startsWith("a and c: ");
        });
    }

    @Test
    void aModelThatOnlyABeatenModelBeatsIsAContender() {
        Winner winner = among(
                Set.of("a", "b", "c"),
                comparison("a", "b", 1.06, 1.1),
                comparison("b", "c", 1.06, 1.1),
                comparison("a", "c", 0.9, 1.4));
        assertThat(winner)
                .isInstanceOfSatisfying(Winner.Undecided.class, undecided -> assertThat(undecided.contenders())
                        .containsExactly("a", "c"));
    }

    @Test
    void beatingInACircleLeavesItOpen() {
        Winner winner = among(
                Set.of("a", "b", "c"),
                comparison("a", "b", 1.1, 1.2),
                comparison("b", "c", 1.1, 1.2),
                comparison("c", "a", 1.1, 1.2));
        assertThat(winner)
                .isInstanceOfSatisfying(Winner.Undecided.class, undecided -> assertThat(undecided.contenders())
                        .containsExactly("a", "b", "c"));
    }

    @Test
    void aModelThatDidNotTakePartIsNotRanked() {
        PairedComparison real = comparison("a", "b", 1.2, 1.3);
        assertThat(among(Set.of("a", "b"), real, comparison("invalid", "a", 9, 10), comparison("invalid", "b", 9, 10)))
                .isEqualTo(new Winner.Sole("a"));
        assertThat(among(
                        Set.of("a", "b"),
                        real,
                        comparison("a", "invalid", 0.9, 1.2),
                        comparison("b", "invalid", 9, 10)))
                .isEqualTo(new Winner.Sole("a"));
    }

    @Test
    void aModelWithoutAValueLeavesTheWinnerOpen() {
        Winner winner = among(Set.of("a", "b", "invalid"), comparison("a", "b", 1.2, 1.3));
        assertThat(winner)
                .isEqualTo(new Winner.Undecided(
                        models("a", "invalid"), List.of("a and invalid: no block in which both are valid")));
    }

    @Test
    void aSingleParticipantIsNoWinner() {
        assertThat(among(Set.of("a")))
                .isInstanceOfSatisfying(Winner.Undecided.class, undecided -> assertThat(undecided.contenders())
                        .containsExactly("a"));
        assertThat(among(Set.of())).isInstanceOf(Winner.Undecided.class);
    }

    @Test
    void aPairWithoutASharedBlockIsOpen() {
        Winner winner = among(Set.of("a", "b", "c"), comparison("a", "b", 1.2, 1.3));
        assertThat(winner)
                .isEqualTo(
                        new Winner.Undecided(models("a", "c"), List.of("a and c: no block in which both are valid")));
    }

    @Test
    void tooFewBlocksGiveNeitherAWinnerNorATie() {
        List<Winner> winners = new ArrayList<>();
        for (double d : new double[] {0, 5}) {
            Estimate advantage = Estimate.of(LogRatios.of(new double[] {d, d, d, d, d}), 0.95);
            winners.add(among(Set.of("a", "b"), new PairedComparison("a", "b", advantage)));
        }
        assertThat(winners).hasOnlyElementsOfType(Winner.Undecided.class);
    }

    @Test
    void aPairIsComparedOnceAndNoModelWithItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> among(Set.of("a", "b"), comparison("a", "b", 1, 2), comparison("b", "a", 1, 2)))
                .withMessageContaining("two comparisons");
        assertThatIllegalArgumentException().isThrownBy(() -> comparison("a", "a", 1, 2));
    }
}
