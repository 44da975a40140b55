package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.VerdictOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sweep of which one value goes on to nine blocks, because a claim there was open, while the others stay at six. */
class SweepLooksTest {
    private static final List<String> ARMS = List.of("vertx-loop", "processes");

    private final SweepJudgement sweep = sweep();

    /** Both do 1,000 units at 6 in flight, where the loop's advantage ends. */
    private static SweepJudgement sweep() {
        var crossover = SampleSweeps.crossover("vertx-loop", "processes", 6);
        var session = new SessionFixture(Profile.QUICK);
        for (int value : List.of(3, 6, 12)) {
            int blocks = value == 3 ? 9 : 6;
            session.with(SampleSweeps.point("inFlight", value, ARMS, crossover))
                    .arm("vertx-loop", blocks, block -> SampleTrial.closed(1_001 - block, value))
                    .arm("processes", blocks, block -> SampleTrial.closed(1_000 * value / 6 + block - 4, value));
        }
        return session.controls().judgement().sweeps().getFirst();
    }

    /** Seen: "6 blocks cannot decide at 97.3 %", the level of the look at nine blocks. */
    @Test
    void theCrossoverIsJudgedAtTheLookOfTheBlocksThatAllValuesHave() {
        var crossover = sweep.crossovers().getFirst();

        assertThat(crossover.reason()).endsWith("contains the predicted value");
        assertThat(crossover.outcome()).isEqualTo(VerdictOutcome.HELD);
        assertThat(crossover.found().orElseThrow().blocks()).isEqualTo(6);
    }

    @Test
    void eachValueHasTheIntervalOfItsOwnLook() {
        var looks = Profile.QUICK.looks();
        assertThat(sweep.values())
                .extracting(value -> value.metric().get("vertx-loop").blocks())
                .containsExactly(9, 6, 6);
        assertThat(sweep.values()).allSatisfy(value -> {
            var figure = value.metric().get("vertx-loop");
            assertThat(figure.achievable()).isTrue();
            assertThat(figure.confidence().requested())
                    .isCloseTo(looks.at(figure.blocks()).confidence(), within(1e-12));
        });
    }
}
