package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.stream.Stream;

/**
 * "How faithful is the lock?": what the template {@code fidelity-section.html} shows, on a page of its own or in a session's.
 *
 * @param remarks the negative controls, then what went not as planned
 * @param plots for its script
 */
public record FidelitySection(String headline, String setting, Table table, List<String> remarks, RawString plots) {

    static FidelitySection of(Fidelity fidelity) {
        var text = new FidelityText(fidelity);
        return new FidelitySection(
                text.headline(),
                text.setting(),
                text.figures(),
                Stream.concat(text.controls().stream(), fidelity.notes().stream())
                        .toList(),
                Templates.data(fidelity.plots()));
    }
}
