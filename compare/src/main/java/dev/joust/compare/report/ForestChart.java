package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * The verdict as a picture: how many times worse each arm is than the best, with the interval of that ratio, beside the
 * band within which arms tie.
 *
 * @param id of its element in the page
 * @param margin of the band, as a share: it reaches from 1/(1 + margin) to 1 + margin
 * @param rows one per arm, those without a ratio too
 */
public record ForestChart(String id, double margin, List<ForestRow> rows) {

    /**
     * An arm.
     *
     * @param ratio empty for the best arm, and where the arm shares no block with it
     * @param best whether every other arm is compared with this one
     * @param text the ratio, its interval and the state, in words
     */
    public record ForestRow(String arm, StateMark state, Optional<RatioReport> ratio, boolean best, String text) {}

    /** A state by symbol and word; the style names its colour. */
    public record StateMark(String symbol, String word, String style) {
        static StateMark of(ArmState state) {
            return new StateMark(state.symbol(), state.word(), state.style());
        }
    }

    /** Empty where no arm can be compared with another. */
    static Optional<ForestChart> of(String id, ScenarioReport scenario, ProfileReport profile) {
        var rows = scenario.arms().stream().map(arm -> row(scenario, arm)).toList();
        return rows.stream().anyMatch(row -> row.ratio().isPresent())
                ? Optional.of(new ForestChart(id + "-forest", profile.margin(), rows))
                : Optional.empty();
    }

    private static ForestRow row(ScenarioReport scenario, ArmReport arm) {
        var ratio = arm.result().ratioToBest();
        boolean best = scenario.isReference(arm);
        var figures = best ? "the best" : ratio.map(RatioReport::withInterval).orElse(Numbers.ABSENT);
        return new ForestRow(
                arm.label().name(),
                StateMark.of(arm.result().state()),
                ratio,
                best,
                figures + ", " + Tables.state(arm));
    }
}
