package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import io.quarkus.qute.RawString;
import java.util.List;

/**
 * "How faithful is the lock?": what the template {@code fidelity-section.html} shows, alone or in a session's report.
 *
 * @param remarks the negative controls, and what did not go as planned
 * @param plots the data of its charts
 */
public record FidelitySection(String headline, String setting, Table table, FidelityRemarks remarks, RawString plots) {

    /** Sentences below the headline; the notes are folded. */
    public record FidelityRemarks(List<String> controls, List<String> notes) {}

    static FidelitySection of(Fidelity fidelity) {
        var text = new FidelityText(fidelity);
        return new FidelitySection(
                text.headline(),
                text.setting(),
                text.figures(),
                new FidelityRemarks(text.controls(), fidelity.notes()),
                Templates.data(fidelity.plots()));
    }
}
