package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code report.html}: one file that needs no network. Every value stands in a table; the charts repeat some.
 *
 * @param fidelity of the interpreter lock, where it was measured
 * @param timeline of some trials, where it was recorded
 */
public record HtmlReport(Report report, Optional<Fidelity> fidelity, Optional<Timeline> timeline) {

    /** A report without a timeline. */
    public HtmlReport(Report report, Optional<Fidelity> fidelity) {
        this(report, fidelity, Optional.empty());
    }

    /** What the template shows of a scenario. */
    public record ScenarioSection(
            String id,
            ScenarioReport scenario,
            List<Table> tables,
            List<Table> folded,
            ChartData.ScenarioChart chart) {}

    /** What the template shows of a sweep. */
    public record SweepSection(String id, SweepReport sweep, List<Table> tables) {}

    /** The document. */
    public String text() {
        return Templates.page("report.html")
                .data("report", report)
                .data("matrix", VerdictMatrix.of(report))
                .data("sections", sections())
                .data("sweeps", sweeps())
                .data("statements", Statements.table(report.statements()))
                .data("environment", Tables.environment(report))
                .data("data", Templates.data(ChartData.of(report)))
                .data("courses", CourseCharts.of(report))
                .data("courseData", Templates.data(CourseCharts.of(report)))
                .data("faithful", fidelity.map(FidelitySection::of).orElse(null))
                .data("timeline", timeline.map(TimelineSection::of).orElse(null))
                .render();
    }

    private List<ScenarioSection> sections() {
        var scenarios = report.ordered();
        return IntStream.range(0, scenarios.size())
                .mapToObj(i -> section("s" + i, scenarios.get(i)))
                .toList();
    }

    private List<SweepSection> sweeps() {
        var sweeps = report.scaling().sweeps();
        return IntStream.range(0, sweeps.size())
                .mapToObj(i -> new SweepSection(
                        ChartData.sweepId(i),
                        sweeps.get(i),
                        filled(SweepTables.values(sweeps.get(i)), SweepTables.scaling(sweeps.get(i)))))
                .toList();
    }

    private ScenarioSection section(String id, ScenarioReport scenario) {
        return new ScenarioSection(
                id,
                scenario,
                filled(
                        ScenarioTables.results(scenario),
                        SweepTables.serial(report.scaling().serial(scenario)),
                        ScenarioTables.causes(scenario),
                        LoadTables.capacities(scenario),
                        LoadTables.offered(scenario),
                        ScenarioTables.latencies(scenario),
                        ScenarioTables.invalid(scenario)),
                filled(
                        ScenarioTables.resourceUsage(scenario),
                        CourseTables.seconds(scenario),
                        CourseTables.tenths(scenario),
                        LoadTables.probes(scenario),
                        ScenarioTables.trials(scenario)),
                ChartData.chart(id, scenario));
    }

    private static List<Table> filled(Table... tables) {
        return List.of(tables).stream().filter(Table::filled).toList();
    }
}
