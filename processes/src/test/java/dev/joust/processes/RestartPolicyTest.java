package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestartPolicyTest {
    private static final WorkerEnd USEFUL = new WorkerEnd(true, true, "killed");
    private static final WorkerEnd BEGUN = new WorkerEnd(false, true, "killed");
    private static final WorkerEnd FAILED_START = new WorkerEnd(false, false, "killed");

    private final RestartPolicy policy = new RestartPolicy(2);

    @Test
    void aWorkerThatHasAnsweredIsReplacedAtOnce() {
        assertThat(policy.pauseAfter(USEFUL, 1)).contains(Duration.ZERO);
    }

    @Test
    void thePauseDoublesThreeTimesAndStartsAgainAfterAnAnswer() {
        for (int millis : new int[] {100, 200, 400, 800, 800}) {
            assertThat(policy.pauseAfter(BEGUN, 0)).contains(Duration.ofMillis(millis));
        }
        assertThat(policy.pauseAfter(BEGUN, 1)).contains(Duration.ofMillis(100));
    }

    @Test
    void threeFailedStartsPerSlotInARowEndIt() {
        for (int i = 0; i < 5; i++) {
            assertThat(policy.pauseAfter(FAILED_START, 0)).isPresent();
        }
        assertThat(policy.pauseAfter(FAILED_START, 0)).isEmpty();
    }

    @Test
    void aUnitThatWasBegunOrAnsweredEndsTheRow() {
        for (int i = 0; i < 20; i++) {
            assertThat(policy.pauseAfter(FAILED_START, i / 4)).isPresent();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(policy.pauseAfter(i % 4 == 0 ? BEGUN : FAILED_START, 5)).isPresent();
        }
    }
}
