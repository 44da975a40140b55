package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import dev.joust.scenario.Rate.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OpenDriverTest {
    private static final long MILLI = VirtualTrial.MILLI;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualClock clock = new VirtualClock();
    private final WorkRunner fast = new QueueServer(clock, 100, () -> MILLI);

    @Test
    void everyUnitIsSentAtItsInstantWhetherOrNotEarlierOnesAreDone() throws InterruptedException {
        var trial = new VirtualTrial(clock, new QueueServer(clock, 4, () -> 300 * MILLI));
        var driven = trial.drive(VirtualTrial.load(10, SECOND, new Arrivals.Uniform()));
        assertThat(driven.window().nanos()).isEqualTo(1_000 * MILLI);
        assertThat(inWindow(trial, driven)).containsExactly(50L, 150L, 250L, 350L, 450L, 550L, 650L, 750L, 850L, 950L);
        assertThat(trial.result(driven).latencies().lagP99Nanos()).isZero();
        assertThat(driven.stopped()).isEmpty();
    }

    @Test
    void everySecondThatEndsWithinTheWindowIsTold() throws InterruptedException {
        List<Long> told = new ArrayList<>();
        var trial = new VirtualTrial(clock, fast);
        var load = VirtualTrial.load(100, Duration.ofMillis(2_500), new Arrivals.Uniform());
        var driven = trial.driver.drive(load, VirtualTrial.WARM_UP, new WindowListener() {
            @Override
            public void windowStarts() {}

            @Override
            public void windowEnds() {}

            @Override
            public void secondEnds() {
                told.add(clock.nanos());
            }
        });
        long start = driven.window().start();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isBetween(start + 1_000 * MILLI, start + 1_010 * MILLI);
    }

    @Test
    void theWarmUpHasThreeIterationsAtTheStartingRate() throws InterruptedException {
        var trial = new VirtualTrial(clock, fast);
        var rate = new Rate(List.of(new Stage(SECOND, 1_000, 0)));
        var driven = trial.drive(load(rate, Optional.empty()));
        assertThat(driven.window().start()).isEqualTo(300 * MILLI);
        assertThat(driven.window().warmUp()).hasSize(3).allMatch(done -> done >= 98 && done <= 101);
    }

    /** The first 60 units take 4 ms on one slot, so 180 of 240 are queued then. The others take 0.5 ms. */
    @Test
    void theWarmUpGoesOnWhileWhatArrivedAtAColdModelIsWorkedOff() throws InterruptedException {
        var number = new AtomicInteger();
        var cold = new QueueServer(clock, 1, () -> number.getAndIncrement() < 60 ? 4 * MILLI : MILLI / 2);
        var longest = Duration.ofSeconds(3);
        var warmUp = new WarmUp(Duration.ofMillis(300), Duration.ofMillis(100), 0, longest);
        var trial = new VirtualTrial(clock, cold);
        var load = VirtualTrial.load(1_000, SECOND, new Arrivals.Uniform());
        var driven = trial.driver.drive(load, warmUp, WindowListener.NONE);
        assertThat(driven.window().start()).isBetween(500 * MILLI, 1_000 * MILLI);
        assertThat(trial.response(driven).getMaxValue()).isLessThan(2 * MILLI);
        assertThat(driven.window().warmUp()).as("as many done as arrive").endsWith(100.0, 100.0);
    }

    /** One unit takes 2 ms, and one arrives per millisecond. */
    @Test
    void aModelThatCannotKeepUpIsNotWaitedFor() throws InterruptedException {
        var slow = new QueueServer(clock, 1, () -> 2 * MILLI);
        var warmUp = new WarmUp(Duration.ofMillis(300), Duration.ofMillis(100), 0, Duration.ofSeconds(3));
        var trial = new VirtualTrial(clock, slow);
        var driven = trial.driver.drive(
                VirtualTrial.load(1_000, SECOND, new Arrivals.Uniform()), warmUp, WindowListener.NONE);
        assertThat(driven.window().start()).isEqualTo(300 * MILLI);
    }

    @Test
    void aLoadThatStartsAtRestWarmsUpAtItsMeanRate() throws InterruptedException {
        var trial = new VirtualTrial(clock, fast);
        var rate = new Rate(List.of(new Stage(SECOND, 0, 2_000)));
        var driven = trial.drive(load(rate, Optional.empty()));
        assertThat(driven.window().warmUp()).hasSize(3).allMatch(done -> done >= 98 && done <= 101);
    }

    @Test
    void unitsArriveWhileTheReadingIsTaken() throws InterruptedException {
        var trial = new VirtualTrial(clock, fast);
        List<Long> asked = new ArrayList<>();
        var driven = trial.driver.drive(
                VirtualTrial.load(1_000, SECOND, new Arrivals.Uniform()), VirtualTrial.WARM_UP, new WindowListener() {
                    @Override
                    public void windowStarts() {}

                    @Override
                    public void windowEnds() {
                        asked.add(clock.nanos());
                    }

                    @Override
                    public boolean awaitReading(Duration limit) {
                        asked.add(clock.nanos());
                        return clock.nanos() >= 400 * MILLI;
                    }
                });
        assertThat(driven.window().start()).isEqualTo(400 * MILLI);
        assertThat(asked).startsWith(300 * MILLI, 301 * MILLI).endsWith(1_400 * MILLI, 1_400 * MILLI);
        assertThat(sentBetween(trial, 300, 400)).isBetween(99L, 101L);
        assertThat(sentBetween(trial, 400, 1_400)).isEqualTo(1_000);
    }

    @Test
    void noCompletionWakesTheGenerator() throws InterruptedException {
        new VirtualTrial(clock, fast).drive(VirtualTrial.load(10_000, SECOND, new Arrivals.Uniform()));
        assertThat(clock.parks()).as("one per unit").isBetween(13_000L, 13_100L);
    }

    @Test
    void aUnitThatIsNotDoneByItsTimeoutIsWaitedForNoLonger() throws InterruptedException {
        var trial = new VirtualTrial(clock, new ScriptedModel(work -> new CompletableFuture<>()), 200 * MILLI);
        var driven = trial.drive(load(Rate.constant(100, SECOND), Optional.of(Duration.ofMillis(200))));
        var result = trial.result(driven);
        assertThat(clock.nanos()).isEqualTo(driven.window().end() + 200 * MILLI);
        assertThat(result.open().orElseThrow().timedOut()).isEqualTo(100);
        assertThat(result.censored().orElseThrow().units()).isZero();
        assertThat(driven.counters().get("in-flight.mean")).isBetween(19.9, 20.1);
    }

    @Test
    void withoutATimeoutTheUnitsInFlightHaveTwoSecondsAndAreThenCensored() throws InterruptedException {
        var trial = new VirtualTrial(clock, new ScriptedModel(work -> new CompletableFuture<>()));
        var driven = trial.drive(load(Rate.constant(100, SECOND), Optional.empty()));
        assertThat(clock.nanos()).isEqualTo(driven.window().end() + 2_000 * MILLI);
        assertThat(trial.result(driven).censored().orElseThrow().units()).isEqualTo(100);
        assertThat(trial.result(driven).open().orElseThrow().backlog()).isEqualTo(130);
    }

    @Test
    void aGeneratorThatTheModelBlocksIsStoppedAfterASecond() throws InterruptedException {
        var trial = new VirtualTrial(clock, blocking(1_300 * MILLI / 1_000));
        var driven = trial.drive(VirtualTrial.load(1_000, Duration.ofSeconds(10), new Arrivals.Uniform()));
        assertThat(driven.stopped().orElseThrow())
                .startsWith("the generator has sent 70.")
                .endsWith(" % of the units that were due after 1.2 s");
        var open = trial.result(driven).open().orElseThrow();
        assertThat(driven.window().nanos()).isBetween(1_000 * MILLI, 1_300 * MILLI);
        assertThat((double) open.sent() / open.offered()).isBetween(0.70, 0.80);
    }

    @Test
    void aGeneratorThatIsSlowedALittleGoesOn() throws InterruptedException {
        var trial = new VirtualTrial(clock, blocking(1_050 * MILLI / 1_000));
        var driven = trial.drive(VirtualTrial.load(1_000, Duration.ofSeconds(4), new Arrivals.Uniform()));
        assertThat(driven.stopped()).isEmpty();
        var open = trial.result(driven).open().orElseThrow();
        assertThat(open.offered()).isEqualTo(4_000);
        assertThat((double) open.sent() / open.offered()).isBetween(0.93, 0.97);
    }

    @Test
    void aModelThatIsFarBehindIsStopped() throws InterruptedException {
        var trial = new VirtualTrial(clock, new ScriptedModel(work -> new CompletableFuture<>()));
        var driven = trial.drive(VirtualTrial.load(100_000, Duration.ofSeconds(10), new Arrivals.Uniform()));
        assertThat(driven.stopped()).contains("the model is 100,001 units behind");
        assertThat(driven.window().nanos()).isBetween(700 * MILLI, 701 * MILLI);
    }

    @Test
    void aModelThatIsFarBehindInTheWarmUpFailsTheTrial() {
        var trial = new VirtualTrial(clock, new ScriptedModel(work -> new CompletableFuture<>()));
        assertThatThrownBy(() -> trial.drive(VirtualTrial.load(400_000, SECOND, new Arrivals.Uniform())))
                .isInstanceOf(TrialFailedException.class)
                .hasMessage("the model is 100,001 units behind before the window has started");
    }

    private WorkRunner blocking(long nanos) {
        return new ScriptedModel(work -> {
            clock.pass(nanos);
            return CompletableFuture.completedStage(new Outcome.Done(work.seed(), 0, 0));
        });
    }

    /** The instants of the units in the window, in milliseconds from its start. */
    private static LongStream inWindow(VirtualTrial trial, DrivenLoad driven) {
        return LongStream.range(0, trial.recorder.size())
                .map(i -> (trial.recorder.intended((int) i) - driven.window().start()) / MILLI)
                .filter(millis -> millis >= 0);
    }

    private static long sentBetween(VirtualTrial trial, long fromMillis, long toMillis) {
        return LongStream.range(0, trial.recorder.size())
                .map(i -> trial.recorder.sent((int) i))
                .filter(sent -> sent >= fromMillis * MILLI && sent < toMillis * MILLI)
                .count();
    }

    private static Load.Open load(Rate rate, Optional<Duration> timeout) {
        return new Load.Open(
                Map.of(VirtualTrial.UNIT.name(), rate),
                Optional.empty(),
                new Arrivals.Uniform(),
                rate.length(),
                Map.of(),
                timeout);
    }
}
