package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeVariants;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A neighbour slowed the first calibration by half; the machine is quiet when a trial runs. */
final class RecalibratorTest {
    private static final double FAST = 0.2;
    private static final double NO_FASTER_THAN_CALIBRATED = 0.5;

    private final Scenario race = SampleScenarios.batch("race", "?", List.of("a", "b"));
    private final List<String> calibrated = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private double times = 2;
    private SessionFolder folder;
    private SessionResults results;
    private Recalibrator recalibrator;

    @TempDir
    Path temporary;

    @BeforeEach
    void start() throws IOException {
        new SessionFixture(Profile.QUICK).with(race).save(temporary);
        folder = SessionFolder.open(temporary);
        var session = folder.readSession();
        results = SessionResults.read(folder, session);
        var first = session.instrument().calibrations();
        recalibrator = new Recalibrator(
                new TrialCommands(List.of("java"), Map.of(), first, RuntimeVariants.NONE),
                runtime -> {
                    calibrated.add(runtime);
                    if (times == 0) {
                        throw new TrialFailure("it was killed by signal 9", "");
                    }
                    return new Calibration(Map.of(
                            "mix", times * first.get(runtime).unitsPerMilli().get("mix")));
                },
                results,
                notes::add);
    }

    @Test
    void aSlowCalibrationIsSeenAgainBeforeATrialIsInvalid() throws Exception {
        assertThat(trial(1, FAST).valid()).isTrue();
        assertThat(calibrated).containsExactly("jvm");
        assertThat(folder.readRecalibrations()).singleElement().satisfies(again -> {
            assertThat(again.round()).isEqualTo(1);
            assertThat(again.runtime()).isEqualTo("jvm");
        });
    }

    @Test
    void aTrialWithinItsLimitCalibratesNothing() throws Exception {
        assertThat(trial(1, NO_FASTER_THAN_CALIBRATED).valid()).isTrue();
        assertThat(calibrated).isEmpty();
    }

    @Test
    void aTrialThatIsTooFastForTheSecondCalibrationTooIsInvalid() throws Exception {
        times = 1.01;
        assertThat(trial(1, FAST).failed()).singleElement().asString().startsWith("analytic limit: ");
    }

    @Test
    void aRuntimeIsCalibratedAtMostOncePerRound() throws Exception {
        times = 1.01;
        trial(1, FAST);
        trial(1, FAST);
        assertThat(calibrated).hasSize(1);
        recalibrator.afterRound(1);
        assertThat(calibrated).hasSize(1);
        trial(2, FAST);
        assertThat(calibrated).hasSize(2);
        recalibrator.afterRound(3);
        assertThat(calibrated).hasSize(3);
    }

    @Test
    void aCalibrationThatFailsIsNotedAndTheTrialStaysInvalid() throws Exception {
        times = 0;
        assertThat(trial(1, FAST).valid()).isFalse();
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("jvm could not be calibrated again in round 1: ")
                .contains("killed by signal 9");
    }

    private Checked trial(int block, double seconds) throws IOException, InterruptedException {
        var result = SampleTrial.batch(seconds).of(new TrialId("s", "race", "a", block, 1), new Ceiling(2, 4));
        return recalibrator.confirm(race, Arm.of("a"), results.add(race, result));
    }
}
