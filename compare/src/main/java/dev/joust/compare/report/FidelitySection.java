package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import io.quarkus.qute.RawString;
import java.util.List;

/**
 * "How faithful is the lock?": what the template {@code fidelity-section.html} shows, on a page of its own or in a session's.
 *
 * @param remarks the negative controls, and what went not as planned
 * @param plots for its script
 */
public record FidelitySection(String headline, String setting, Table table, Remarks remarks, RawString plots) {

    /** Sentences below the headline, and those that are folded away. */
    public record Remarks(List<String> controls, List<String> notes) {}

    static FidelitySection of(Fidelity fidelity) {
        var text = new FidelityText(fidelity);
        return new FidelitySection(
                text.headline(),
                text.setting(),
                text.figures(),
                new Remarks(text.controls(), fidelity.notes()),
                Templates.data(fidelity.plots()));
    }
}
