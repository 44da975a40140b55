package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.FakePrograms;
import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleScenarios;
import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import dev.joust.trial.ConcurrencyModel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The runtimes that arms choose: found, refused, found again, and how their trials start. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
final class RuntimeVariantsTest {
    private static final List<String> FLAGS = Profile.FULL.flags();

    private final ModelRegistry registry = ModelRegistry.of(Map.of("threads", Set.of()), List.of(new FakeRuntime()));

    @TempDir
    private Path folder;

    @Test
    void armsOnTheSameRuntimeShareAVariant() {
        var tuned = chosen(List.of("-Xint"));
        var found = find(
                        arm("base", "threads", tuned),
                        arm("head", "threads", chosen(List.of("-Xmx2g"))),
                        arm("again", "threads", tuned))
                .found();
        assertThat(found).extracting(RuntimeVariant::name).containsExactly("jvm of race/base", "jvm of race/head");
        assertThat(found.getFirst().version()).contains("build " + Runtime.version());
        assertThat(found.getFirst().text()).endsWith("; flags -Xint");
        assertThat(find(Arm.of("threads")).found()).isEmpty();
    }

    @Test
    void theWorkOfAnArmIsSizedOnTheUsualRuntimeWhateverItRunsOn() throws IOException {
        var tuned = arm("head", "threads", chosen(List.of("-Xint")));
        var snake = arm("snake", FakeRuntime.MODEL, python(new FakePrograms(folder).killed()));
        var variants = find(tuned, snake);
        var commands = new TrialCommands(
                List.of("java"),
                Map.of(
                        FakeRuntime.NAME,
                        RuntimeStatus.of(new FakeRuntime(), Optional.of(folder.resolve("usual")), List.of())),
                Map.of(
                        "jvm", new Calibration(Map.of("mix", 100.0)),
                        "fake", new Calibration(Map.of("mix", 7.0)),
                        "jvm of race/head", new Calibration(Map.of("mix", 10.0)),
                        "fake of race/snake", new Calibration(Map.of("mix", 1.0))),
                variants);
        assertThat(commands.runtime(tuned)).isEqualTo("jvm of race/head");
        assertThat(commands.calibration(tuned)).isEqualTo(commands.calibration(Arm.of("threads")));
        assertThat(commands.calibration(snake)).isEqualTo(commands.calibration(Arm.of(FakeRuntime.MODEL)));
        assertThat(commands.command(tuned, Optional.empty())).contains("-Xint");
        assertThat(commands.command(snake, Optional.empty()))
                .containsExactly(folder.resolve("killed").toString());
        assertThat(commands.command(Arm.of("threads"), Optional.empty())).containsExactly("java");
    }

    @Test
    void jarsStandInFrontOfTheClassPathAndHaveADigest() throws IOException {
        var jar = jar("mine.jar", "META-INF/services/" + ConcurrencyModel.class.getName(), "mine.Mine");
        var found = find(arm("head", "mine", jars(jar)));
        assertThat(found.found().getFirst().jars().get(jar.toString())).matches("[0-9a-f]{64}");
        assertThat(found.found().getFirst().text())
                .contains("jar mine.jar with SHA-256 ")
                .doesNotContain(folder.toString());
        assertThat(found.all().getFirst().command())
                .containsSequence("-cp", jar + File.pathSeparator + System.getProperty("java.class.path"));
    }

    @Test
    void aJarWithoutTheModelIsRefused() throws IOException {
        var jar = jar("mine.jar", "mine/Mine.class", "");
        assertRefused(arm("head", "mine", jars(jar)), "unknown model 'mine', and no jar of the arm lists models");
        assertThat(find(arm("head", "threads", jars(jar))).found()).hasSize(1);
    }

    @Test
    void aJarThatHoldsTheInstrumentIsRefused() throws IOException {
        var jar = jar("fat.jar", "dev/joust/trial/Driver.class", "");
        assertRefused(
                arm("head", "threads", jars(jar)),
                "the jar " + jar
                        + " holds dev/joust/trial/Driver.class, a class of Joust itself; leave Joust out of it");
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws IOException {
        var none = folder.resolve("none.jar");
        assertRefused(arm("head", "threads", jars(none)), "the jar " + none + " is not there");
        var text = Files.writeString(folder.resolve("text.jar"), "no zip");
        assertThatThrownBy(() -> find(arm("head", "threads", jars(text))))
                .hasMessageStartingWith("arm race/head: the jar " + text + " cannot be read: ");
        var zip = Files.copy(jar("a.jar", "x", ""), folder.resolve("a.zip"));
        assertRefused(arm("head", "threads", jars(zip)), zip + " is no jar: its name ends otherwise");
    }

    @Test
    void aProgramThatIsNoJavaOfTheNeededVersionIsRefused() throws IOException {
        var programs = new FakePrograms(folder);
        var old = programs.program("old", "echo 'openjdk version \"21.0.1\" 2023-10-17' >&2");
        assertRefused(arm("head", "threads", java(old)), old + " is Java 21; trials need Java 25 or later");
        var other = programs.program("other", "echo Hello");
        assertRefused(arm("head", "threads", java(other)), other + " does not start, or is no java; it says: Hello");
        var none = folder.resolve("none");
        assertRefused(arm("head", "threads", java(none)), none + " is not there");
        assertRefused(arm("head", "threads", java(folder)), folder + " is a folder; name the program in it: bin/java");
        var plain = Files.writeString(folder.resolve("plain"), "");
        assertRefused(arm("head", "threads", java(plain)), plain + " cannot be executed");
        var newer = programs.program("newer", "echo 'openjdk version \"26-ea\" 2026-03-17' >&2");
        assertThat(find(arm("head", "threads", java(newer))).found().getFirst().version())
                .isEqualTo("version \"26-ea\"");
    }

    @Test
    void flagsWithWhichTheJvmDoesNotStartAreRefused() {
        assertThatThrownBy(() -> find(arm("head", "threads", chosen(List.of("-XX:+NoSuchThing")))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("does not start, or is no java; it says: ")
                .hasMessageContaining("NoSuchThing");
    }

    @Test
    void anArmChoosesForItsOwnRuntimeOnly() {
        assertRefused(
                arm("head", FakeRuntime.MODEL, chosen(List.of("-Xint"))),
                "fake-threads runs on fake, which has no java, flags or jars");
        assertRefused(arm("head", "threads", python(folder)), "threads runs on jvm, which has no python");
        assertRefused(arm("head", FakeRuntime.MODEL, python(folder.resolve("none"))), "none is not there");
    }

    @Test
    void anArmWithTheFlagsOfTheSessionIsToldToDifferInNothing() {
        var flag = "-XX:TieredStopAtLevel=1";
        var variants = find(arm("head", "threads", chosen(List.of(flag))));
        assertThat(variants.cautions(Profile.QUICK.flags()))
                .containsExactly("jvm of race/head differs in nothing: every JVM of the session has " + flag);
        assertThat(variants.cautions(FLAGS)).isEmpty();
    }

    @Test
    void aSessionHasNoMoreVariantsThanStartUpCaches() {
        List<Arm> arms = new ArrayList<>();
        for (int i = 0; i <= RuntimeVariants.MAX_VARIANTS; i++) {
            arms.add(arm("arm-" + i, "threads", chosen(List.of("-Dx=" + i))));
        }
        assertThatThrownBy(() -> find(arms.toArray(Arm[]::new)))
                .hasMessage("a session has at most 6 runtimes that arms choose, found 7");
    }

    @Test
    void aSessionGoesOnOnTheSameRuntimesOnly() throws IOException {
        var jar = jar("mine.jar", "x", "");
        var asked = jars(jar);
        var scenarios = List.of(scenario(arm("head", "threads", asked)));
        var before = RuntimeVariants.find(registry, FLAGS, scenarios).found();
        var confirmed = new ResumedVariants(registry, () -> Set.of(asked));
        assertThat(confirmed.find(scenarios, FLAGS, before).found()).isEqualTo(before);
        jar("mine.jar", "y", "");
        assertThatThrownBy(() -> confirmed.find(scenarios, FLAGS, before))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching("the session cannot go on: it began with jvm of race/head, .* SHA-256 .*, now it is"
                        + " .* SHA-256 .*");
        assertThatThrownBy(() -> confirmed.find(scenarios, FLAGS, List.of()))
                .hasMessageContaining("it began with jvm of race/head, unknown, now it is ");
        assertThatThrownBy(() -> new ResumedVariants(registry, Set::of).find(scenarios, FLAGS, before))
                .hasMessageStartingWith(
                        "the session cannot go on: an arm runs with jars=" + jar + "; if you trust that");
    }

    @Test
    void whereNoArmChoosesNothingIsAskedOfTheUser() {
        var resumed = new ResumedVariants(registry, () -> {
            throw new AssertionError("the scenario files are not read");
        });
        assertThat(resumed.find(List.of(scenario(Arm.of("threads"))), FLAGS, List.of()))
                .isEqualTo(RuntimeVariants.NONE);
    }

    private void assertRefused(Arm arm, String complaint) {
        assertThatThrownBy(() -> find(arm))
                .isInstanceOf(UsageException.class)
                .hasMessage("arm race/head: " + complaint);
    }

    private RuntimeVariants find(Arm... arms) {
        return RuntimeVariants.find(registry, FLAGS, List.of(scenario(arms)));
    }

    private static Scenario scenario(Arm... arms) {
        return SampleScenarios.batch("race", "Which is faster?", List.of()).with(List.of(arms));
    }

    private static Arm arm(String name, String model, ArmRuntime runtime) {
        return Arm.of(model).named(name).on(Optional.of(runtime));
    }

    private static ArmRuntime chosen(List<String> flags) {
        return new ArmRuntime(Optional.empty(), flags, List.of(), Optional.empty());
    }

    private static ArmRuntime java(Path program) {
        return new ArmRuntime(Optional.of(program.toString()), List.of(), List.of(), Optional.empty());
    }

    private static ArmRuntime jars(Path jar) {
        return new ArmRuntime(Optional.empty(), List.of(), List.of(jar.toString()), Optional.empty());
    }

    private static ArmRuntime python(Path program) {
        return new ArmRuntime(Optional.empty(), List.of(), List.of(), Optional.of(program.toString()));
    }

    private Path jar(String name, String entry, String content) throws IOException {
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
