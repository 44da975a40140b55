package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a session; those of one scenario are in {@link ScenarioTables}. */
final class Tables {
    static final String TIMES_WORSE = "times worse than the best";
    static final String EFFICIENCY = "share of the analytic limit";

    private Tables() {}

    /** The verdict matrix, one row per cell. */
    static Table verdicts(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (var scenario : report.comparisons()) {
            String name = scenario.question().title();
            for (var arm : scenario.arms()) {
                var result = arm.result();
                rows.add(List.of(
                        name,
                        arm.label().name(),
                        result.median().or(result::atLeast).isPresent()
                                ? result.medianText() + " "
                                        + scenario.question().metric().unit()
                                : Numbers.ABSENT,
                        timesWorse(scenario, arm),
                        interval(arm),
                        Numbers.percent(result.efficiency()),
                        state(arm)));
                name = "";
            }
        }
        return new Table(
                "Each arm against the best of its scenario, in the primary metric or the one that is named",
                List.of(
                        words("scenario"),
                        words("arm"),
                        numbers("median"),
                        numbers(TIMES_WORSE),
                        numbers("interval"),
                        numbers(EFFICIENCY),
                        words("verdict")),
                rows);
    }

    static Table controls(Report report) {
        return new Table(
                "Controls: scenarios whose answer is known",
                List.of(words("control"), words("scenario"), words("state"), words("finding")),
                report.context().controls().controls().stream()
                        .map(control -> List.of(
                                control.kind().word(),
                                control.scenario(),
                                control.state().word(),
                                control.finding()))
                        .toList());
    }

    static Table environment(Report report) {
        return new Table(
                "Where and how this was measured",
                List.of(words("what"), words("value")),
                report.context().facts().stream()
                        .map(fact -> List.of(fact.name(), fact.value()))
                        .toList());
    }

    /** {@code 1.52}; a dash for the best itself. */
    static String timesWorse(ScenarioReport scenario, ArmReport arm) {
        return scenario.isReference(arm)
                ? "-"
                : arm.result().ratioToBest().map(RatioReport::text).orElse(Numbers.ABSENT);
    }

    static String interval(ArmReport arm) {
        return arm.result().ratioToBest().map(RatioReport::interval).orElse("");
    }

    /** The state in words, with the number of invalid trials. */
    static String state(ArmReport arm) {
        return arm.result().state().word() + invalidTrials(arm, " (%s invalid)");
    }

    /** How many trials are invalid, where that is not the state itself. */
    static String invalidTrials(ArmReport arm, String format) {
        int invalid = arm.trials().invalid().size();
        return invalid > 0 && arm.result().state() != ArmState.INVALID
                ? String.format(Locale.ROOT, format, invalid)
                : "";
    }
}
