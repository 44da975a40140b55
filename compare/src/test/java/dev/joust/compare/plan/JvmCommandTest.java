package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The flags of an arm's JVM. */
final class JvmCommandTest {
    private static final List<String> FLAGS = Profile.FULL.flags();

    @Test
    void flagsOfAnArmReplaceThoseOfTheSessionThatExcludeThem() {
        assertThat(JvmCommand.merged(FLAGS, List.of("-XX:+UseZGC")))
                .contains("-XX:+UseZGC", "-Xmx1g")
                .doesNotContain("-XX:+UseSerialGC");
        assertThat(JvmCommand.merged(FLAGS, List.of("-Xmx128m")))
                .contains("-Xmx128m", "-XX:+UseSerialGC")
                .doesNotContain("-Xms256m", "-Xmx1g");
        assertThat(JvmCommand.merged(Profile.QUICK.flags(), List.of("-XX:TieredStopAtLevel=4")))
                .containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=4");
    }

    @Test
    void withinAMemoryLimitAHeapThatTheArmChoosesStays() {
        var pod = Optional.of(new Pod(Optional.empty(), Optional.of(512L << 20)));
        var usual = arm("base", "-Xint");
        var own = arm("head", "-Xmx300m");
        var commands = new TrialCommands(JvmCommand.jvm(FLAGS), Map.of(), Map.of(), variants(usual, own));
        assertThat(commands.command(usual, pod)).doesNotContain("-Xmx1g").contains("-Xint");
        assertThat(commands.command(own, pod)).contains("-Xmx300m");
    }

    private static RuntimeVariants variants(Arm... arms) {
        Scenario scenario =
                SampleScenarios.batch("race", "Which is faster?", List.of()).with(List.of(arms));
        return RuntimeVariants.find(ModelRegistry.of(Map.of("threads", Set.of()), List.of()), FLAGS, List.of(scenario));
    }

    private static Arm arm(String name, String flag) {
        var runtime = new ArmRuntime(Optional.empty(), List.of(flag), List.of(), Optional.empty());
        return Arm.of("threads").named(name).on(Optional.of(runtime));
    }
}
