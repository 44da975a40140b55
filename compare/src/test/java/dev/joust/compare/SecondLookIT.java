package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.SessionFolder;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session whose first look leaves one scenario undecided. */
final class SecondLookIT {
    @TempDir
    private Path folder;

    @Test
    void onlyTheUndecidedScenarioGoesOn() throws Exception {
        var session = folder.resolve("session");
        var arms = List.of("platform-threads", "virtual-threads");
        var claim = SampleScenarios.claim(arms.getFirst(), arms.getLast(), new Beats(1.2), Quantity.MAKESPAN, 3);
        new SessionFixture(Profile.QUICK)
                .undisturbed()
                .with(SampleScenarios.batch("clear", "Who is faster?", arms, claim))
                .arm(arms.getFirst(), block -> SampleTrial.batch(SessionFixture.wobble(0.5, block, 0.01)))
                .arm(arms.getLast(), block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.01)))
                .with(SampleScenarios.batch("close", "Who is faster?", arms, claim))
                .arm(arms.getFirst(), block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.4)))
                .arm(arms.getLast(), block -> SampleTrial.batch(SessionFixture.wobble(1.2, block + 1, 0.4)))
                .save(session);

        var said = new JoustCommand(folder)
                .run("run", "--resume", session.toString())
                .said();
        assertThat(said)
                .contains(
                        "undecided after 6 blocks, so up to 9 follow: close",
                        "block 7/9  close/",
                        "1/6 trials, ",
                        "6/6 trials, ");
        assertThat(blocks(session, "clear")).containsExactlyElementsOf(upTo(6));
        assertThat(blocks(session, "close")).containsExactlyElementsOf(upTo(9));
        assertThat(session.resolve("report.md")).content().contains("96.9 %, 6 blocks", "97.3 %, 9 blocks");
    }

    private static List<Integer> blocks(Path session, String scenario) {
        return SessionFolder.open(session).readResults().stream()
                .map(Result::id)
                .filter(id -> id.scenario().equals(scenario))
                .map(id -> id.block())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
