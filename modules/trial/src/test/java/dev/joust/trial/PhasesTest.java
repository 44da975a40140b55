package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the window of a load that goes on starts, on a scripted clock. */
final class PhasesTest {
    private static final Duration ITERATION = Duration.ofMillis(100);
    private static final WarmUp WARM_UP = new WarmUp(Duration.ofMillis(500), ITERATION, 0.03, Duration.ofMillis(2_000));

    private static final int FIRST = 100;

    private long now;
    private final Phases phases = new Phases(FIRST, Duration.ofSeconds(1), WARM_UP, () -> now, 0, WindowListener.NONE);

    @Test
    void aModelIsColdUntilAsManyUnitsAreDoneAsTheLoadBeganWith() throws InterruptedException {
        iterations(40, 20, 10, 8, 6, 4, 3, 2, 1);
        assertThat(phases.windowStarted()).isFalse();
        iterations(6, 0, 0);
        assertThat(phases.windowStarted()).isTrue();
    }

    @Test
    void aModelThatNeverAnswersIsWaitedForUntilTheLongest() throws InterruptedException {
        iterations(new int[19]);
        assertThat(phases.windowStarted()).isFalse();
        iterations(0);
        assertThat(phases.windowStarted()).isTrue();
    }

    @Test
    void aSlowModelWhoseIterationsAgreeIsNotWaitedFor() throws InterruptedException {
        iterations(0, 2, 2);
        assertThat(phases.windowStarted()).isFalse();
        iterations(2);
        assertThat(phases.windowStarted()).isTrue();
    }

    @Test
    void anOpenLoadBeginsWithNoUnits() throws InterruptedException {
        var open = new Phases(0, Duration.ofSeconds(1), WARM_UP, () -> now, 0, WindowListener.NONE);
        for (int i = 0; i < 5; i++) {
            now += ITERATION.toNanos();
            open.advance(1);
        }
        assertThat(open.windowStarted()).isTrue();
    }

    private void iterations(int... done) throws InterruptedException {
        for (int units : done) {
            for (int i = 0; i < units; i++) {
                phases.countUnit();
            }
            now += ITERATION.toNanos();
            phases.advance();
        }
    }
}
