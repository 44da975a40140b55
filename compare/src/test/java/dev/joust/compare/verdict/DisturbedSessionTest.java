package dev.joust.compare.verdict;

import static dev.joust.compare.SessionFixture.wobble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge makes of blocks that stayed disturbed. */
class DisturbedSessionTest {

    @Test
    void withMoreThanAQuarterOfTheBlocksOfAScenarioDisturbedNothingIsBelieved() {
        var judgement = race().disturbed(4, 5, 6).controls().judgement();
        assertThat(judgement.status()).isEqualTo(SessionStatus.DISTURBED);
        assertThat(judgement.conclusion()).isEqualTo(Conclusion.NOT_BELIEVED);
        assertThat(judgement.claims())
                .extracting(claim -> claim.verdict().reason())
                .containsExactly("withheld, because the machine was disturbed; without that: held");
    }

    @Test
    void withAQuarterTheBlocksAreJudgedWithTheOthers() {
        var judgement = race().disturbed(6).controls().judgement();
        assertThat(judgement.status()).isEqualTo(SessionStatus.SOUND);
        assertThat(judgement.scenarios().getFirst().evidence().blocks()).hasSize(6);
        assertThat(judgement.claims())
                .extracting(claim -> claim.verdict().outcome())
                .containsExactly(VerdictOutcome.HELD);
    }

    @Test
    void aDisturbedMachineExplainsAControlThatFailed() {
        assertThat(race().disturbed(1, 2, 3).controls(0.5).judgement().status()).isEqualTo(SessionStatus.DISTURBED);
    }

    @Test
    void aSessionWithoutControlsIsDisturbedToo() {
        assertThat(race().disturbed(1, 2, 3).judgement().status()).isEqualTo(SessionStatus.DISTURBED);
    }

    @Test
    void aDisturbedSessionGoesOnToTheNextLook() {
        assertThat(race().disturbed(1, 2, 3).controls().judgement().open()).contains("race");
    }

    @ParameterizedTest
    @CsvSource({"0, 6, false", "1, 6, false", "2, 6, true", "2, 9, false", "3, 9, true", "6, 24, false", "7, 24, true"})
    void tooManyIsMoreThanAQuarter(int disturbed, int blocks, boolean tooMany) {
        assertThat(new DisturbedBlocks(disturbed, blocks).tooMany()).isEqualTo(tooMany);
    }

    @Test
    void atMostThirtyPercentOfTheTrialsRunAgain() {
        assertThat(DisturbedBlocks.mayRepeat(0, 1, 0, 6)).isTrue();
        assertThat(DisturbedBlocks.mayRepeat(0, 1, 1, 6)).isFalse();
        assertThat(DisturbedBlocks.mayRepeat(0, 1, 11, 40)).isTrue();
        assertThat(DisturbedBlocks.mayRepeat(0, 2, 11, 40)).isFalse();
        assertThat(DisturbedBlocks.mayRepeat(0, 12, 0, 40)).isTrue();
    }

    @Test
    void theTrialsOfOneBlockRunAgainTwiceAtMost() {
        assertThat(DisturbedBlocks.mayRepeat(1, 1, 1, 40)).isTrue();
        assertThat(DisturbedBlocks.mayRepeat(2, 1, 2, 40)).isFalse();
    }

    private static SessionFixture race() {
        var arms = List.of("platform-threads", "virtual-threads");
        var claim = SampleScenarios.claim(arms.getFirst(), arms.getLast(), new Beats(1.2), Quantity.MAKESPAN, 3);
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Who is faster?", arms, claim))
                .arm(arms.getFirst(), block -> SampleTrial.batch(wobble(0.5, block, 0.01)))
                .arm(arms.getLast(), block -> SampleTrial.batch(wobble(1, block, 0.01)));
    }
}
