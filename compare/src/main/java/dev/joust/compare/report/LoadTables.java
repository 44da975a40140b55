package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.ArmLoad.OfferedReport;
import dev.joust.compare.report.LatencyReport.LatencyTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables of a scenario under an open load, or one that searches the capacity. */
final class LoadTables {
    private static final String GENERATOR_CPU = "generator.cpu.us";

    /** The columns of the table that fit on a terminal. */
    private static final List<Integer> BRIEF = List.of(0, 1, 2, 3, 4, 5, 7, 8, 9);

    private LoadTables() {}

    /** What arrived, and what became of it. */
    static Table offered(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            for (var offered : arm.load().offered()) {
                rows.add(offered(arm, offered));
            }
        }
        return new Table(
                "Open load: units per second of the window, medians over the valid trials; times in ms, of rates"
                        + " that are sustained",
                List.of(
                        words("arm"),
                        words("work"),
                        numbers("offered"),
                        numbers("done"),
                        numbers("rate ratio"),
                        numbers("goodput"),
                        numbers("timed out"),
                        numbers("backlog, units"),
                        numbers("response p50"),
                        numbers("response p99"),
                        numbers("service p50"),
                        numbers("service p99"),
                        numbers("schedule lag p99"),
                        numbers("generator CPU per unit, us")),
                rows);
    }

    private static List<String> offered(ArmReport arm, OfferedReport offered) {
        var latency = arm.latencies().stream()
                .filter(one -> one.workClass().equals(offered.workClass()))
                .findFirst();
        return List.of(
                arm.label().name(),
                offered.workClass(),
                Numbers.figure(offered.perSecond().offered()),
                Numbers.figure(offered.perSecond().done()),
                ratio(offered),
                Numbers.figure(offered.perSecond().inTime()),
                Numbers.figure(offered.perSecond().timedOut()),
                Numbers.figure(offered.backlog()),
                time(latency, LatencyReport::response, times -> times.percentiles()
                        .p50()),
                time(latency, LatencyReport::response, times -> times.percentiles()
                        .p99()),
                time(latency, LatencyReport::service, times -> times.percentiles()
                        .p50()),
                time(latency, LatencyReport::service, times -> times.percentiles()
                        .p99()),
                Numbers.figure(offered.lagMillis()),
                Numbers.figure(arm.amount(GENERATOR_CPU)));
    }

    private static String ratio(OfferedReport offered) {
        var share = Numbers.percent(Optional.of(offered.perSecond().ratio()));
        return offered.sustained() ? share : share + ", not sustained";
    }

    private static String time(
            Optional<LatencyReport> latency,
            Function<LatencyReport, LatencyTimes> which,
            Function<LatencyTimes, LatencyReport.PercentileReport> percentile) {
        return latency.map(which)
                .map(times -> LatencyReport.text(percentile.apply(times), times.units()))
                .orElse(Numbers.ABSENT);
    }

    /** The capacity of each arm. */
    static Table capacities(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            arm.load()
                    .capacity()
                    .ifPresent(capacity -> rows.add(List.of(
                            arm.label().name(),
                            Numbers.figure(capacity.found().sustained()),
                            Numbers.figure(capacity.found().promised()),
                            Numbers.figure(capacity.offered()),
                            capacity.remark().orElse(""))));
        }
        return new Table(
                "Capacity: the highest rate that each arm sustains, units/s",
                List.of(
                        words("arm"),
                        numbers("sustained"),
                        numbers("with the promise"),
                        numbers("rate of the trials"),
                        words("remark")),
                rows);
    }

    /** Every rate that a search tried. */
    static Table probes(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            arm.load().capacity().ifPresent(capacity -> capacity.probes()
                    .forEach(probe -> rows.add(List.of(
                            arm.label().name(),
                            Numbers.figure(probe.rate()),
                            Numbers.count(probe.offered()),
                            Numbers.count(probe.done()),
                            Numbers.count(probe.backlog()),
                            Numbers.figure(probe.promisedMillis())))));
        }
        return new Table(
                "The rates that the search for the capacity tried, in order; of several searches the one in the middle",
                List.of(
                        words("arm"),
                        numbers("rate, units/s"),
                        numbers("offered"),
                        numbers("done"),
                        numbers("backlog"),
                        numbers("promised percentile, ms")),
                rows);
    }

    /** The few columns that a terminal shows. */
    static Table brief(ScenarioReport scenario) {
        var whole = offered(scenario);
        return new Table(
                scenario.question().title() + ": units per second of the open load, response time in ms",
                BRIEF.stream().map(whole.columns()::get).toList(),
                whole.rows().stream()
                        .map(row -> BRIEF.stream().map(row::get).toList())
                        .toList());
    }
}
