package dev.joust.compare.diff;

import dev.joust.compare.diff.ClaimDiff.SideVerdict;
import dev.joust.compare.diff.SessionDiff.DiffSide;
import java.util.Locale;

/** A comparison of two sessions for a terminal: the differences last, above the summary. */
public record DiffText(SessionDiff diff) {

    /** The text, ending with a line break. */
    public String text() {
        var text = new StringBuilder();
        text.append(side("A", diff.a())).append(side("B", diff.b())).append('\n');
        for (var claim : diff.claims()) {
            text.append(String.format(Locale.ROOT, "%-14s: %s\n", claim.match().words(), claim.asked()));
            claim.reason().ifPresent(reason -> text.append(String.format(Locale.ROOT, "%16sbecause %s\n", "", reason)));
            claim.a().ifPresent(verdict -> text.append(verdict("A", verdict)));
            claim.b().ifPresent(verdict -> text.append(verdict("B", verdict)));
        }
        text.append(diff.claims().isEmpty() ? "" : "\n").append(diff.summary()).append('\n');
        return text.toString();
    }

    private static String side(String letter, DiffSide side) {
        return String.format(
                Locale.ROOT,
                "%s: %s, profile %s, %s, %s\n",
                letter,
                side.name(),
                side.profile(),
                side.status(),
                side.machine());
    }

    private static String verdict(String letter, SideVerdict verdict) {
        return String.format(Locale.ROOT, "%16s%s %s\n", "", letter, verdict.text());
    }
}
