package dev.joust.compare.adr;

import static dev.joust.compare.SampleScenarios.claim;
import static dev.joust.compare.SessionFixture.wobble;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.adr.RecordSource.RecordedResults;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.build.CostReportBuilder;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Claim.Ties;
import dev.joust.scenario.Metric.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sessions of one question each, and their records. */
final class DecidedSessions {
    static final LocalDate DATE = LocalDate.of(2026, 11, 26);
    private static final List<String> MODELS = List.of("vertx-loop", "gil-threads", "processes", "virtual-threads");

    private DecidedSessions() {}

    /** Virtual threads win the makespan, and lose the median response time to processes, which take more memory. */
    static SessionFixture won() {
        var lab = new SessionFixture(Profile.QUICK);
        lab.with(SampleScenarios.batch(
                        "cpu-bound",
                        "Which model finishes a batch of pure computation first?",
                        MODELS,
                        claim("processes", "gil-threads", new Beats(1.7), Quantity.MAKESPAN, 14),
                        claim("virtual-threads", "vertx-loop", new Beats(1.5), Quantity.MAKESPAN, 17),
                        claim("virtual-threads", "processes", new Beats(1.2), Quantity.RESPONSE_P50, 20)))
                .arm("vertx-loop", block -> priced(wobble(1.02, block, 0.03), block, 152, 118))
                .arm("gil-threads", block -> priced(wobble(1.0, block + 1, 0.03), block + 1, 158, 131))
                .arm(
                        "processes",
                        block -> new PricedTrial(
                                SampleTrial.batch(wobble(0.66, block + 2, 0.03))
                                        .answeringIn(i -> i < 3 ? 200_000_000 : 660_000_000),
                                wobble(171, block, 0.02),
                                410,
                                wobble(96, block, 0.1),
                                wobble(900, block, 0.02)))
                .arm(
                        "virtual-threads",
                        block -> new PricedTrial(
                                SampleTrial.batch(wobble(0.40, block + 3, 0.05)).answeringIn(i -> 400_000_000),
                                wobble(155, block + 2, 0.02),
                                126,
                                wobble(310, block, 0.1),
                                wobble(330, block, 0.02)));
        return lab.controls();
    }

    private static PricedTrial priced(double seconds, int block, double cpuMillis, long mebibytes) {
        return new PricedTrial(
                SampleTrial.batch(seconds),
                wobble(cpuMillis, block, 0.02),
                mebibytes,
                wobble(120, block, 0.1),
                wobble(310, block, 0.02));
    }

    /** A loop and threads tie, and threads use more CPU time; processes are far behind. */
    static SessionFixture tied() {
        var lab = new SessionFixture(Profile.QUICK);
        lab.with(SampleScenarios.closed(
                        "io-bound",
                        16,
                        Quantity.THROUGHPUT,
                        List.of("gil-threads", "vertx-loop", "processes"),
                        claim("vertx-loop", "gil-threads", new Ties(0.15), Quantity.THROUGHPUT, 31)))
                .arm("gil-threads", block -> calls(wobble(9000, block + 1, 0.02), wobble(0.16, block, 0.04)))
                .arm("vertx-loop", block -> calls(wobble(9100, block, 0.02), wobble(0.09, block + 1, 0.04)))
                .arm("processes", block -> calls(wobble(1500, block, 0.04), wobble(0.5, block, 0.04)));
        return lab.controls();
    }

    private static PricedTrial calls(double units, double cpuMillis) {
        return new PricedTrial(SampleTrial.closed((int) units, 16), cpuMillis, 120, 2, 300);
    }

    /** Two arms scatter more than they differ, and a third has wrong answers. */
    static SessionFixture open() {
        var lab = new SessionFixture(Profile.QUICK);
        lab.with(SampleScenarios.batch(
                        "mixed",
                        "Who keeps answering small requests while something computes?",
                        MODELS,
                        claim("virtual-threads", "processes", new Beats(1.05), Quantity.MAKESPAN, 44)))
                .arm("vertx-loop", block -> SampleTrial.batch(wobble(1.3, block, 0.05)))
                .arm("gil-threads", block -> SampleTrial.batch(1.4).wrong(2))
                .arm("processes", block -> SampleTrial.batch(wobble(0.6, block + 1, 0.4)))
                .arm("virtual-threads", block -> SampleTrial.batch(wobble(0.55, block, 0.4)));
        return lab.controls();
    }

    /** As {@link #won}, beside a foreign process. */
    static SessionFixture disturbed() {
        var lab = new SessionFixture(Profile.QUICK);
        lab.with(SampleScenarios.batch("cpu-bound", "Which model is first?", List.of("processes", "gil-threads")))
                .arm("processes", block -> SampleTrial.batch(0.5))
                .arm("gil-threads", block -> SampleTrial.batch(1))
                .disturbed(1, 2, 3);
        return lab.controls();
    }

    /** Processes do 400 units per second at any value, the loop a hundred per unit in flight: they cross at 4. */
    static SessionFixture sweep() {
        var lab = new SessionFixture(Profile.QUICK);
        var arms = List.of("vertx-loop", "processes");
        for (int value : List.of(1, 2, 4, 8, 16, 32)) {
            lab.with(SampleSweeps.point("inFlight", value, arms, SampleSweeps.crossover("processes", "vertx-loop", 4)))
                    .arm("vertx-loop", block -> SampleTrial.closed(100 * value + block % 3 - 1, value))
                    .arm("processes", block -> SampleTrial.closed(400, value));
        }
        return lab.controls();
    }

    static DecisionRecord record(SessionFixture lab, String scenario) {
        var report = lab.report();
        var asked = report.comparisons().stream()
                .filter(one -> one.question().name().equals(scenario))
                .findFirst()
                .orElseThrow();
        return DecisionRecord.of(report, asked, source(lab));
    }

    static RecordSource source(SessionFixture lab) {
        var judged = new JudgedSession(lab.session(), lab.judgement(), List.of(), List.of());
        return new RecordSource(
                DATE,
                List.of(),
                new RecordedResults("sessions/made-up", "0123456789abcdef".repeat(4), Optional.empty()),
                new CostReportBuilder(judged).costs(),
                Optional.empty());
    }
}
