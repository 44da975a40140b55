package dev.joust.compare.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleTrial;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
    private final Attempts attempts = new Attempts(List.of());

    @Test
    void aBlockWithoutResultsHasNoLastAttempt() {
        add("a", 1, 1);
        assertThat(attempts.last("race", 2)).isEmpty();
        assertThat(attempts.last("walk", 1)).isEmpty();
    }

    @Test
    void theLastAttemptHasTheArmsThatRanInIt() {
        add("a", 1, 1);
        add("b", 1, 1);
        add("b", 1, 2);
        var last = attempts.last("race", 1).orElseThrow();
        assertThat(last.number()).isEqualTo(2);
        assertThat(last.results()).containsOnlyKeys("b");
    }

    @Test
    void aBlockThatAResumedSessionRunsAnewRepeatsNothing() {
        whole(1, 1);
        add("a", 1, 2); // stopped here, and resumed
        whole(1, 3);
        assertThat(attempts.repeated("race")).isZero();
        assertThat(attempts.runs("race")).isEqualTo(5);
    }

    @Test
    void itsEarlierRepeatsCountNoMore() {
        whole(1, 1);
        attempts.add(result(new TrialId("s", "race", "a", 1, 1, Optional.of(1))));
        assertThat(attempts.repeated("race")).isEqualTo(1);
        whole(1, 2); // the session went on
        assertThat(attempts.repeated("race")).isZero();
        assertThat(attempts.runs("race")).isEqualTo(5);
    }

    @Test
    void theLastRunOfATrialCountsInWhateverOrderTheyAreRead() {
        add("b", 1, 1);
        var first = result(new TrialId("s", "race", "a", 1, 1));
        var second = result(new TrialId("s", "race", "a", 1, 1, Optional.of(1)));
        var third = result(new TrialId("s", "race", "a", 1, 1, Optional.of(2)));
        for (var result : List.of(second, third, first)) {
            attempts.add(result);
        }
        assertThat(attempts.last("race", 1).orElseThrow().results()).containsEntry("a", third);
        assertThat(attempts.repeated("race")).isEqualTo(2);
        assertThat(attempts.runs("race")).isEqualTo(4);
        assertThat(attempts.upTo(1).runs("race")).isEqualTo(4);
    }

    @Test
    void laterBlocksCanBeLeftOut() {
        whole(1, 1);
        whole(2, 1);
        whole(3, 1);
        assertThat(attempts.upTo(2).of("race")).containsOnlyKeys(1, 2);
        assertThat(attempts.upTo(2).last("race", 2)).isEqualTo(attempts.last("race", 2));
    }

    private void whole(int block, int attempt) {
        add("a", block, attempt);
        add("b", block, attempt);
    }

    private void add(String arm, int block, int attempt) {
        attempts.add(result(new TrialId("s", "race", arm, block, attempt)));
    }

    private static Result result(TrialId id) {
        return SampleTrial.batch(0.5).of(id, new Ceiling(2, 4));
    }
}
