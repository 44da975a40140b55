package dev.joust.compare.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The verdict matrix as a grid.
 *
 * @param arms the columns: every arm that some scenario has
 * @param rows a scenario each
 */
public record VerdictMatrix(List<String> arms, List<Row> rows) {
    /** A scenario and its cells, one for each arm of the matrix. */
    public record Row(ScenarioReport scenario, List<Cell> cells) {}

    /**
     * Where an arm stands.
     *
     * @param figure how far it is behind, or who the others are compared with
     * @param note the interval, or what else there is to know
     */
    public record Cell(ArmState state, String figure, String note) {}

    static VerdictMatrix of(Report report) {
        Set<String> arms = new LinkedHashSet<>();
        report.contests()
                .forEach(s -> s.arms().forEach(arm -> arms.add(arm.label().name())));
        return new VerdictMatrix(
                List.copyOf(arms),
                report.contests().stream()
                        .map(scenario -> new Row(
                                scenario,
                                arms.stream()
                                        .map(name -> scenario.arm(name)
                                                .map(arm -> cell(scenario, arm))
                                                .orElse(new Cell(ArmState.ABSENT, "", "")))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(ScenarioReport scenario, ArmReport arm) {
        var standing = arm.standing();
        boolean reference =
                scenario.podium().reference().filter(arm.label().name()::equals).isPresent();
        int invalid = arm.trials().invalid().size();
        String some = invalid > 0 && standing.state() != ArmState.INVALID ? ", %d invalid".formatted(invalid) : "";
        return reference
                ? new Cell(standing.state(), "1", "the reference" + some)
                : new Cell(
                        standing.state(),
                        standing.behind().map(RatioReport::text).orElse(""),
                        standing.behind().map(RatioReport::interval).orElse("") + some);
    }
}
