package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RunQueueTest {
    @Test
    void theWaitIsTheSecondNumber() {
        assertThat(second("176071 3439638 1\n")).isEqualTo(3_439_638);
        assertThat(second("0 0 0\n")).isZero();
    }

    @Test
    void theRestOfAnEarlierLongerTextIsNotRead() {
        byte[] bytes = "1 23 4567".getBytes(StandardCharsets.US_ASCII);
        assertThat(RunQueue.Schedstat.second(bytes, 3)).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itOnlyGrows() {
        try (var queue = RunQueue.ofThisThread()) {
            var first = queue.waitedNanos();
            if (first.isPresent()) {
                assertThat(queue.waitedNanos().orElseThrow()).isGreaterThanOrEqualTo(first.getAsLong());
            }
        }
    }

    private static long second(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return RunQueue.Schedstat.second(bytes, bytes.length);
    }
}
