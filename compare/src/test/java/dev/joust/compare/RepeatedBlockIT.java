package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.Profile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that lacks its last block, on a machine that counts as disturbed. */
final class RepeatedBlockIT {
    @TempDir
    private Path folder;

    @Test
    void aRepeatedBlockAddsItsTrialsToTheTotal() throws Exception {
        var session = folder.resolve("session");
        var arms = List.of("platform-threads", "virtual-threads");
        int blocks = Profile.QUICK.looks().atLeast() - 1;
        new SessionFixture(Profile.QUICK)
                .alwaysDisturbed()
                .with(SampleScenarios.batch("race", "Which threads are faster?", arms))
                .arm(arms.getFirst(), blocks, block -> SampleTrial.batch(0.5))
                .arm(arms.getLast(), blocks, block -> SampleTrial.batch(1))
                .save(session);

        var said = new JoustCommand(folder)
                .run("run", "--resume", session.toString())
                .said();
        assertThat(said)
                .containsSubsequence(
                        "1/2 trials, ",
                        "2/2 trials, ",
                        ", and is repeated: ",
                        "3/4 trials, ",
                        "4/4 trials, ",
                        ", and counts all the same: ")
                .doesNotContain("5/");
    }
}
