package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an arm says about the runtime of its trials. */
final class ArmRuntimeTest {
    static final String CHOOSING = Faults.GOOD
            .replace(
                    "threads]",
                    "{name: t, model: threads, java: jdk/bin/java, flags: [-Xint, -Dx=y],"
                            + " jars: [a.jar, ../b.jar], python: py}]")
            .replace("beats threads", "beats t");

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @TempDir
    private Path folder;

    @Test
    void pathsAreRelativeToTheFile() throws IOException {
        var read = reader.read(Files.writeString(folder.resolve("good.yaml"), CHOOSING));
        assertThat(read.arm("t").runtime())
                .contains(new ArmRuntime(
                        Optional.of(folder.resolve("jdk/bin/java").toString()),
                        List.of("-Xint", "-Dx=y"),
                        List.of(
                                folder.resolve("a.jar").toString(),
                                folder.resolveSibling("b.jar").toString()),
                        Optional.of("py")));
        assertThat(read.arm("loop").runtime()).isEmpty();
    }

    @Test
    void itIsWrittenAsTheCommandLineTakesIt() {
        assertThat(reader.parse("x.yaml", CHOOSING).arm("t").runtime().orElseThrow())
                .hasToString("java=jdk/bin/java,flags=-Xint,flags=-Dx=y,jars=a.jar,jars=../b.jar,python=py");
    }

    @Test
    void anArmWithAJarMayHaveAModelAndOptionsThatNobodyElseKnows() {
        var arm = reader.parse(
                        "x.yaml",
                        Faults.GOOD
                                .replace("threads]", "{model: mine, jars: [a.jar], options: {depth: 3}}]")
                                .replace("beats threads", "beats mine"))
                .arm("mine");
        assertThat(arm.model()).isEqualTo("mine");
        assertThat(arm.options()).isEqualTo(Map.of("depth", "3"));
    }

    @Test
    void withoutAJarTheModelMustBeKnown() {
        assertRefused("{model: mine, flags: [-Xint]}]", "x.yaml:9: unknown model 'mine'; known: loop, threads");
    }

    @Test
    void aModelOfAJarHasAPlainName() {
        assertRefused(
                "{model: 'my own', jars: [a.jar]}]",
                "x.yaml:9: a model's name is letters, digits, '.', '_' and '-', found 'my own'");
    }

    @Test
    void aRefusedFlagIsNamedWithItsLine() {
        assertRefused(
                "{model: threads, flags: [-Xint, -jar]}]",
                "x.yaml:9: an arm cannot have the flag '-jar': it changes which classes run; jars with models stand"
                        + " under 'jars'");
    }

    @Test
    void aFileOfSettingsHoldsTheSameAndTheOptions() throws IOException {
        var file = Files.writeString(
                folder.resolve("head.yaml"), "flags: [-Xint]\njars: [a.jar]\noptions: {interval: 1ms}\n");
        assertThat(ArmSettings.read(file))
                .isEqualTo(new ArmSettings(
                        new ArmRuntime(
                                Optional.empty(),
                                List.of("-Xint"),
                                List.of(folder.resolve("a.jar").toString()),
                                Optional.empty()),
                        Map.of("interval", "1ms")));
    }

    @Test
    void aBadFileOfSettingsIsOneLine() throws IOException {
        for (var text : List.of("", "flags: -Xint\n", "flag: [-Xint]\n", "jars: []\n", "java: [a]\n", "[", "\u0000")) {
            var file = Files.writeString(folder.resolve("bad.yaml"), text);
            assertThatThrownBy(() -> ArmSettings.read(file))
                    .as(text)
                    .isInstanceOf(BadScenarioException.class)
                    .message()
                    .startsWith(file + ":")
                    .doesNotContainPattern("\\p{Cntrl}");
        }
        assertThatThrownBy(() -> ArmSettings.read(folder.resolve("none.yaml")))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageContaining("none.yaml: cannot be read");
    }

    @Test
    void aSessionWithTooManyWordsIsRefused() {
        var scenario = reader.parse("x.yaml", CHOOSING);
        var many = new ArmRuntime(Optional.empty(), Collections.nCopies(101, "-Xint"), List.of(), Optional.empty());
        assertThatThrownBy(() -> ScenarioBounds.check(
                        scenario.with(List.of(scenario.arm("t").on(Optional.of(many))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flags");
    }

    private void assertRefused(String arm, String message) {
        assertThatThrownBy(() -> reader.parse("x.yaml", Faults.GOOD.replace("threads]", arm)))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(message);
    }
}
