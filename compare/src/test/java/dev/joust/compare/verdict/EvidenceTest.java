package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which trials count when blocks were repeated, interrupted or lost. */
final class EvidenceTest {
    private final Scenario race = SampleScenarios.batch("race", "?", List.of("a", "b"));
    private final List<Result> results = new ArrayList<>();

    @Test
    void theLastCompleteAttemptOfABlockCounts() {
        add("a", 1, 1, 0.5);
        add("b", 1, 1, 0.5);
        add("b", 1, 2, 0.7);
        add("a", 1, 2, 0.6);
        assertThat(evidence().values(race.judging().primary()).metrics()).containsExactly(Map.of("a", 0.6, "b", 0.7));
        assertThat(evidence().repeated()).isEqualTo(2);
    }

    @Test
    void theLastRunOfATrialIsJudgedWithTheOthersOfItsBlock() {
        add("a", 1, 1, 0.5);
        add("b", 1, 1, 0.7);
        results.add(SampleTrial.batch(0.6).of(new TrialId("s", "race", "a", 1, 1, Optional.of(1)), new Ceiling(2, 4)));
        assertThat(evidence().values(race.judging().primary()).metrics()).containsExactly(Map.of("a", 0.6, "b", 0.7));
        assertThat(evidence().repeated()).isEqualTo(1);
    }

    @Test
    void anInterruptedAttemptDoesNotReplaceACompleteOne() {
        add("a", 1, 1, 0.5);
        add("b", 1, 1, 0.55);
        add("a", 1, 2, 0.1);
        assertThat(evidence().values(race.judging().primary()).metrics()).containsExactly(Map.of("a", 0.5, "b", 0.55));
    }

    @Test
    void aBlockWithoutACompleteAttemptDoesNotCount() {
        add("a", 1, 1, 0.5);
        assertThat(evidence().blocks()).isEmpty();
    }

    @Test
    void anInvalidTrialHasNoValueAndSaysWhy() {
        add("a", 1, 1, 0.5);
        results.add(SampleTrial.batch(0.5).wrong(2).of(new TrialId("s", "race", "b", 1, 1), new Ceiling(2, 4)));
        assertThat(evidence().values(race.judging().primary()).metrics()).containsExactly(Map.of("a", 0.5));
        assertThat(evidence().all(race.arm("b")))
                .extracting(Evidence.Checked::failed)
                .containsExactly(List.of("wrong answers: 2 of 4 of task"));
        assertThat(evidence().valid(race.arm("b"))).isEmpty();
    }

    private void add(String arm, int block, int attempt, double seconds) {
        results.add(SampleTrial.batch(seconds).of(new TrialId("s", "race", arm, block, attempt), new Ceiling(2, 4)));
    }

    private Evidence evidence() {
        return Evidence.of(
                race, new ResultChecker(new SessionFixture(Profile.QUICK).session(), List.of()), new Attempts(results));
    }
}
