package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.session.Result.ServiceCounts;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import dev.joust.trial.Measurement.Failures;
import dev.joust.trial.Measurement.Latencies;
import dev.joust.trial.Measurement.ModelInfo;
import dev.joust.trial.Measurement.Totals;
import dev.joust.trial.Measurement.Window;
import dev.joust.trial.TrialId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A trial of 20 calls of 100 ms that also cost 2 ms outside the service, and what breaks when it is mismeasured. */
final class ServiceChecksTest {
    private static final long MILLI = 1_000_000;
    private static final int UNITS = 20;

    private static final Workload CALLS = new Workload(
            List.of(new WorkClass("task", 1, List.of(new Step.Call(Duration.ofMillis(100), 128)))),
            new Load.Closed(Map.of("task", 4), Duration.ofSeconds(1)));

    private ServiceChecks checks = new ServiceChecks(CALLS, 0);

    private final long[] units =
            LongStream.generate(() -> 102 * MILLI).limit(UNITS).toArray();
    private long calls = UNITS;
    private int unfinished = 0;
    private Optional<Long> atService = Optional.of(UNITS * 100 * MILLI);

    @Test
    void aGoodTrialPasses() {
        assertThat(failed()).isEmpty();
        atService = Optional.of(UNITS * 102 * MILLI);
        assertThat(failed()).isEmpty();
    }

    @Test
    void aUnitWhoseTimeIsLostIsFound() {
        units[7] = 0;
        assertThat(failed())
                .containsExactly("time at the service: its requests took 2.000 s in all, but by the trial's stamps the"
                        + " units that made them took 1.938 s");
    }

    @Test
    void unitsThatAreSentBeforeTheirStampAreFound() {
        for (int i = 0; i < UNITS; i++) {
            units[i] -= 5 * MILLI;
        }
        assertThat(failed()).singleElement().asString().startsWith("time at the service: ");
    }

    @Test
    void aCallThatIsShorterThanTheDelayAndTheRoundTripIsFound() {
        checks = new ServiceChecks(CALLS, 2 * MILLI);
        assertThat(failed()).isEmpty();
        checks = new ServiceChecks(CALLS, 5 * MILLI);
        assertThat(failed())
                .containsExactly("time at the service: its requests took 2.000 s in all, and their round trips 0.100 s"
                        + " at least, but by the trial's stamps the units that made them took 2.040 s");
    }

    @Test
    void aUnitThatIsCountedTwiceIsFound() {
        calls = UNITS + 1;
        assertThat(failed()).singleElement().asString().startsWith("counts: ");
    }

    @Test
    void aServiceThatDoesNotWaitIsFound() {
        atService = Optional.of(UNITS * 99 * MILLI);
        assertThat(failed())
                .containsExactly("time at the service: its requests took 1.980 s in all, but their delays alone are"
                        + " 2.000 s");
    }

    @Test
    void requestsOfUnfinishedUnitsMayTakeMore() {
        unfinished = 3;
        atService = Optional.of(UNITS * 120 * MILLI);
        assertThat(failed()).isEmpty();
    }

    @Test
    void anOlderServiceDoesNotTell() {
        atService = Optional.empty();
        units[7] = 0;
        assertThat(failed()).isEmpty();
    }

    private List<String> failed() {
        var counts = new Counts(UNITS, UNITS, unfinished, new Failures(0, 0, List.of()));
        var measurement = new Measurement(
                new TrialId("s", "tasks", "model", 1, 1),
                new ModelInfo("model", "JVM", 4, new Ceiling(1, 4)),
                new Window(1_000 * MILLI, true, List.of(), List.of(), Optional.empty()),
                Map.of(
                        "task",
                        new ClassResult(
                                4,
                                counts,
                                new Latencies("", "", 0, Optional.empty()),
                                "00",
                                Optional.empty(),
                                Optional.empty())),
                new Totals(calls, UNITS * 128, Optional.of(LongStream.of(units).sum()), Map.of()),
                Optional.empty());
        return checks.failedBy(measurement, new ServiceCounts(UNITS, 0, UNITS * 128, atService, 4, 4));
    }
}
