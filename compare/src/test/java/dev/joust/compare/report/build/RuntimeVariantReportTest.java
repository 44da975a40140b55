package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeVariant;
import dev.joust.compare.report.Fact;
import dev.joust.compare.report.Report;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Judge;
import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report says of an arm that chooses its runtime. */
final class RuntimeVariantReportTest {
    private static final ArmRuntime NEWER = new ArmRuntime(
            Optional.of("/home/me/jdk-26/bin/java"),
            List.of("-XX:+UseZGC"),
            List.of("/home/me/mine.jar"),
            Optional.empty());

    private static final RuntimeVariant FOUND = new RuntimeVariant(
            "jvm of race/newer", "jvm", NEWER, "Vendor-26+35", Map.of("/home/me/mine.jar", "0123456789abcdef"));

    /** Twice as fast as the usual JVM, on which its work is sized. */
    private static Session session() {
        var race = SampleScenarios.batch("race", "Which is faster?", List.of())
                .with(List.of(
                        Arm.of("platform-threads"),
                        Arm.of("platform-threads").named("newer").on(Optional.of(NEWER))));
        var usual = new SessionFixture(Profile.FULL).with(race).session();
        double rate =
                usual.instrument().calibrations().get("jvm").unitsPerMilli().get("mix");
        return new Session(
                usual.format(),
                usual.name(),
                usual.plan(),
                usual.machine(),
                new Session.Instrument(
                        Map.of(
                                "jvm",
                                new Calibration(Map.of("mix", rate)),
                                FOUND.name(),
                                new Calibration(Map.of("mix", 2 * rate))),
                        Map.of(),
                        usual.instrument().driver(),
                        Map.of(),
                        Optional.of(List.of(FOUND))));
    }

    @Test
    void theEnvironmentTellsWhatItRunsOnAndNoPath() {
        var context = report().context();
        assertThat(context.facts())
                .contains(new Fact(
                        FOUND.name(), "Vendor-26+35; flags -XX:+UseZGC; jar mine.jar with SHA-256 0123456789ab"))
                .noneMatch(fact -> fact.value().contains("/home/me"));
    }

    @Test
    void aFasterRuntimeIsNoSlowMachine() {
        assertThat(report().context().caveats()).noneMatch(line -> line.contains("slower when the work was sized"));
    }

    private static Report report() {
        var session = session();
        var judgement = new Judge(session, List.of()).judge(List.of());
        return new ReportBuilder(session, judgement, List.of(), List.of()).report();
    }
}
