package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContextSwitchesTest {
    private static final ContextSwitches SOME = new ContextSwitches(5, 1, Optional.of(1_000L));
    private static final ContextSwitches MORE = new ContextSwitches(7, 4, Optional.of(1_500L));

    @Test
    void timesWithoutACoreAreSummedAndSubtracted() {
        assertThat(SOME.plus(MORE)).isEqualTo(new ContextSwitches(12, 5, Optional.of(2_500L)));
        assertThat(MORE.since(SOME)).isEqualTo(new ContextSwitches(2, 3, Optional.of(500L)));
        assertThat(SOME.since(ContextSwitches.NONE)).isEqualTo(SOME);
    }

    @Test
    void aSumOfWhichAPartIsUnknownIsUnknown() {
        assertThat(SOME.plus(new ContextSwitches(7, 4))).isEqualTo(new ContextSwitches(12, 5));
        assertThat(MORE.since(new ContextSwitches(5, 1))).isEqualTo(new ContextSwitches(2, 3));
    }

    @Test
    void theTimesOfAnotherThreadCountWhole() {
        assertThat(SOME.since(MORE)).isEqualTo(SOME);
    }
}
