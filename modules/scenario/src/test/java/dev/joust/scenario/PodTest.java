package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PodTest {
    private static final long MEBI = 1 << 20;

    @Test
    void itIsNamedAsItsLimitsAre() {
        var both = new Pod(Optional.of(1.0), Optional.of(256 * MEBI));
        assertThat(both.suffix()).isEqualTo("1cpu-256m");
        assertThat(both).hasToString("1 CPU and 256m of memory");
        assertThat(new Pod(Optional.of(0.5), Optional.empty())).hasToString("0.5 CPU");
        assertThat(new Pod(Optional.of(1.25), Optional.empty()).suffix()).isEqualTo("1.25cpu");
        assertThat(new Pod(Optional.of(1.25), Optional.empty())).hasToString("1.25 CPUs");
        assertThat(new Pod(Optional.empty(), Optional.of(1024 * MEBI)).suffix()).isEqualTo("1g");
    }

    @Test
    void aSizeIsInTheLargestUnitOfWhichItIsAWholeNumber() {
        assertThat(Pod.size(1)).isEqualTo("1b");
        assertThat(Pod.size(1536)).isEqualTo("1536b");
        assertThat(Pod.size(3 << 10)).isEqualTo("3k");
        assertThat(Pod.size(1536 * MEBI)).isEqualTo("1536m");
        assertThat(Pod.size(2048L * 1024 * MEBI)).isEqualTo("2048g");
    }
}
