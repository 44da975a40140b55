package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Which readings of a model's activity make the figures of the window. */
final class WindowActivityTest {
    private final List<String> marks = new ArrayList<>();
    private long now = 1_000;
    private double held;
    private double longest;
    private boolean read = true;

    private final WindowActivity window = new WindowActivity(new SharedPart(), () -> now, new Marks());

    @Test
    void theWindowIsTheTimeFromTheLastReadingBeforeIt() throws InterruptedException {
        window.windowStarts();
        read = false;
        assertThat(window.awaitReading(Duration.ZERO)).isFalse();
        now = 2_000;
        held = 900;
        read = true;
        assertThat(window.awaitReading(Duration.ZERO)).isTrue();
        now = 12_000;
        held = 3_400;
        window.windowEnds();
        assertThat(window.figures().get("window-lock-held")).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void whatTheModelDoesAfterTheWindowDoesNotCount() throws InterruptedException {
        window.windowStarts();
        window.awaitReading(Duration.ZERO);
        now += 10_000;
        held += 10_000;
        window.windowEnds();
        held += 90_000;
        window.awaitReading(Duration.ofSeconds(2));
        assertThat(window.figures()).containsEntry("window-lock-held", 1.0);
        assertThat(marks).containsExactly("start", "end");
    }

    @Test
    void theLongestTimeIsThatSinceTheReadingAtTheStart() throws InterruptedException {
        longest = 9e9;
        window.windowStarts();
        window.awaitReading(Duration.ZERO);
        longest = 50.5e6;
        now += 10_000;
        window.windowEnds();
        assertThat(window.figures()).containsEntry("window-loop-turn-millis", 50.5);
    }

    @Test
    void thereAreNoFiguresBeforeTheEnd() throws InterruptedException {
        window.windowStarts();
        window.awaitReading(Duration.ZERO);
        assertThat(window.figures()).isEmpty();
    }

    @Test
    void aModelThatSharesNothingHasNoFigures() {
        assertThat(Activity.NONE.since(Activity.NONE, 1_000)).isEmpty();
    }

    /** A loop's thread tells its times only once it runs. */
    @Test
    void anIntegralThatOneOfTheReadingsLacksIsNotKnown() {
        var end = new Activity(Map.of(Activity.LOOP_BUSY, 500.0), Map.of());
        assertThat(end.since(Activity.NONE, 1_000)).isEmpty();
        assertThat(Activity.NONE.since(end, 1_000)).isEmpty();
    }

    @Test
    void severalPartsAreReadTogether() {
        var lock = new Activity(Map.of(Activity.LOCK_HELD, 1.0), Map.of());
        var loop = new Activity(Map.of(Activity.LOOP_BUSY, 2.0), Map.of(Activity.LOOP_TURN, 3.0));
        assertThat(lock.with(loop))
                .isEqualTo(new Activity(
                        Map.of(Activity.LOCK_HELD, 1.0, Activity.LOOP_BUSY, 2.0), Map.of(Activity.LOOP_TURN, 3.0)));
    }

    private final class SharedPart implements WorkRunner {
        @Override
        public CompletionStage<Outcome> run(Work work) {
            return new CompletableFuture<>();
        }

        @Override
        public Activity activity() {
            return new Activity(Map.of(Activity.LOCK_HELD, held), Map.of(Activity.LOOP_TURN, longest));
        }

        @Override
        public void close() {}
    }

    private final class Marks implements TrialListener {
        @Override
        public void answered() {}

        @Override
        public void ready() {}

        @Override
        public void windowStarts() {
            marks.add("start");
        }

        @Override
        public void windowEnds() {
            marks.add("end");
        }

        @Override
        public boolean awaitReading(Duration limit) {
            return read;
        }
    }
}
