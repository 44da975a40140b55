package dev.joust.compare.report;

import dev.joust.compare.report.ClaimReport.ExpectedRatio;
import dev.joust.compare.report.ForestChart.StateMark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The verdicts on claims as a picture: each measured ratio with its interval, beside the ratios that the claim expects.
 *
 * @param id of its element in the page
 * @param rows one per claim that was measured
 */
public record ClaimChart(String id, List<ClaimRow> rows) {

    /**
     * A claim.
     *
     * @param ratio how many times better the first arm is than the other
     * @param text the verdict, the claim and the measured ratio, in words
     */
    public record ClaimRow(StateMark state, RatioReport ratio, ExpectedRatio expected, String text) {}

    /** Empty where no claim was measured. */
    static Optional<ClaimChart> of(String id, ScenarioReport scenario) {
        var rows = scenario.claims().stream()
                .flatMap(claim -> claim.measured().stream().map(ratio -> row(claim, ratio)))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new ClaimChart(id + "-claims", rows));
    }

    private static ClaimRow row(ClaimReport claim, RatioReport ratio) {
        var word = claim.outcome().word();
        return new ClaimRow(
                new StateMark(claim.symbol(), word, word.replace(' ', '-')),
                ratio,
                claim.origin().expected(),
                String.format(
                        Locale.ROOT, "%s: %s; measured %s %s", word, claim.claim(), ratio.text(), ratio.interval()));
    }
}
