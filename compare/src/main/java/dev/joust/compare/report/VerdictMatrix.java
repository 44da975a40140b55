package dev.joust.compare.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The verdict matrix as a grid.
 *
 * @param arms the columns: every arm of any scenario
 * @param rows one per scenario
 */
public record VerdictMatrix(List<String> arms, List<MatrixRow> rows) {
    /** A scenario and its cells, one per arm of the matrix. */
    public record MatrixRow(ScenarioReport scenario, List<MatrixCell> cells) {}

    /**
     * The result of an arm.
     *
     * @param figure how many times worse than the best; empty where no arm is ranked
     * @param note the interval, and how many trials are invalid
     */
    public record MatrixCell(ArmState state, String figure, String note) {}

    static VerdictMatrix of(Report report) {
        Set<String> arms = new LinkedHashSet<>();
        report.comparisons()
                .forEach(s -> s.arms().forEach(arm -> arms.add(arm.label().name())));
        return new VerdictMatrix(
                List.copyOf(arms),
                report.comparisons().stream()
                        .map(scenario -> new MatrixRow(
                                scenario,
                                arms.stream().map(name -> cell(scenario, name)).toList()))
                        .toList());
    }

    private static MatrixCell cell(ScenarioReport scenario, String name) {
        return scenario.arm(name).map(arm -> cell(scenario, arm)).orElse(new MatrixCell(ArmState.ABSENT, "", ""));
    }

    private static MatrixCell cell(ScenarioReport scenario, ArmReport arm) {
        var state = arm.result().state();
        if (state == ArmState.UNRANKED || state == ArmState.WITHHELD) {
            return new MatrixCell(state, "", Tables.invalidTrials(arm, "%s invalid"));
        }
        String invalid = Tables.invalidTrials(arm, ", %s invalid");
        return scenario.isReference(arm)
                ? new MatrixCell(state, "1", "the best" + invalid)
                : new MatrixCell(
                        state,
                        arm.result().ratioToBest().map(RatioReport::text).orElse(""),
                        Tables.interval(arm) + invalid);
    }
}
