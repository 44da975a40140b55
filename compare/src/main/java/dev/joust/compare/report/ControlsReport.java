package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of the measurement itself.
 *
 * @param blocks how many blocks are judged, over all scenarios
 * @param repeated how many attempts at a block are not judged
 * @param smallestEffect the smallest effect that this session could have found, as a ratio
 */
public record ControlsReport(List<ControlReport> controls, int blocks, int repeated, Optional<Double> smallestEffect) {

    /** The blocks and the smallest effect, in one line. */
    String text() {
        return "%s block%s judged, %s repeated; smallest effect that could have been found: %s"
                .formatted(blocks, blocks == 1 ? "" : "s", repeated, smallestEffectText());
    }

    /** {@code 1.068 (6.8 %)}. */
    public String smallestEffectText() {
        return smallestEffect
                .map(ratio -> String.format(Locale.ROOT, "%.3f (%.1f %%)", ratio, 100 * (ratio - 1)))
                .orElse(Numbers.ABSENT);
    }
}
