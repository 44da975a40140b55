package dev.joust.compare.report;

import java.util.Locale;
import java.util.Optional;

/**
 * One control: a scenario whose answer is known.
 *
 * @param scenario the control itself or, of an A/A pair in the shape of a scenario, that scenario
 * @param expected the ratio that arithmetic gives, of the analytic control
 * @param measured what the session found; empty where nothing was judged
 */
public record ControlReport(
        String scenario,
        ControlKind kind,
        ControlState state,
        Optional<Double> expected,
        Optional<ControlResult> measured) {

    /** What a control tests. */
    public enum ControlKind {
        SAME("A/A"),
        OWN_PAIR("A/A of the scenario"),
        SLOWER("sensitivity"),
        ANALYTIC("analytic");

        private final String word;

        ControlKind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What became of a control. */
    public enum ControlState {
        PASSED("passed", "\u2714"),
        /** The blocks are too few or too noisy to find the known answer. */
        NOT_SHOWN("not shown", "?"),
        FAILED("failed", "\u2716"),
        NOT_JUDGED("not judged", "\u2013");

        private final String word;
        private final String symbol;

        ControlState(String word, String symbol) {
            this.word = word;
            this.symbol = symbol;
        }

        public String word() {
            return word;
        }

        /** One character that no other state has. */
        public String symbol() {
            return symbol;
        }

        public boolean passed() {
            return this == PASSED;
        }
    }

    /**
     * What was measured.
     *
     * @param first the arm that is expected to be as good, or better
     * @param advantage of the first arm over the second; empty with too few valid blocks
     * @param validBlocks the blocks in which both arms are valid
     * @param plannedBlocks the blocks of the look
     */
    public record ControlResult(
            String first, String second, Optional<RatioReport> advantage, int validBlocks, int plannedBlocks) {}

    /** What was found, in one sentence. */
    public String finding() {
        return measured.map(this::finding).orElse("this profile judges nothing");
    }

    private String finding(ControlResult result) {
        return result.advantage()
                .map(ratio -> answer(result)
                        + String.format(
                                Locale.ROOT, "; measured %.3f [%.3f, %.3f]", ratio.ratio(), ratio.low(), ratio.high()))
                .orElse(String.format(
                        Locale.ROOT, "only %s of %s blocks are valid", result.validBlocks(), result.plannedBlocks()));
    }

    private String ofEquals() {
        return switch (state) {
            case PASSED -> "and are shown to tie";
            case FAILED -> "yet they are found apart";
            case NOT_SHOWN, NOT_JUDGED -> "but are not shown to tie";
        };
    }

    /** What to keep in mind although the control passed: an A/A pair whose interval leaves out 1. */
    Optional<String> warning() {
        boolean pair = kind == ControlKind.SAME || kind == ControlKind.OWN_PAIR;
        return measured.filter(_ -> pair && state.passed())
                .flatMap(ControlResult::advantage)
                .filter(ratio -> ratio.low() > 1 || ratio.high() < 1)
                .map(ratio -> String.format(
                        Locale.ROOT,
                        "the A/A pair of %s ties within the margin, but [%.3f, %.3f] leaves out 1: differences of this"
                                + " size may come from the measurement",
                        scenario,
                        ratio.low(),
                        ratio.high()));
    }

    private String answer(ControlResult result) {
        return switch (kind) {
            case SAME, OWN_PAIR ->
                String.format(
                        Locale.ROOT, "%s and %s are the same model, %s", result.first(), result.second(), ofEquals());
            case SLOWER ->
                String.format(
                        Locale.ROOT,
                        "%s has more work than %s, and is %s",
                        result.second(),
                        result.first(),
                        state.passed() ? "found slower" : "not found slower");
            case ANALYTIC ->
                String.format(
                        Locale.ROOT,
                        "%s takes %.2f times as long as %s by arithmetic",
                        result.second(),
                        expected.orElse(Double.NaN),
                        result.first());
        };
    }
}
