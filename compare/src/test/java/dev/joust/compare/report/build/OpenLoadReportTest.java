package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.HtmlReport;
import dev.joust.compare.report.JUnitReport;
import dev.joust.compare.report.MarkdownReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.TextReport;
import dev.joust.compare.session.MeasuredCapacity;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report shows of open loads and capacities, in each of its forms. */
final class OpenLoadReportTest {
    private static final List<String> ARMS = List.of("threads", "loop");

    @Test
    void anArmShowsWhatWasOfferedAndWhatBecameOfIt() {
        var offered = arm(overload(), "threads").load().offered().getFirst();
        assertThat(offered.workClass()).isEqualTo("task");
        assertThat(offered.perSecond().offered()).isEqualTo(2000);
        assertThat(offered.perSecond().ratio()).isEqualTo(1);
        assertThat(offered.lagMillis()).isEqualTo(0.02);
        assertThat(offered.sustained()).isTrue();
        assertThat(arm(overload(), "threads").latencies()).hasSize(1);
    }

    @Test
    void anArmThatDoesNotSustainTheRateShowsNoLatency() {
        var loop = arm(overload(), "loop");
        assertThat(loop.latencies()).isEmpty();
        assertThat(loop.load().offered().getFirst().perSecond().done()).isEqualTo(1400);
        assertThat(new MarkdownReport(overload()).text())
                .contains("| loop | task | 2,000 | 1,400 | 70 %, not sustained | 300 | 0 | 600 | n/a | n/a |");
    }

    @Test
    void everyFormShowsTheOpenLoad() {
        assertThat(new TextReport(overload()).text())
                .contains("overload: units per second of the open load, response time in ms:")
                .contains("not sustained");
        assertThat(new TextReport(overload()).text().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(new HtmlReport(overload(), Optional.empty()).text()).contains("not sustained");
        assertThat(Json.pretty(overload())).contains("\"timedOut\" : 0.0", "\"backlog\" : 600.0");
        assertThat(new JUnitReport(overload()).text())
                .contains(
                        "loop has no value of response-p50: the offered rate is not sustained: 70.0 % of it was done");
    }

    @Test
    void anInvalidTrialSaysWhyItWasStopped() {
        var stopped = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.open("overload", 2000, Quantity.GOODPUT, ARMS))
                .arm("threads", _ -> SampleOpenTrial.answering(2000, 10))
                .arm("loop", _ -> SampleOpenTrial.answering(2000, 10).stoppedBecause("the model is far behind"))
                .controls()
                .report();
        assertThat(arm(stopped, "loop").load().offered()).isEmpty();
        assertThat(new MarkdownReport(stopped).text())
                .contains("| loop | 1 | stopped early: the model is far behind |");
    }

    @Test
    void aSpikeIsShownSecondBySecond() {
        long[] rates = {50, 200, 50};
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.spike("spike", ARMS))
                .arm("threads", _ -> SampleOpenTrial.answering(300, 10).seconds(rates, new long[] {10, 90, 11}))
                .arm("loop", _ -> SampleOpenTrial.answering(300, 10).seconds(rates, new long[] {10, 90, 80}))
                .controls()
                .report();
        assertThat(arm(report, "loop").load().seconds()).hasSize(3);
        assertThat(new MarkdownReport(report).text())
                .contains("| loop | 2 | 200 | 200 | 1 | 1 | 90 |")
                .contains("response times were not as before when the window ended");
        assertThat(arm(overload(), "threads").load().seconds()).isEmpty();
    }

    @Test
    void aCapacityIsShownWithTheSearchInTheMiddle() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.capacity("limit", ARMS))
                .arm("threads", block -> SampleOpenTrial.capacity(400 + block))
                .arm("loop", block -> SampleOpenTrial.capacity(100 + block))
                .controls()
                .report();
        assertThat(arm(report, "loop").load().capacity().orElseThrow().probes()).hasSize(3);
        assertThat(new MarkdownReport(report).text())
                .contains("| loop | 104 | n/a | n/a |  |")
                .contains("| loop | 208 | 208 | 125 | 83 | n/a |");
        assertThat(new TextReport(report).text()).contains("Capacity: the highest rate that each arm sustains");
    }

    @Test
    void aShareOfACapacityShowsBothAndTheArmThatHasNone() {
        var fixture = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.share("shop", new Load.CapacityShare(0.6, false), Quantity.GOODPUT, ARMS))
                .arm("threads", _ -> SampleOpenTrial.answering(60, 10))
                .arm("loop", _ -> SampleTrial.closed(1, 1))
                .controls();
        var found = SampleOpenTrial.capacity(100).found();
        var report = new ReportBuilder(
                        fixture.session(),
                        fixture.judgement(),
                        List.of(),
                        List.of(
                                new MeasuredCapacity("shop", "threads", found, Optional.empty()),
                                new MeasuredCapacity("shop", "loop", Optional.empty(), Optional.of("it crashed"))))
                .report();
        assertThat(new MarkdownReport(report).text())
                .contains("| threads | 100 | n/a | 60 |  |")
                .contains("| loop | n/a | n/a | n/a | it crashed |");
    }

    private static Report overload() {
        var claim = SampleScenarios.claim("threads", "loop", new Beats(1.5), Quantity.RESPONSE_P50, 3);
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.open("overload", 2000, Quantity.GOODPUT, ARMS, claim))
                .arm("threads", _ -> SampleOpenTrial.answering(2000, 10))
                .arm(
                        "loop",
                        _ -> SampleOpenTrial.answering(2000, 90).backlog(600).inTime(300))
                .controls()
                .report();
    }

    private static ArmReport arm(Report report, String name) {
        return report.scenarios().getFirst().arm(name).orElseThrow();
    }
}
