package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code report.html}: one file that needs no network. Every value stands in a table; the charts repeat some.
 *
 * @param fidelity of the interpreter lock, where it was measured
 * @param timeline of some trials, where it was recorded
 */
public record HtmlReport(Report report, Optional<Fidelity> fidelity, Optional<Timeline> timeline) {
    private static final Table NO_TABLE = new Table("", List.of(), List.of());

    /** A report without a timeline. */
    public HtmlReport(Report report, Optional<Fidelity> fidelity) {
        this(report, fidelity, Optional.empty());
    }

    /** What the template shows of a scenario. */
    public record ScenarioSection(
            String id, ScenarioReport scenario, List<Table> tables, List<Table> folded, SectionCharts charts) {}

    /**
     * The charts of a scenario.
     *
     * @param verdict the pictures of the verdict and of the claims, and the cause beside them
     */
    public record SectionCharts(
            ChartData.ScenarioChart trials,
            VerdictCharts verdict,
            Optional<PriceChart> price,
            Optional<RateChart> rate) {}

    /** What stands beside the verdict of a scenario. */
    public record VerdictCharts(
            Optional<CauseLine> why,
            Optional<ForestChart> forest,
            Optional<ClaimChart> claims,
            List<MachineForest> machines) {}

    /** What the template shows of a sweep. */
    public record SweepSection(String id, SweepReport sweep, List<Table> tables, List<RateChart> rates) {}

    /** The document. */
    public String text() {
        var matrix = VerdictMatrix.of(report);
        return Templates.page("report.html")
                .data("report", report)
                .data("headline", Headline.of(report))
                .data("arms", matrix.arms())
                .data("matrix", matrix)
                .data("sections", sections())
                .data("sweeps", sweeps())
                .data("statements", Statements.table(report.statements()))
                .data("environment", Tables.environment(report))
                .data("environments", MachineTables.environments(report))
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
                .mapToObj(i -> section(ChartData.scenarioId(i), scenarios.get(i)))
                .toList();
    }

    private List<SweepSection> sweeps() {
        var sweeps = report.scaling().sweeps();
        return IntStream.range(0, sweeps.size())
                .mapToObj(i -> section(ChartData.sweepId(i), sweeps.get(i)))
                .toList();
    }

    private SweepSection section(String id, SweepReport sweep) {
        var rates = RateChart.of(id, sweep, report);
        return new SweepSection(
                id,
                sweep,
                Stream.concat(
                                Stream.of(
                                        SweepTables.crossovers(sweep),
                                        SweepTables.values(sweep),
                                        SweepTables.scaling(sweep)),
                                rates.stream().map(RateChart::table))
                        .filter(Table::filled)
                        .toList(),
                rates);
    }

    private ScenarioSection section(String id, ScenarioReport scenario) {
        var charts = new SectionCharts(
                ChartData.chart(id, scenario),
                new VerdictCharts(
                        CauseLine.of(scenario),
                        ForestChart.of(id, scenario, report.heading().profile()),
                        ClaimChart.of(id, scenario),
                        MachineForest.of(id, scenario)),
                PriceChart.of(id, scenario),
                RateChart.of(id, scenario));
        return new ScenarioSection(
                id,
                scenario,
                filled(
                        MachineTables.claims(scenario),
                        ScenarioTables.results(scenario, report.context()),
                        SweepTables.serial(report.scaling().serial(scenario)),
                        ScenarioTables.causes(scenario),
                        LoadTables.capacities(scenario),
                        LoadTables.offered(scenario),
                        ScenarioTables.latencies(scenario),
                        ScenarioTables.invalid(scenario)),
                filled(
                        charts.price().map(PriceChart::table).orElse(NO_TABLE),
                        ParityTable.of(scenario),
                        ScenarioTables.resourceUsage(scenario),
                        CourseTables.seconds(scenario),
                        CourseTables.tenths(scenario),
                        charts.rate().map(RateChart::table).orElse(NO_TABLE),
                        LoadTables.probes(scenario),
                        ScenarioTables.trials(scenario)),
                charts);
    }

    private static List<Table> filled(Table... tables) {
        return List.of(tables).stream().filter(Table::filled).toList();
    }
}
