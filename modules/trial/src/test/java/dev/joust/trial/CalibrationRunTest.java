package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a calibration warms up a kernel, with scripted kernels. */
final class CalibrationRunTest {
    private static final double RATE = 3_200;

    /** As measured for PBKDF2 with the second compiler, whose speed rises eightfold at its end. */
    private static ScriptedKernel pbkdf2() {
        return new ScriptedKernel()
                .until(250, 90)
                .until(750, 300)
                .until(2_000, 360)
                .until(2_400, 950)
                .until(2_750, 2_200)
                .until(3_000, RATE);
    }

    @Test
    void aPlateauOfTheFirstCompilerIsNotTakenForTheEnd() {
        assertThat(new CalibrationRun(true).rate(pbkdf2())).isCloseTo(RATE, within(1.0));
    }

    @Test
    void aLatePlateauIsLeftToo() {
        var kernel = new ScriptedKernel().until(1_000, 230).until(2_500, 350).until(3_000, RATE);
        assertThat(new CalibrationRun(true).rate(kernel)).isCloseTo(RATE, within(1.0));
    }

    @Test
    void aKernelThatIsSteadyAtOnceIsWarmedForThreeSecondsOfCpuTime() {
        var kernel = new ScriptedKernel().until(1, 400);
        assertThat(new CalibrationRun(true).rate(kernel)).isCloseTo(400, within(1.0));
        assertThat(kernel.spentMillis()).isBetween(3_000.0, 4_000.0);
    }

    @Test
    void withTheFirstCompilerAloneAQuarterOfASecondIsEnough() {
        var kernel = new ScriptedKernel().until(20, 20).until(40, 400);
        assertThat(new CalibrationRun(false).rate(kernel)).isCloseTo(400, within(1.0));
        assertThat(kernel.spentMillis()).isBetween(250.0, 1_000.0);
    }

    @Test
    void aKernelThatNeverSettlesIsCalibratedAfterTenSeconds() {
        var kernel = new ScriptedKernel();
        for (int second = 1; second < 20; second++) {
            kernel.until(1e3 * second, 100 * Math.pow(1.1, second));
        }
        assertThat(new CalibrationRun(true).rate(kernel)).isBetween(250.0, 300.0);
        assertThat(kernel.spentMillis()).isBetween(10_000.0, 11_000.0);
    }

    @Test
    void aKernelOfThisJvmHasARate() {
        var rates = new CalibrationRun(false).calibrate(List.of("mix")).unitsPerMilli();
        assertThat(rates).containsOnlyKeys("mix");
        assertThat(rates.get("mix")).isPositive();
    }
}
