package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariant;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Kernel;
import dev.joust.trial.Calibration;
import dev.joust.trial.ExternalRuntime.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationDriftTest {
    private static final Session.Instrument INSTRUMENT = new Session.Instrument(
            Map.of("jvm", mix(100), "snake", mix(10)),
            Map.of(
                    "snake",
                    new RuntimeStatus(
                            Set.of("snake-threads"),
                            Optional.empty(),
                            new Launch.Available(List.of("snake"), "Snake 1"))),
            new Session.DriverCost(1, 1, Optional.empty()),
            Map.of());

    @TempDir
    Path folder;

    @Test
    void withoutARecalibrationThereIsNoDrift() {
        assertThat(drift("gil-threads")).isEqualTo(1);
    }

    @Test
    void theFastestOfItsOwnRuntimeCounts() {
        var recalibrations = new Recalibration[] {
            new Recalibration(1, "jvm", mix(125)),
            new Recalibration(2, "jvm", mix(110)),
            new Recalibration(1, "snake", mix(1000))
        };
        assertThat(drift("gil-threads", recalibrations)).isEqualTo(0.8);
        assertThat(drift("snake-threads", recalibrations)).isEqualTo(0.01);
    }

    @Test
    void aSlowerRecalibrationChangesNothing() {
        assertThat(drift("gil-threads", new Recalibration(1, "jvm", mix(50)))).isEqualTo(1);
    }

    /** An arm on a faster JDK does the same work in less time, which its limit must allow. */
    @Test
    void anArmThatChoosesAFasterRuntimeTakesLessThanItsCalibratedTime() {
        assertThat(chosen("faster").least(chosenArm("faster"), Kernel.MIX)).isEqualTo(0.5);
        assertThat(chosen("slower").least(chosenArm("slower"), Kernel.MIX))
                .as("a share is at most 1")
                .isEqualTo(1);
        assertThat(chosen("faster").least(Arm.of("gil-threads"), Kernel.MIX)).isEqualTo(1);
        assertThat(chosen("faster", new Recalibration(1, "jvm of s/faster", mix(400)))
                        .least(chosenArm("faster"), Kernel.MIX))
                .isEqualTo(0.25);
    }

    private static Arm chosenArm(String name) {
        return Arm.of("gil-threads").on(Optional.of(runtime(name)));
    }

    private static ArmRuntime runtime(String name) {
        return new ArmRuntime(Optional.of(name), List.of(), List.of(), Optional.empty());
    }

    private static CalibrationDrift chosen(String name, Recalibration... recalibrations) {
        var variant = new RuntimeVariant("jvm of s/" + name, "jvm", runtime(name), "Java 26", Map.of());
        var instrument = new Session.Instrument(
                Map.of("jvm", mix(100), variant.name(), mix(name.equals("faster") ? 200 : 50)),
                Map.of(),
                INSTRUMENT.driver(),
                Map.of(),
                Optional.of(List.of(variant)));
        return CalibrationDrift.of(instrument, List.of(recalibrations));
    }

    @Test
    void recalibrationsAreReadBack() throws Exception {
        new SessionFixture(Profile.QUICK).controls().faster("jvm", 1.5).save(folder);
        var read = SessionFolder.open(folder).readRecalibrations();
        assertThat(read).hasSize(1);
        var instrument = SessionFolder.open(folder).readSession().instrument();
        assertThat(CalibrationDrift.of(instrument, read).least(Arm.of("gil-threads"), Kernel.MIX))
                .isCloseTo(1 / 1.5, within(1e-9));
    }

    @Test
    void aReportSaysThatTheFirstCalibrationWasSlow() {
        assertThat(caveats(1.5))
                .filteredOn(line -> line.contains("slower when the work was sized"))
                .singleElement()
                .asString()
                .contains("then took 67 % of its time");
        assertThat(caveats(1.02)).noneMatch(line -> line.contains("slower when the work was sized"));
    }

    private static List<String> caveats(double times) {
        return new SessionFixture(Profile.QUICK)
                .controls()
                .faster("jvm", times)
                .report()
                .context()
                .caveats();
    }

    @Test
    void aSessionThatEndedBeforeItsFirstRoundHasNoRecalibration() throws Exception {
        new SessionFixture(Profile.QUICK).controls().save(folder);
        assertThat(SessionFolder.open(folder).readRecalibrations()).isEmpty();
    }

    private static double drift(String model, Recalibration... recalibrations) {
        return CalibrationDrift.of(INSTRUMENT, List.of(recalibrations)).least(Arm.of(model), Kernel.MIX);
    }

    private static Calibration mix(double unitsPerMilli) {
        return new Calibration(Map.of("mix", unitsPerMilli));
    }
}
