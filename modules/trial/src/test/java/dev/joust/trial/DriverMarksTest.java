package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Load;
import dev.joust.scenario.WorkClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What happens at both marks of the window. */
final class DriverMarksTest {
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final long MILLI = 1_000_000;

    private final List<Recorder> recorders = List.of(new Recorder());
    private final UnitSequence units = new UnitSequence(List.of(new WorkClass("a", 1, List.of())), 42);

    @Test
    void theListenerHearsBothEndsOfTheWindow() throws InterruptedException {
        List<String> events = new ArrayList<>();
        var model = new ScriptedModel(work -> {
            events.add("unit");
            return CompletableFuture.completedStage(new Outcome.Done(0, 0, 0));
        });
        driver(model).batch(units, new int[] {0, 0}, recorders, new WindowListener() {
            @Override
            public void windowStarts() {
                events.add("start");
            }

            @Override
            public void windowEnds() {
                events.add("end");
            }
        });
        assertThat(events).containsExactly("start", "unit", "unit", "end");
    }

    @Test
    void theReadingsAreTakenBeforeTheFirstUnitOfABatchAndAfterTheLast() throws InterruptedException {
        var model = ScriptedModel.taking(MILLI);
        List<Integer> sent = new ArrayList<>();
        driver(model).batch(units, new int[] {0, 0}, recorders, new ReadingListener() {
            @Override
            public boolean awaitReading(Duration limit) {
                sent.add(model.units.size());
                return true;
            }
        });
        assertThat(sent).containsExactly(0, 2);
    }

    @Test
    void aClosedLoadGoesOnUntilTheReadingIsTakenAndThenItsWindowStarts() throws InterruptedException {
        var model = ScriptedModel.taking(MILLI);
        var load = new Load.Closed(Map.of("a", 1), Duration.ofMillis(10));
        var warmUp = new WarmUp(Duration.ofSeconds(1), Duration.ofMillis(5), 0.03);
        List<Long> askedAt = new ArrayList<>();
        var window = driver(model).closed(load, warmUp, units, recorders, new ReadingListener() {
            @Override
            public boolean awaitReading(Duration limit) {
                askedAt.add(model.now);
                return askedAt.size() > 3;
            }
        });
        assertThat(window.warmUp()).containsExactly(4.0, 5.0, 5.0, 5.0);
        assertThat(window.start()).isEqualTo(askedAt.get(3)).isGreaterThanOrEqualTo(askedAt.getFirst() + 3 * MILLI);
        assertThat(askedAt.getLast()).as("at the end too").isGreaterThanOrEqualTo(window.end());
    }

    @Test
    void aRefereeThatTakesNoReadingIsWaitedForTwoSecondsInAClosedLoad() throws InterruptedException {
        var model = ScriptedModel.taking(100 * MILLI);
        var load = new Load.Closed(Map.of("a", 1), Duration.ofSeconds(1));
        var warmUp = new WarmUp(Duration.ofSeconds(1), Duration.ofMillis(500), 0.03);
        var window = driver(model).closed(load, warmUp, units, recorders, new ReadingListener() {
            @Override
            public boolean awaitReading(Duration limit) {
                return false;
            }
        });
        assertThat(window.start()).isEqualTo((1_500 + 2_000) * MILLI);
    }

    /** Hears nothing of the marks. */
    private abstract static class ReadingListener implements WindowListener {
        @Override
        public void windowStarts() {}

        @Override
        public void windowEnds() {}
    }

    private static Driver driver(ScriptedModel model) {
        return new Driver(model.clock(), model, TIMEOUT);
    }
}
