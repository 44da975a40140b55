package dev.joust.compare.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How figures are computed. */
class FiguresTest {

    @Test
    void percentilesLieBetweenTheirNeighbours() {
        // R: quantile(c(4, 1, 3, 2), 0.9)
        assertThat(Spread.percentile(new double[] {4, 1, 3, 2}, 90)).isCloseTo(3.7, within(1e-12));
        assertThat(Spread.percentile(new double[0], 50)).isNaN();
    }

    @Test
    void theLineIsTheLeastSquaresLine() {
        // R: coef(lm(c(1.2, 5.2, 20.5) ~ c(1, 5, 20)))
        var line = FittedLine.through(new double[] {1, 5, 20}, new double[] {1.2, 5.2, 20.5});
        assertThat(line.slope()).isCloseTo(1.0169435215946845, within(1e-12));
        assertThat(line.intercept()).isCloseTo(0.1531561461794013, within(1e-12));
    }

    @Test
    void theThreadThatRanLongestAgoIsKnownOnceAllHaveRun() {
        // after 0 1 2: 0 is the oldest (yes), then 2 (no, 1 is), then 2 again (no switch), then 1 (yes)
        assertThat(HandoverOrder.leastRecentShare(new double[] {0, 1, 2, 0, 2, 2, 1}, 3))
                .isEqualTo(2 / 3.0);
        assertThat(HandoverOrder.leastRecentShare(new double[] {0, 1, 0, 1}, 2)).isEqualTo(1);
        assertThat(HandoverOrder.leastRecentShare(new double[] {0, 0}, 2)).isNaN();
    }

    @Test
    void aMissingValueIsNoNumber() {
        var round = new RoundValues(Map.of("a", Map.of("x", List.of(1.0, 3.0))));
        assertThat(round.median("a", "x")).isEqualTo(2);
        assertThat(round.value("a", "x", 2)).isNaN();
        assertThat(round.first("a", "y") / round.first("a", "x")).isNaN();
        assertThat(round.share("b", "x", 0, 1)).isNaN();
    }

    @Test
    void everyFigureComesFromExistingProbeCases() {
        var keys = ProbeCases.all().stream().map(ProbeCase::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(FidelityTable.all().stream()
                        .flatMap(row -> row.figures().stream())
                        .flatMap(f -> f.keys().stream()))
                .isNotEmpty()
                .isSubsetOf(keys);
    }

    @Test
    void theTableHasAllRowsAndItsRequiredOnes() {
        assertThat(FidelityTable.all().stream().map(FidelityRow::number))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
        assertThat(FidelityTable.all().stream()
                        .filter(row -> row.required(true))
                        .map(FidelityRow::number))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14, 15, 17, 19, 21, 22, 23);
        assertThat(FidelityTable.all().stream()
                        .filter(row -> row.required(false))
                        .map(FidelityRow::number))
                .doesNotContain(13, 14);
    }

    @Test
    void theFastestOfSeveralThreadsIsComparedWithTheFastestOfOneThread() {
        var round = new RoundValues(Map.of(
                ProbeCases.WORK,
                Map.of(
                        "one", List.of(1.0, 1.6, 2.0, 4.0, 1.4, 1.0, 2.5, 5.0),
                        "many", List.of(1.7, 1.5, 2.2, 6.0, 1.1, 1.2, 3.0, 4.2),
                        "cpu", twice(0.0, 0.0, 0.0, 0.0, 1.0, 3.0, 0.0, 6.0),
                        "wall", twice(9.0, 9.0, 9.0, 9.0, 1.0, 4.0, 9.0, 4.0))));
        var expected = Map.of(1, List.of(1.1, 1.2), 2, List.of(2.2, 4.2), 4, List.of(1.0, 0.75, 1.5));
        expected.forEach((number, values) -> assertThat(FidelityTable.all().get(number - 1).figures().stream()
                        .map(figure -> Math.round(figure.value().applyAsDouble(round) * 1e9) / 1e9))
                .as("row %d", number)
                .containsExactlyElementsOf(values));
    }

    private static List<Double> twice(Double... values) {
        return Stream.concat(Stream.of(values), Stream.of(values)).toList();
    }
}
