package dev.joust.compare;

import static dev.joust.compare.SampleScenarios.claim;
import static dev.joust.compare.SessionFixture.wobble;

import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Claim.Ties;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;

/** One session in which everything happens that a report must tell apart. */
public final class SampleSession {
    static final List<String> MODELS = List.of("vertx-loop", "gil-threads", "processes", "virtual-threads");

    private SampleSession() {}

    public static SessionFixture lab() {
        var lab = new SessionFixture(Profile.QUICK);
        cpuBound(lab);
        ioBound(lab);
        mixed(lab);
        tail(lab);
        lab.with(SampleScenarios.batch(
                "never-run", "What does a scenario look like that never ran?", List.of("vertx-loop", "processes")));
        return lab.controls();
    }

    /** A winner; a claim held, one refuted, one that needs more cores. */
    private static void cpuBound(SessionFixture lab) {
        lab.with(SampleScenarios.batch(
                        "cpu-bound",
                        "Which model finishes a batch of pure computation first?",
                        MODELS,
                        claim("processes", "gil-threads", new Beats(1.7), Quantity.MAKESPAN, 14),
                        claim("virtual-threads", "vertx-loop", new Beats(1.5), Quantity.MAKESPAN, 17),
                        claim("virtual-threads", "processes", new Beats(3), Quantity.MAKESPAN, 8, 20)))
                .arm("vertx-loop", block -> SampleTrial.batch(wobble(1.02, block, 0.03)))
                .arm("gil-threads", block -> SampleTrial.batch(wobble(1.0, block + 1, 0.03)))
                .arm("processes", block -> SampleTrial.batch(wobble(0.66, block + 2, 0.03)))
                .arm("virtual-threads", block -> SampleTrial.batch(wobble(0.40, block + 3, 0.05)))
                .interrupted("processes", 6, SampleTrial.batch(0.66))
                .notAsked(
                        claim("platform-threads", "virtual-threads", new Ties(0.15), Quantity.MAKESPAN, 23),
                        "platform-threads");
    }

    /** A tie for the first place, and one far behind. */
    private static void ioBound(SessionFixture lab) {
        lab.with(SampleScenarios.closed(
                        "io-bound",
                        16,
                        Quantity.THROUGHPUT,
                        MODELS,
                        claim("vertx-loop", "gil-threads", new Ties(0.15), Quantity.THROUGHPUT, 31)))
                .arm("vertx-loop", block -> SampleTrial.closed((int) wobble(9100, block, 0.02), 16))
                .arm("gil-threads", block -> SampleTrial.closed((int) wobble(9000, block + 1, 0.02), 16))
                .arm("processes", block -> SampleTrial.closed((int) wobble(1500, block, 0.04), 16)
                        .withoutResourceUsage())
                .arm("virtual-threads", block -> SampleTrial.closed((int) wobble(9050, block + 2, 0.02), 16));
    }

    /** Noise, wrong answers, a crash, an arm that never settles. */
    private static void mixed(SessionFixture lab) {
        lab.with(SampleScenarios.batch(
                        "mixed",
                        "Who keeps answering small requests while something computes?",
                        MODELS,
                        claim("virtual-threads", "processes", new Beats(1.05), Quantity.MAKESPAN, 44),
                        claim("processes", "gil-threads", new Beats(1.2), Quantity.MAKESPAN, 47)))
                .arm("vertx-loop", block -> SampleTrial.batch(wobble(1.3, block, 0.05)))
                .arm("gil-threads", block -> SampleTrial.batch(1.4).wrong(2))
                .arm("processes", block -> SampleTrial.batch(wobble(0.6, block + 1, 0.4))
                        .nonSteady())
                .arm(
                        "virtual-threads",
                        block -> block == 3
                                ? SampleTrial.batch(0.55).failed()
                                : SampleTrial.batch(wobble(0.55, block, 0.4)));
    }

    /** A 99th percentile that no single trial has units enough for. */
    private static void tail(SessionFixture lab) {
        lab.with(SampleScenarios.closed("tail", 4, Quantity.RESPONSE_P99, List.of("vertx-loop", "gil-threads")))
                .arm("vertx-loop", block -> SampleTrial.closed(900, 4))
                .arm("gil-threads", block -> SampleTrial.closed(1500, 4));
    }
}
