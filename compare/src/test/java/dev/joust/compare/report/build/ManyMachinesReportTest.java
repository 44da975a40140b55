package dev.joust.compare.report.build;

import static dev.joust.compare.SessionFixture.wobble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.MachinesFixture;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.SourceTree;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.report.HtmlReport;
import dev.joust.compare.report.MarkdownReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.TextReport;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.ShardHost;
import dev.joust.compare.verdict.Judge;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What a report says of several machines. */
final class ManyMachinesReportTest {
    private static final List<String> ARMS = List.of("processes", "platform-threads");

    private static Report report(IntToDoubleFunction seconds, IntToDoubleFunction pair) {
        var claim = SampleScenarios.claim(ARMS.getFirst(), ARMS.getLast(), new Beats(1.2), Quantity.MAKESPAN, 3);
        var fixture = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Who is faster?", ARMS, claim))
                .arm(ARMS.getFirst(), 18, block -> SampleTrial.batch(wobble(seconds.applyAsDouble(block), block, 0.01)))
                .arm(ARMS.getLast(), 18, block -> SampleTrial.batch(wobble(1, block + 1, 0.01)))
                .with(SampleScenarios.control("control-aa", new Control.Same()))
                .arm("one", 18, block -> SampleTrial.batch(wobble(1, block, 0.01)))
                .arm("other", 18, block -> SampleTrial.batch(wobble(pair.applyAsDouble(block), block, 0.01)));
        return MachinesFixture.of(fixture, "ann", "bob", "cy").report();
    }

    @Test
    void theTwoClaimsAreSaidApart() {
        var report = report(_ -> 0.5, _ -> 1);
        assertThat(report.claims().getFirst().text())
                .startsWith("held                   : processes beats platform-threads on makespan by 1.2x,"
                        + " on these machines\n")
                .contains(", 18 blocks on 3 machines\n")
                .contains("on machines like these : not claimed: 3 machines are no sample of machines like these, 6 are"
                        + " needed\n");
        for (var text : List.of(
                new TextReport(report).text(),
                new MarkdownReport(report).text(),
                new HtmlReport(report, Optional.empty()).text())) {
            assertThat(text).contains(", on these machines", "machines like these", "not claimed");
        }
    }

    @Test
    void theVerdictThatDependsOnTheMachineStandsWithTheTable() {
        var report = report(block -> block % 3 == 1 ? 1.1 : 0.5, _ -> 1);
        var text = new TextReport(report).text();
        assertThat(text)
                .contains("the winner depends on the machine: undecided among platform-threads and processes")
                .contains("reason                 : depends on the machine: held on bob [1.9")
                .contains("Each claim by machine: how many times better");
        assertThat(text.lines().filter(line -> line.startsWith("ann ")).toList())
                .singleElement()
                .asString()
                .contains("refuted", "0.91", "96.9 %", "6");
        assertThat(Json.line(report)).contains("\"kind\":\"ON_MACHINE\"", "\"machine\":\"ann\"");
    }

    @Test
    void theForestOfAClaimHasEachMachineAndBothClaims() {
        var page = new HtmlReport(report(_ -> 0.5, _ -> 1), Optional.empty()).text();
        assertThat(page)
                .contains("<div id=\"s0-machines-0\"")
                .contains("\"id\":\"s0-machines-0\"")
                .contains("\"name\":\"ann\"", "\"name\":\"bob\"", "\"name\":\"cy\"", "\"name\":\"these machines\"");
    }

    @Test
    void aMachineThatIsLeftOutIsNamedFirst() {
        var report = report(_ -> 0.5, block -> block % 3 == 1 ? 1.5 : 1);
        var line = "ann is left out: its control control-aa failed: a model and itself are apart by 1.500";
        assertThat(new TextReport(report).text().replaceAll("\\s+", " ")).startsWith(line);
        assertThat(new MarkdownReport(report).text()).contains("Left out:\n\n* " + line);
        assertThat(new HtmlReport(report, Optional.empty()).text()).contains(line);
        assertThat(report.context().machines().orElseThrow().judged()).containsExactly("bob", "cy");
        assertThat(report.context().machine()).isEqualTo("2 machines: bob, cy");
    }

    @Test
    void theEnvironmentsStandSideBySideAndNoFigureOfSpeedDoes() {
        var markdown = new MarkdownReport(report(_ -> 0.5, _ -> 1)).text();
        assertThat(markdown)
                .contains("The machines side by side; they differ in: machine, shard, processor:")
                .contains("| ann | ann | 1/3 | A Processor 3000 of ann | 4, usable 2 |")
                .contains("These numbers hold for these 3 machines, on the days when they ran.")
                .doesNotContain("operations per ms")
                .doesNotContain("cost of the driver");
    }

    @Test
    void theCommandToReproduceRunsTheShardsAgain() {
        assertThat(report(_ -> 0.5, _ -> 1).claims().getFirst().origin().reproduce())
                .isEqualTo("./joust run cpu-bound --seed 4711 --models platform-threads,processes --shard K/3 --emit"
                        + " on a machine for each K of 1 to 3, then ./joust merge");
    }

    @Test
    void theResultsOfSeveralMachinesSayThatTheirMediansAreOverAll() {
        var several = report(_ -> 0.5, _ -> 1);
        var caption = "Results: makespan, lower is better; medians over the blocks of all machines";
        assertThat(new MarkdownReport(several).text()).contains(caption);
        assertThat(new HtmlReport(several, Optional.empty()).text()).contains(caption);
        var one = new SessionFixture(Profile.QUICK).with(SampleScenarios.batch("race", "Who is faster?", ARMS));
        assertThat(new MarkdownReport(one.report()).text())
                .contains("Results: makespan, lower is better")
                .doesNotContain("of all machines");
    }

    /** The published session, as it is and as if it had been merged from the shard of one machine. */
    @Test
    void oneMachineGivesTheResultsOfASessionThatWasNotMerged() {
        var folder = SessionFolder.open(SourceTree.top().resolve("compare/published"));
        var session = folder.readSession();
        var host = new ShardHost("ann", new Shard(1, 1), session.machine(), session.instrument());
        var merged = new Session(
                session.format(),
                session.name(),
                session.plan(),
                session.machine(),
                session.instrument(),
                Optional.of(List.of(host)));
        var results = folder.readResults();
        var recalibrations = folder.readRecalibrations();
        var alone = new Judge(session, recalibrations).judge(results);
        var one = new Judge(
                        merged,
                        recalibrations.stream()
                                .map(recalibration -> recalibration.withHost("ann"))
                                .toList())
                .judge(results.stream().map(result -> result.withHost("ann")).toList());
        assertThat(figures(new ReportBuilder(merged, one, List.of(), List.of()).report()))
                .isEqualTo(figures(new ReportBuilder(session, alone, List.of(), List.of()).report()))
                .contains("\"outcome\":\"HELD\"");
    }

    /** All but the names and the environment. */
    private static String figures(Report report) {
        return Json.line(report.heading())
                + Json.line(report.scenarios())
                + Json.line(report.scaling())
                + Json.line(report.statements())
                + Json.line(report.context().controls());
    }
}
