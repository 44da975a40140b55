package dev.joust.compare.report;

import dev.joust.compare.stats.VerdictOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A claim machine by machine, and on machines like these.
 *
 * @param machines each alone, by name
 * @param alike the other claim: of machines like these, of which each machine is one observation
 */
public record AcrossMachinesReport(List<MachineResult> machines, AlikeResult alike) {

    /**
     * What the blocks of one machine say alone.
     *
     * @param outcome by its own interval
     */
    public record MachineResult(String machine, VerdictOutcome outcome, RatioReport measured) {}

    /**
     * The verdict on machines like these.
     *
     * @param reason in one sentence
     * @param measured counts machines in place of blocks; empty with too few machines
     */
    public record AlikeResult(VerdictOutcome outcome, String reason, Optional<RatioReport> measured) {
        /** The verdict, with what was measured. */
        String text() {
            return measured.map(ratio -> String.format(
                            Locale.ROOT,
                            "%s; measured %s %s %.1f %%, %d machines%s",
                            outcome.word(),
                            ratio.text(),
                            ratio.interval(),
                            100 * ratio.confidence(),
                            ratio.blocks(),
                            outcome.decisive() ? "" : ": " + reason))
                    .orElse(reason);
        }
    }

    /** {@code on 3 machines}. */
    String on() {
        return String.format(Locale.ROOT, "on %d machines", machines.size());
    }
}
