package dev.joust.compare.verdict;

import static dev.joust.compare.SampleScenarios.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shard claims nothing, however clear it is; but it says when it cannot be believed. */
final class ShardJudgeTest {
    private static final List<String> ARMS = List.of("platform-threads", "virtual-threads");

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"SMOKE", "QUICK", "FULL"})
    void aShardHasNoVerdictAndNoWinner(Profile profile) {
        var judgement = race(profile, SampleTrial.batch(1)).controls().judgement();
        assertThat(judgement.status()).isEqualTo(SessionStatus.SHARD);
        assertThat(judgement.claims())
                .isNotEmpty()
                .allMatch(claim -> claim.verdict().outcome() == VerdictOutcome.NOT_JUDGED);
        assertThat(judgement.scenarios())
                .allMatch(scenario -> scenario.primary().winner().isEmpty());
        assertThat(exitCode(judgement)).isZero();
    }

    @Test
    void anInvalidTrialIsDataForTheMerge() {
        var judgement =
                race(Profile.QUICK, SampleTrial.batch(1).failed()).controls().judgement();
        assertThat(exitCode(judgement)).isZero();
    }

    @Test
    void aFailedControlOfAShardGivesTwelve() {
        var judgement = race(Profile.QUICK, SampleTrial.batch(1))
                .with(SampleScenarios.control("sleepers", new Control.Expects(5, 0.03)))
                .arm("one", block -> SampleTrial.batch(0.4))
                .arm("other", block -> SampleTrial.batch(1))
                .judgement();
        assertThat(judgement.status()).isEqualTo(SessionStatus.CONTAMINATED);
        assertThat(exitCode(judgement)).isEqualTo(12);
    }

    @Test
    void aDisturbedShardGivesTwelve() {
        var judgement = race(Profile.QUICK, SampleTrial.batch(1))
                .disturbed(2, 5, 8)
                .controls()
                .judgement();
        assertThat(judgement.status()).isEqualTo(SessionStatus.DISTURBED);
        assertThat(exitCode(judgement)).isEqualTo(12);
    }

    @Test
    void aShardHasEnoughOfEachControlForTheAnalyticOne() {
        var judgement = race(Profile.QUICK, SampleTrial.batch(1)).controls().judgement();
        assertThat(judgement.scenarios().stream()
                        .flatMap(scenario -> scenario.control().stream())
                        .filter(control -> control.control() instanceof Control.Expects))
                .singleElement()
                .matches(ControlJudgement::passed)
                .satisfies(control -> assertThat(control.blocks().planned()).isEqualTo(3));
    }

    private static int exitCode(Judgement judgement) {
        return ExitCode.of(judgement.conclusion()).number();
    }

    private static SessionFixture race(Profile profile, SampleTrial second) {
        return new SessionFixture(profile)
                .shard("2/3", "anvil")
                .with(SampleScenarios.batch(
                        "race",
                        "Which threads are faster?",
                        ARMS,
                        claim(ARMS.getFirst(), ARMS.getLast(), new Beats(1.5), Quantity.MAKESPAN, 7)))
                .arm(ARMS.getFirst(), block -> SampleTrial.batch(0.5))
                .arm(ARMS.getLast(), block -> second);
    }
}
