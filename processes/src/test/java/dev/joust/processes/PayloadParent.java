package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.Oracle;
import dev.joust.trial.Outcome;
import dev.joust.trial.Work;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A parent in a process of its own: has two workers do units with long payloads, then says how that went. */
final class PayloadParent {
    private static final int UNITS = 6;

    private PayloadParent() {}

    /** Prints how many answers are right, the reasons of failures, and the counters of payloads. */
    public static void main(String[] args) {
        var setup = ProtocolSamples.setup(URI.create("http://127.0.0.1:1"), 2, Path.of(args[0]));
        var oracle = new Oracle(setup.body());
        var work = List.of(new Step.Payload(3_000_000), new Step.Payload(5));
        int right = 0;
        var reasons = new TreeSet<String>();
        try (var pool = WorkerPool.start(WorkerCommand.of(WorkerMain.class), setup, PoolOptions.DEFAULTS)) {
            for (int i = 0; i < UNITS; i++) {
                var unit = new Work("w", i, List.copyOf(work));
                switch (pool.run(unit).toCompletableFuture().join()) {
                    case Outcome.Done(long digest, int calls, long bytes) ->
                        right += digest == oracle.digest(unit) ? 1 : 0;
                    case Outcome.Failed(String reason) -> reasons.add(reason);
                }
            }
            var counters = pool.counters();
            System.out.printf(
                    Locale.ROOT,
                    "right %d %s files %s pipes %s%n",
                    right,
                    reasons,
                    counters.get("payloadsThroughFiles"),
                    counters.get("payloadsThroughPipes"));
        }
    }
}
