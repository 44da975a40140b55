package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;

/** {@code fidelity.html}: the table of fidelity with its charts, one file that asks the network for nothing. */
public record FidelityPage(Fidelity fidelity) {

    /** The document. */
    public String text() {
        return Templates.page("fidelity.html")
                .data("faithful", FidelitySection.of(fidelity))
                .data("script", Templates.script("fidelity.js"))
                .render();
    }
}
