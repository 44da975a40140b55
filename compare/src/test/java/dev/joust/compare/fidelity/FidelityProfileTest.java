package dev.joust.compare.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In which rounds the negative controls take part. */
class FidelityProfileTest {

    @Test
    void theControlsTakePartAtFirstAndWhereAMissIsRepeated() {
        assertThat(roundsWithControls(FidelityProfile.FULL)).containsExactly(1, 2, 3, 6, 7, 8, 9, 10, 11);
        assertThat(roundsWithControls(FidelityProfile.SHORT)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    private static int[] roundsWithControls(FidelityProfile profile) {
        return IntStream.rangeClosed(1, profile.maxRounds())
                .filter(profile::controls)
                .toArray();
    }
}
