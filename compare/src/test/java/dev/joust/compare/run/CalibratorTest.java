package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.process.TrialFailure;
import dev.joust.scenario.Arm;
import dev.joust.trial.Calibration;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With real processes that give scripted answers. */
final class CalibratorTest {
    private final Calibrator calibrator = new Calibrator(List.of(
            SampleScenarios.batch("race", "?", List.of("here")),
            SampleScenarios.streams("stream", 4, List.of("elsewhere"))));

    @Test
    void aRuntimeIsCalibratedForTheKernelsOfItsArms() throws Exception {
        assertThat(calibrator
                        .calibrate(saying("{\"mix\":12.5}"), CalibratorTest::here)
                        .unitsPerMilli())
                .containsExactly(Map.entry("mix", 12.5));
    }

    @Test
    void aRuntimeWhoseArmsRunNoKernelIsNotStarted() throws Exception {
        assertThat(calibrator.calibrate(List.of("/no/such/program"), arm -> !here(arm)))
                .isEqualTo(new Calibration(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "{\"pbkdf2\":1.0}", "{\"mix\":0.0}", "{\"mix\":-3.0}"})
    void anAnswerWithoutAValidRateIsAFailure(String rates) {
        assertThatThrownBy(() -> calibrator.calibrate(saying(rates), CalibratorTest::here))
                .isInstanceOf(TrialFailure.class)
                .hasMessageStartingWith("asked to calibrate [mix] it answered ");
    }

    @Test
    void aProcessThatIsKilledIsAFailure() {
        assertThatThrownBy(() -> calibrator.calibrate(List.of("sh", "-c", "kill -9 $$"), CalibratorTest::here))
                .isInstanceOf(TrialFailure.class)
                .hasMessageContaining("was killed by signal 9");
    }

    @Test
    void aMissingProgramIsNamed() {
        assertThatThrownBy(() -> calibrator.calibrate(List.of("/no/such/program"), CalibratorTest::here))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
    }

    private static boolean here(Arm arm) {
        return arm.model().equals("here");
    }

    private static List<String> saying(String rates) {
        return List.of(
                "sh",
                "-c",
                String.format(
                        Locale.ROOT,
                        "read -r order; echo '{\"type\":\"calibration\",\"calibration\":{\"unitsPerMilli\":%s}}'",
                        rates));
    }
}
