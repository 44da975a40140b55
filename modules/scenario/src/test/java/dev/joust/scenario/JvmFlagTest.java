package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JvmFlagTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseZGC",
                "-Dx=y",
                "-Dversion=1",
                "-javaagent:agent.jar",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-preview",
                "-ea",
                "-Xlog:gc*:file=gc.log",
                "-Xlog:gc:stderr:uptime",
            })
    void whatMeasuresTheSameIsAccepted(String flag) {
        assertThat(JvmFlag.objection(flag)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Xint",
                "@arguments",
                "-",
                "-cp",
                "--class-path=x",
                "-classpath",
                "-jar",
                "-m",
                "--module=x",
                "-Xbootclasspath/a:x.jar",
                "--patch-module=java.base=x",
                "-Djava.class.path=x",
                "-version",
                "--help",
                "--dry-run",
                "-showversion",
                "-verbose:gc",
                "-Xlog",
                "-Xlog:gc",
                "-Xlog:gc:stdout",
                "-XX:-DisplayVMOutputToStderr",
                "-XX:OnError=touch ran",
                "-XX:OnOutOfMemoryError=touch ran",
                "-XX:SharedArchiveFile=x",
                "-XX:AOTCache=x",
                "-Xshare:off",
                "-XX:+AutoCreateSharedArchive",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:VMOptionsFile=x",
            })
    void whatWouldBeNoTrialOfTheArmIsRefused(String flag) {
        assertThat(JvmFlag.objection(flag)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001})
    void aFlagHasAtMostAThousandCharacters(int length) {
        var flag = "-D" + "x".repeat(length - 2);
        assertThat(JvmFlag.objection(flag).isPresent()).isEqualTo(length > 1_000);
    }
}
