package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Load;
import dev.joust.scenario.WorkClass;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DriverTest {
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final long MILLI = 1_000_000;

    private final List<WorkClass> classes = List.of(new WorkClass("a", 1, List.of()), new WorkClass("b", 3, List.of()));
    private final List<Recorder> recorders = List.of(new Recorder(), new Recorder());
    private final UnitSequence units = new UnitSequence(classes, 42);

    @Test
    void aBatchLastsFromTheFirstIntendedToTheLastDone() throws InterruptedException {
        var model = ScriptedModel.taking(MILLI);
        var window = driver(model).batch(units, new int[] {0, 0, 0, 0}, recorders, WindowListener.NONE);
        assertThat(window.nanos()).isEqualTo(4 * MILLI);
        assertThat(recorders.getFirst().size()).isEqualTo(4);
    }

    @Test
    void everyUnitOfABatchIsIntendedAtItsStartAndSentInOrder() throws InterruptedException {
        driver(ScriptedModel.taking(MILLI)).batch(units, new int[] {0, 0, 0}, recorders, WindowListener.NONE);
        var recorder = recorders.getFirst();
        assertThat(IntStream.range(0, 3).mapToLong(recorder::intended).toArray())
                .containsOnly(0);
        assertThat(IntStream.range(0, 3).mapToLong(recorder::sent).toArray()).containsExactly(0, MILLI, 2 * MILLI);
        assertThat(IntStream.range(0, 3).mapToLong(recorder::done).toArray())
                .containsExactly(MILLI, 2 * MILLI, 3 * MILLI);
    }

    @Test
    void unitsFollowTheWeightsEvenly() {
        assertThat(units.batch(8)).containsExactly(1, 0, 1, 1, 1, 0, 1, 1).satisfies(order -> assertThat(
                        IntStream.of(order).filter(c -> c == 0).count())
                .isEqualTo(2));
    }

    @Test
    void aClosedLoadKeepsItsNumberOfEachClassInFlight() throws InterruptedException {
        Map<String, Integer> inFlight = new LinkedHashMap<>();
        inFlight.put("a", 2);
        inFlight.put("b", 3);
        var model = ScriptedModel.taking(MILLI);
        var load = new Load.Closed(inFlight, Duration.ofMillis(40));
        var warmUp = new WarmUp(Duration.ofMillis(30), Duration.ofMillis(10), 0.0);
        var window = driver(model).closed(load, warmUp, units, recorders, WindowListener.NONE);
        assertThat(window.nanos()).isEqualTo(40 * MILLI);
        assertThat(recorders.getFirst().size() + recorders.getLast().size()).isEqualTo(model.units.size());
        // the queue serves units in order, so the classes share the time 2 : 3
        assertThat((double) recorders.getLast().size() / recorders.getFirst().size())
                .isBetween(1.3, 1.7);
    }

    @Test
    void theNextUnitOfAClosedLoadIsIntendedWhenThePreviousOneIsDone() throws InterruptedException {
        var load = new Load.Closed(Map.of("a", 1), Duration.ofMillis(10));
        driver(ScriptedModel.taking(MILLI))
                .closed(
                        load,
                        new WarmUp(Duration.ofMillis(3), Duration.ofMillis(1), 0.03),
                        units,
                        recorders,
                        WindowListener.NONE);
        var recorder = recorders.getFirst();
        for (int i = 1; i < recorder.size(); i++) {
            assertThat(recorder.intended(i)).isEqualTo(recorder.done(i - 1));
        }
        assertThat(recorder.size()).isGreaterThan(10);
    }

    @Test
    void theFirstUnitsOfAClosedLoadAreSpreadOverTheFirstIteration() throws InterruptedException {
        var time = new long[] {-MILLI};
        NanoClock ticking = () -> time[0] += MILLI;
        var instant = new ScriptedModel(work -> CompletableFuture.completedStage(new Outcome.Done(0, 0, 0)));
        var warmUp = new WarmUp(Duration.ofMillis(200), Duration.ofMillis(100), 0.0);
        new Driver(ticking, instant, TIMEOUT)
                .closed(
                        new Load.Closed(Map.of("a", 4), Duration.ofMillis(100)),
                        warmUp,
                        units,
                        recorders,
                        WindowListener.NONE);
        var recorder = recorders.getFirst();
        assertThat(IntStream.range(0, recorder.size()).mapToObj(recorder::intended))
                .contains(0L, 25 * MILLI, 50 * MILLI, 75 * MILLI);
    }

    @Test
    void theWindowStartsOnceThreeIterationsAreAlike() throws InterruptedException {
        var load = new Load.Closed(Map.of("a", 1), Duration.ofMillis(10));
        var warmUp = new WarmUp(Duration.ofSeconds(100), Duration.ofMillis(5), 0.03);
        var window = driver(ScriptedModel.taking(MILLI)).closed(load, warmUp, units, recorders, WindowListener.NONE);
        assertThat(window.steady()).isTrue();
        assertThat(window.warmUp()).endsWith(5.0, 5.0, 5.0).hasSizeLessThan(5);
    }

    @Test
    void aWarmUpThatIsNeverSteadyEndsAtItsLimitAndSaysSo() throws InterruptedException {
        var time = new long[1];
        var restless = new ScriptedModel(work -> {
            time[0] += time[0] / (100 * MILLI) % 2 == 0 ? MILLI : 3 * MILLI;
            return CompletableFuture.completedStage(new Outcome.Done(0, 0, 0));
        });
        var driver = new Driver(() -> time[0], restless, TIMEOUT);
        var warmUp = new WarmUp(Duration.ofSeconds(1), Duration.ofMillis(100), 0.03);
        var window = driver.closed(
                new Load.Closed(Map.of("a", 1), Duration.ofMillis(100)), warmUp, units, recorders, WindowListener.NONE);
        assertThat(window.steady()).isFalse();
        assertThat(window.start()).isGreaterThanOrEqualTo(1_000 * MILLI);
    }

    /** The n-th unit takes 100 ms / (n + 5), and 0.1 ms at least: the model is warm after some 530 ms. */
    @Test
    void aModelThatIsColdAtTheLimitWarmsUpUntilItGrowsNoMore() throws InterruptedException {
        var time = new long[1];
        var number = new long[1];
        var cold = new ScriptedModel(work -> {
            time[0] += Math.max(MILLI / 10, 100 * MILLI / (5 + number[0]++));
            return CompletableFuture.completedStage(new Outcome.Done(0, 0, 0));
        });
        var driver = new Driver(() -> time[0], cold, Duration.ofSeconds(1));
        var warmUp = new WarmUp(Duration.ofMillis(300), Duration.ofMillis(50), 0.03, Duration.ofSeconds(3));
        var window = driver.closed(
                new Load.Closed(Map.of("a", 1), Duration.ofMillis(100)), warmUp, units, recorders, WindowListener.NONE);
        assertThat(window.warmUp()).endsWith(500.0, 500.0);
        assertThat(window.start()).isBetween(600 * MILLI, 1_000 * MILLI);
    }

    @Test
    void aBatchWarmsUpThreeTimesWhateverTheLimit() throws InterruptedException {
        var warmUp = new WarmUp(Duration.ZERO, Duration.ofMillis(5), 0.0);
        var warm = driver(ScriptedModel.taking(MILLI)).warmUp(units, new int[] {0}, recorders, warmUp);
        assertThat(warm.series()).hasSize(3);
        assertThat(warm.steady()).isTrue();
    }

    @Test
    void unitsThatNeverCompleteFailTheTrialWithTheirNumber() {
        var never = new ScriptedModel(work -> new CompletableFuture<>());
        assertThatThrownBy(() -> new Driver(NanoClock.SYSTEM, never, TIMEOUT)
                        .batch(units, new int[] {0, 0, 0}, recorders, WindowListener.NONE))
                .isInstanceOf(TrialFailedException.class)
                .hasMessage("3 units did not complete: none in the last 50 ms");
    }

    @Test
    void aModelFarBehindItsLoadIsNotWaitedForOnceItIsKnownToBeAlive() throws InterruptedException {
        Deque<CompletableFuture<Outcome>> waiting = new ArrayDeque<>();
        var oneBehind = new ScriptedModel(work -> {
            waiting.add(new CompletableFuture<>());
            if (waiting.size() > 1) {
                waiting.remove().complete(new Outcome.Done(0, 0, 0));
            }
            return waiting.getLast();
        });
        var time = new long[1];
        NanoClock leaps = () -> time[0] += Duration.ofSeconds(2).toNanos();
        new Driver(leaps, oneBehind, TIMEOUT)
                .closed(
                        new Load.Closed(Map.of("a", 3), Duration.ofSeconds(20)),
                        new WarmUp(Duration.ofSeconds(1), Duration.ofSeconds(1), 0.03),
                        units,
                        recorders,
                        WindowListener.NONE);
        assertThat(recorders.getFirst().unfinished()).hasSize(2);
        assertThat(recorders.getFirst().size()).isEqualTo(oneBehind.units.size() - 2);
    }

    @Test
    void aUnitThatCompletesTwiceFailsTheTrial() {
        var twice = new ScriptedModel(work -> new TwiceCompletingStage(work.seed()));
        assertThatThrownBy(() -> driver(twice).batch(units, new int[] {0, 0}, recorders, WindowListener.NONE))
                .isInstanceOf(TrialFailedException.class)
                .hasMessageStartingWith("the model completed a unit twice: Work[name=a");
    }

    @Test
    void aModelThatThrowsFailsTheUnit() throws InterruptedException {
        var throwing = new ScriptedModel(work -> {
            throw new IllegalStateException("no");
        });
        driver(throwing).batch(units, new int[] {0}, recorders, WindowListener.NONE);
        assertThat(recorders.getFirst().failed()).isEqualTo(1);
        assertThat(recorders.getFirst().reasons()).containsExactly("java.lang.IllegalStateException: no");
    }

    @Test
    void aModelThatCompletesWithNullFailsTheUnit() throws InterruptedException {
        driver(new ScriptedModel(work -> CompletableFuture.completedStage(null)))
                .batch(units, new int[] {0}, recorders, WindowListener.NONE);
        assertThat(recorders.getFirst().reasons()).containsExactly("the model completed a unit with null");
    }

    @Test
    void aClosedLoadWhoseUnitsAllFailIsGivenUp() {
        var failing = new ScriptedModel(work -> CompletableFuture.completedStage(new Outcome.Failed("refused")));
        var load = new Load.Closed(Map.of("a", 1), Duration.ofMinutes(10));
        var warmUp = new WarmUp(Duration.ofSeconds(1), Duration.ofMillis(100), 0.03);
        assertThatThrownBy(() -> new Driver(NanoClock.SYSTEM, failing, TIMEOUT)
                        .closed(load, warmUp, units, recorders, WindowListener.NONE))
                .hasMessage("1000 units failed; the last: refused");
    }

    private static Driver driver(ScriptedModel model) {
        return new Driver(model.clock(), model, TIMEOUT);
    }

    private static final class TwiceCompletingStage extends CompletableFuture<Outcome> {
        TwiceCompletingStage(long seed) {
            complete(new Outcome.Done(seed, 0, 0));
        }

        @Override
        public CompletableFuture<Outcome> whenComplete(BiConsumer<? super Outcome, ? super Throwable> action) {
            super.whenComplete(action);
            return super.whenComplete(action);
        }
    }
}
