package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Kernel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a process warms its kernels before the first unit is timed, with scripted kernels. */
final class KernelWarmUpTest {
    private static final Calibration CALIBRATION = new Calibration(Map.of("mix", 1_000.0, "pbkdf2", 3_200.0));
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final ScriptedKernel mix = new ScriptedKernel().until(1, 950);

    @Test
    void aKernelRunsUntilItReachesNineTenthsOfItsCalibratedRate() {
        var pbkdf2 = new ScriptedKernel()
                .until(800, 110)
                .until(2_000, 360)
                .until(2_500, 2_200)
                .until(3_000, 2_900);
        assertThat(shortOf(pbkdf2, Kernel.PBKDF2)).isZero();
        assertThat(pbkdf2.spentMillis()).isBetween(2_500.0, 2_600.0);
    }

    @Test
    void aKernelThatStaysOnItsPlateauIsCountedAndStopsAtTheLimit() {
        var pbkdf2 = new ScriptedKernel().until(800, 110).until(2_000, 360);
        assertThat(shortOf(pbkdf2, Kernel.MIX, Kernel.PBKDF2)).isOne();
        assertThat(pbkdf2.spentMillis()).isBetween(4_000.0, 4_200.0);
    }

    @Test
    void oneRunIsEnoughForAKernelThatIsFastAtOnce() {
        assertThat(shortOf(mix, Kernel.MIX)).isZero();
        assertThat(mix.spentMillis()).isBetween(5.0, 6.0);
    }

    @Test
    void aKernelWhoseUnitsAreLongerThanARunIsWarmToo() {
        var sieve = new ScriptedKernel().until(30, 0.02).until(40, 0.05);
        var warmUp = new KernelWarmUp(new Calibration(Map.of("sieve", 0.05)), List.of(Kernel.SIEVE), LIMIT);
        assertThat(warmUp.run(kernel -> sieve)).isZero();
        assertThat(sieve.spentMillis()).isLessThan(100);
    }

    @Test
    void withoutKernelsNothingRuns() {
        assertThat(KernelWarmUp.of(new Calibration(Map.of()), List.of()).run()).isZero();
    }

    @Test
    void aKernelOfThisJvmIsWarmedOnceItIsCalibrated() {
        var warmUp = KernelWarmUp.of(new Calibration(Map.of("mix", 1.0)), List.of(Kernel.MIX));
        assertThat(warmUp.run()).isZero();
    }

    @Test
    void aModelWithoutOtherProcessesWarmsThisOne() {
        var impossible = new Calibration(Map.of("mix", 1e6));
        var warmUp = new KernelWarmUp(impossible, List.of(Kernel.MIX), Duration.ofMillis(1));
        assertThat(ScriptedModel.taking(1).warm(warmUp)).isOne();
    }

    private int shortOf(ScriptedKernel pbkdf2, Kernel... kernels) {
        return new KernelWarmUp(CALIBRATION, List.of(kernels), LIMIT)
                .run(kernel -> kernel == Kernel.MIX ? mix : pbkdf2);
    }
}
