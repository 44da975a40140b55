package dev.joust.compare.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.plan.VersusCommandLine;
import dev.joust.scenario.Arm;
import dev.joust.scenario.ArmRuntime;
import dev.joust.scenario.ArmSettings;
import dev.joust.scenario.BadScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** BASE and HEAD of the command line. */
final class SideSpecTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Example
    void theWordBaseChangesNothing() {
        assertThat(SideSpec.parse("base")).isEqualTo(new ArmSettings(ArmRuntime.USUAL, Map.of()));
    }

    @Example
    void aListSaysEverything() {
        assertThat(SideSpec.parse(
                        "java=/jdk/bin/java,flags=-Xint,-Dx=y,jars=a.jar,b.jar,python=/py,option.interval=1ms"))
                .isEqualTo(new ArmSettings(
                        new ArmRuntime(
                                Optional.of("/jdk/bin/java"),
                                List.of("-Xint", "-Dx=y"),
                                List.of(
                                        HERE.resolve("a.jar").toString(),
                                        HERE.resolve("b.jar").toString()),
                                Optional.of("/py")),
                        Map.of("interval", "1ms")));
    }

    @Example
    void aKeyMayStandAgainForAnotherFlagOrJar() {
        var spec = SideSpec.parse("flags=-Xmx1g -Xint,jars=/a.jar,flags=-ea,jars=/b.jar")
                .runtime();
        assertThat(spec.flags()).containsExactly("-Xmx1g", "-Xint", "-ea");
        assertThat(spec.jars()).containsExactly("/a.jar", "/b.jar");
    }

    @Example
    void aFileSaysTheSame() throws IOException {
        var file = Files.createTempFile("head", ".yaml");
        try {
            Files.writeString(file, "flags: ['-Xlog:gc,safepoint:file=gc.log']\noptions: {interval: 1ms}\n");
            assertThat(SideSpec.parse(file.toString()).runtime().flags())
                    .containsExactly("-Xlog:gc,safepoint:file=gc.log");
        } finally {
            Files.delete(file);
        }
    }

    @Example
    void aBadOneIsNamed() {
        assertRefused("heap=1g", "'heap=1g': unknown key 'heap'; known: java, flags,");
        assertRefused("", "'': unknown key ''; known: ");
        assertRefused("head", "'head': unknown key 'head'; known: ");
        assertRefused("java=", "'java=': 'java' needs a value, as in java=VALUE");
        assertRefused("java=/a,java=/b", "'java=/a,java=/b': 'java' stands twice");
        assertRefused("flags=Xint", "'flags=Xint': a flag begins with '-'");
        assertRefused("flags=-jar", "'flags=-jar': an arm cannot have the flag '-jar': ");
        assertRefused("option.=1", "'option.=1': unknown key 'option.'");
        assertRefused("option.a=1,option.a=2", "'option.a=1,option.a=2': 'option.a' stands twice");
        assertThatThrownBy(() -> SideSpec.parse("no-such.yaml"))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("no-such.yaml: cannot be read");
    }

    private static void assertRefused(String text, String start) {
        assertThatThrownBy(() -> SideSpec.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(start);
    }

    @Property
    void anyTextIsSettingsOrOneLine(@ForAll String text) {
        check(text);
    }

    @Property
    void anyPartsAreSettingsOrOneLine(@ForAll("parts") String text) {
        check(text);
    }

    /** So that the command in a report runs the same again. */
    @Property
    void whatIsReadIsWrittenAndReadAgain(@ForAll("good") String text) {
        var settings = SideSpec.parse(text);
        var arm = new Arm(
                "a",
                "m",
                Optional.empty(),
                1,
                Map.of(),
                settings.options(),
                settings.runtime().unlessUsual());
        assertThat(SideSpec.parse(VersusCommandLine.spec(arm))).isEqualTo(settings);
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.of(
                        "java",
                        "flags",
                        "jars",
                        "python",
                        "option.",
                        "option.x",
                        "=",
                        "=",
                        ",",
                        ",",
                        "-Xint",
                        "-jar",
                        "a",
                        " ",
                        "\u0000",
                        "\n",
                        "\u202e",
                        ".yaml",
                        "base",
                        "/",
                        "-")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> good() {
        return Arbitraries.of(
                        "java=/jdk/bin/java",
                        "flags=-Xint,-ea",
                        "flags=-Dx=y",
                        "jars=a.jar,/b.jar",
                        "python=py",
                        "option.x=1",
                        "option.y=a b")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .map(parts -> String.join(",", parts));
    }

    private static void check(String text) {
        try {
            assertThat(SideSpec.parse(text)).isNotNull();
        } catch (UsageException | BadScenarioException e) {
            assertThat(e.getMessage()).isNotBlank();
            assertThat(e instanceof UsageException ? e.getMessage() : "").doesNotContainPattern("[\\p{Cntrl}\\u2028]");
        }
    }
}
