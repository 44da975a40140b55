package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.machine.ProcessTable;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeVariants;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.scenario.Metric;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With trials that a test makes up, and without a process. */
final class BlockRunnerTest {
    private static final List<String> ARMS = List.of("platform-threads", "virtual-threads");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<TrialId> ran = new ArrayList<>();

    @Test
    void anUndisturbedBlockRunsOnce() throws Exception {
        run(5, id -> false);
        assertThat(ran).extracting(TrialId::attempt).containsExactly(1, 1);
        assertThat(SessionFolder.open(folder).readDisturbances()).isEmpty();
    }

    @Test
    void aRepeatedBlockAddsItsTrialsToTheTotalAndTheProgressNeverPassesIt() throws Exception {
        run(5, id -> true);
        assertThat(said())
                .containsSubsequence(
                        "1/2 trials, ",
                        "2/2 trials, ",
                        "block 6 of race was disturbed, and repeats 2 of its 2 trials: ",
                        "3/4 trials, ",
                        "4/4 trials, ",
                        "block 6 of race counts as disturbed: ")
                .doesNotContain("5/");
    }

    @Test
    void aDisturbedTrialRunsAgainAfterTheOthersOfItsBlock() throws Exception {
        run(5, id -> id.earlierRuns() == 0 && id.equals(ran.getFirst()));
        var first = ran.getFirst();
        assertThat(ran)
                .containsExactly(first, ran.get(1), new TrialId("made-up", "race", first.arm(), 6, 1, Optional.of(1)));
        assertThat(ran.get(1).arm()).isNotEqualTo(first.arm());
        assertThat(said()).doesNotContain("counts as disturbed");
    }

    @Test
    void aTrialRunsAgainTwiceAtMost() throws Exception {
        run(20, id -> id.arm().equals("virtual-threads"));
        assertThat(ran).extracting(TrialId::earlierRuns).containsExactlyInAnyOrder(0, 0, 1, 2);
        assertThat(said()).contains("block 21 of race counts as disturbed: virtual-threads: ");
    }

    @Test
    void theNoteAndTheRecordSayWhoDisturbed() throws Exception {
        run(5, id -> id.earlierRuns() == 0 && id.arm().equals("virtual-threads"));
        var what = "the machine was disturbed: other processes used 0.97 cores (limit 0.10):"
                + " no process is seen that used CPU time";
        assertThat(said())
                .contains("block 6 of race was disturbed, and repeats 1 of its 2 trials: virtual-threads: " + what);
        assertThat(SessionFolder.open(folder).readDisturbances())
                .containsExactly(new DisturbanceNote(
                        Optional.of(new TrialId("made-up", "race", "virtual-threads", 6, 1)), what));
    }

    @Test
    void aServiceThatMovesAwayWithinABlockRepeatsAllOfItsTrials() throws Exception {
        var fixture = calls(5);
        run(
                fixture,
                5,
                id -> way(
                        SampleTrial.closed(1_000, 16).of(id, new Ceiling(2, 4096)),
                        id.earlierRuns() == 0 && id.arm().equals("virtual-threads") ? 9 : 1));
        var what = "the service was 1.00 to 9.00 ms away, a change of";
        assertThat(ran).extracting(TrialId::earlierRuns).containsExactly(0, 0, 1, 1);
        assertThat(said()).contains("block 6 of race was disturbed, and repeats 2 of its 2 trials: " + what);
        assertThat(SessionFolder.open(folder).readDisturbances())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.trial()).contains(new TrialId("made-up", "race", "virtual-threads", 6, 1));
                    assertThat(note.text()).startsWith(what);
                });
    }

    private static Result way(Result result, long millis) {
        var way = ServiceRoundTrip.of(millis * 1_000_000);
        return result.with(new RoundTrips(way, way));
    }

    private static SessionFixture calls(int blocks) {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("race", 16, Metric.Quantity.THROUGHPUT, ARMS))
                .arm(ARMS.getFirst(), blocks, block -> SampleTrial.closed(1_000, 16))
                .arm(ARMS.getLast(), blocks, block -> SampleTrial.closed(1_000, 16));
    }

    @Test
    void aSessionThatGoesOnRunsTheBlocksOnceMoreThatStayedDisturbed() throws Exception {
        var fixture = fixture(6).disturbed(2, 3);
        fixture.save(folder);
        var results = SessionResults.read(SessionFolder.open(folder), fixture.session());
        var plan = new Plan(fixture.session().plan().scenarios(), 1);
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                .filteredOn(round -> results.isMissing(plan.round(round).getFirst()))
                .containsExactly(2, 3, 7);
    }

    private void run(int blocksBefore, Predicate<TrialId> disturbed) throws IOException, InterruptedException {
        run(fixture(blocksBefore), blocksBefore, id -> trial(id, disturbed.test(id)));
    }

    private void run(SessionFixture fixture, int blocksBefore, Function<TrialId, Result> trials)
            throws IOException, InterruptedException {
        fixture.save(folder);
        var session = fixture.session();
        var block =
                new Plan(session.plan().scenarios(), 1).round(blocksBefore + 1).getFirst();
        var progress = new SessionProgress(new PrintStream(out, true, StandardCharsets.UTF_8), false, () -> 0);
        progress.expect(ARMS.size(), Duration.ofSeconds(1));
        runner(session, progress).run(block, (_, arm, attempt, repeat) -> {
            var id = new TrialId("made-up", "race", arm.name(), block.number(), attempt, repeat);
            ran.add(id);
            return trials.apply(id);
        });
    }

    private BlockRunner runner(Session session, SessionProgress progress) {
        var results = SessionResults.read(SessionFolder.open(folder), session);
        var commands = new TrialCommands(
                List.of("java"), Map.of(), session.instrument().calibrations(), RuntimeVariants.NONE);
        var recalibrator = new Recalibrator(
                commands,
                runtime -> {
                    throw new IllegalStateException("no trial here exceeds a limit");
                },
                results,
                progress::note);
        return new BlockRunner(session, progress, results, () -> new ProcessTable(1, Map.of(), Set.of()), recalibrator);
    }

    private static SessionFixture fixture(int blocks) {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Which threads are faster?", ARMS))
                .arm(ARMS.getFirst(), blocks, block -> SampleTrial.batch(0.5))
                .arm(ARMS.getLast(), blocks, block -> SampleTrial.batch(1));
    }

    private static Result trial(TrialId id, boolean disturbed) {
        var quiet = SampleTrial.batch(1).of(id, new Ceiling(2, 4096));
        return disturbed ? SampleTrial.beside(quiet, SampleTrial.BUSY) : quiet;
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
