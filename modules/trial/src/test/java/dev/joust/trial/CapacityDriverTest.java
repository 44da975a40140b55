package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Capacities that are known by arithmetic, on virtual time. */
final class CapacityDriverTest {
    private static final long MILLI = VirtualTrial.MILLI;
    private static final Duration TWO = Duration.ofSeconds(2);

    private final VirtualClock clock = new VirtualClock();

    @Test
    void oneSlotOfTenMillisecondsSustainsAHundredPerSecond() throws InterruptedException {
        var driven = search(new QueueServer(clock, 1, () -> 10 * MILLI), load(5, 5_000, new Arrivals.Uniform()), 10);
        assertThat(driven.capacity().orElseThrow().sustained().orElseThrow()).isBetween(97.0, 102.0);
        assertThat(driven.stopped()).isEmpty();
    }

    @Test
    void thousandSlotsOfASecondSustainAThousandPerSecond() throws InterruptedException {
        var server = new QueueServer(clock, 1_000, () -> 1_000 * MILLI);
        var driven = search(server, load(5, 5_000, new Arrivals.Poisson()), 1_000);
        assertThat(driven.capacity().orElseThrow().sustained().orElseThrow()).isBetween(950.0, 1_050.0);
    }

    @Test
    void aModelWithoutALimitSustainsTheHighestRate() throws InterruptedException {
        var server = new QueueServer(clock, 20_000, () -> 500 * MILLI);
        var driven = search(server, load(100, 10_000, new Arrivals.Poisson()), 500);
        assertThat(driven.capacity().orElseThrow().sustained()).contains(10_000.0);
    }

    /** A lock handed over at every step, for example. Of 2 s, 5 % of the units are in flight at the end. */
    @Test
    void unitsThatTakeLongerThanTheirStepsEvenWhereNothingQueuesAreWaitedFor() throws InterruptedException {
        var server = new QueueServer(clock, 1_000, () -> 100 * MILLI);
        var driven = search(server, load(5, 2_000, new Arrivals.Uniform()), 1);
        assertThat(driven.capacity().orElseThrow().sustained()).contains(2_000.0);
    }

    @Test
    void randomArrivalsAtFewSlotsSustainMostOfWhatArithmeticAllows() throws InterruptedException {
        var server = new QueueServer(clock, 8, () -> 10 * MILLI);
        var driven = search(server, load(5, 5_000, new Arrivals.Poisson()), 10);
        assertThat(driven.capacity().orElseThrow().sustained().orElseThrow()).isBetween(720.0, 820.0);
        assertThat(driven.capacity().orElseThrow().probes())
                .as("as many units as the rate says")
                .filteredOn(probe -> probe.rate() > 100 && probe.rate() < 800)
                .hasSizeGreaterThan(5)
                .allMatch(probe -> Math.abs(probe.offered() / (TWO.toSeconds() * probe.rate()) - 1) < 0.01);
    }

    /**
     * In M/D/1 a unit waits no longer than one service with the probability (1 - ρ) exp ρ (Erlang). That is 90 % for
     * ρ = 0.392, so 90 % of the units take at most two services up to 39.2/s.
     */
    @Test
    void aPromiseHoldsAtALowerRateThanIsSustained() throws InterruptedException {
        var promise = new Promise(90, VirtualTrial.UNIT.name(), Duration.ofMillis(20));
        var load = new Load.Capacity(
                Map.of(VirtualTrial.UNIT.name(), 1.0),
                5,
                5_000,
                new Arrivals.Poisson(),
                Duration.ofSeconds(200),
                Optional.of(promise));
        var found = search(new QueueServer(clock, 1, () -> 10 * MILLI), load, 10)
                .capacity()
                .orElseThrow();
        assertThat(found.promised().orElseThrow()).isBetween(0.97 * 39.2, 1.03 * 39.2);
        assertThat(found.sustained().orElseThrow()).isBetween(90.0, 101.0);
        assertThat(found.probes())
                .allSatisfy(probe -> assertThat(probe.promisedNanos()).isPresent());
    }

    @Test
    void aProbeFarBeyondTheCapacityEndsEarly() throws InterruptedException {
        var driven = search(new QueueServer(clock, 1, () -> 10 * MILLI), load(5, 5_000, new Arrivals.Uniform()), 10);
        assertThat(driven.capacity().orElseThrow().probes())
                .filteredOn(probe -> probe.rate() > 150)
                .hasSize(2)
                .as("a probe far beyond the capacity ends early")
                .allMatch(probe -> probe.offered() < 0.95 * TWO.toSeconds() * probe.rate());
    }

    @Test
    void aModelThatNeverAnswersHasNoCapacityAndTheSearchSaysWhyItEnded() throws InterruptedException {
        var driven = search(
                new ScriptedModel(work -> new CompletableFuture<>()), load(5, 5_000, new Arrivals.Uniform()), 10);
        assertThat(driven.capacity().orElseThrow().sustained()).isEmpty();
        assertThat(driven.stopped()).isPresent();
    }

    private DrivenLoad search(WorkRunner runner, Load.Capacity load, long stepMillis) throws InterruptedException {
        var trial = new VirtualTrial(clock, runner);
        var type = new WorkClass(VirtualTrial.UNIT.name(), 1, List.of(new Step.Sleep(Duration.ofMillis(stepMillis))));
        return new CapacityDriver(load, List.of(type), trial.driver, trial.generator)
                .drive(VirtualTrial.WARM_UP, WindowListener.NONE);
    }

    private static Load.Capacity load(double least, double most, Arrivals arrivals) {
        return new Load.Capacity(Map.of(VirtualTrial.UNIT.name(), 1.0), least, most, arrivals, TWO, Optional.empty());
    }
}
