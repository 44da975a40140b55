package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;

/** {@code fidelity.html}: the fidelity table with its charts, one file that needs no network. */
public record FidelityPage(Fidelity fidelity) {

    /** The document. */
    public String text() {
        return Templates.page("fidelity.html")
                .data("faithful", FidelitySection.of(fidelity))
                .render();
    }
}
