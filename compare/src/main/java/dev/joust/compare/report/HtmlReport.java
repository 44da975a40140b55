package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code report.html}: one file that asks the network for nothing. Every figure stands in a table, the charts come on top.
 *
 * @param fidelity of the interpreter lock, where it was measured
 */
public record HtmlReport(Report report, Optional<Fidelity> fidelity) {
    /** A page without a section about the lock. */
    public HtmlReport(Report report) {
        this(report, Optional.empty());
    }

    /** A scenario with its tables; what the template shows. */
    public record Section(
            String id, ScenarioReport scenario, List<Table> tables, List<Table> folded, Charts.Chart chart) {}

    /** The document. */
    public String text() {
        return Templates.page("report.html")
                .data("report", report)
                .data("matrix", VerdictMatrix.of(report))
                .data("sections", sections())
                .data("ledger", report.ledger().table())
                .data("environment", Tables.environment(report))
                .data(
                        "effect",
                        report.controls()
                                .smallestEffect()
                                .map(TextReport::effect)
                                .orElse(Numbers.ABSENT))
                .data("script", Templates.script("report.js"))
                .data("data", Templates.data(Charts.of(report)))
                .data("faithful", fidelity.map(FidelitySection::of).orElse(null))
                .data("fidelityScript", Templates.script("fidelity.js"))
                .render();
    }

    private List<Section> sections() {
        var scenarios = report.ordered();
        return IntStream.range(0, scenarios.size())
                .mapToObj(i -> section("s" + i, scenarios.get(i)))
                .toList();
    }

    private static Section section(String id, ScenarioReport scenario) {
        return new Section(
                id,
                scenario,
                filled(Tables.results(scenario), Tables.latencies(scenario), Tables.invalid(scenario)),
                filled(Tables.resourceUsage(scenario), Tables.trials(scenario)),
                Charts.chart(id, scenario));
    }

    private static List<Table> filled(Table... tables) {
        return List.of(tables).stream().filter(Table::filled).toList();
    }
}
