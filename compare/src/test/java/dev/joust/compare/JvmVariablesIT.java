package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.SessionFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment of the user gives no JVM of a session other flags, and the session and its report say so. */
final class JvmVariablesIT {
    private static final String DEBUGGER = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    @TempDir
    private Path folder;

    /** The referee gets the variable here, as without the launcher. A debugger prints on its standard output. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JAVA_TOOL_OPTIONS | " + DEBUGGER,
                "_JAVA_OPTIONS | -Xint",
                "JDK_JAVA_OPTIONS | -XX:ActiveProcessorCount=8",
                "JOUST_IGNORED_JAVA_TOOL_OPTIONS | -XX:+UseG1GC",
            })
    void isNotPassedOnButNoted(String variable, String flags) throws Exception {
        var scenario = Files.writeString(folder.resolve("good.yaml"), """
                scenario: good
                question: Which is faster?
                work:
                  task: [{compute: {kernel: mix, cpu: 1ms}}]
                load:
                  batch: 8
                models: [platform-threads, processes]
                metric: makespan
                """);
        var session = folder.resolve("session");
        var ended = new JoustCommand(folder)
                .with(variable, flags)
                .run("run", scenario.toString(), "--profile", "smoke", "--out", session.toString());
        assertThat(ended.status()).as(ended.said()).isIn(ExitCode.HELD.number(), ExitCode.INCONCLUSIVE.number());
        var name = variable.replace("JOUST_IGNORED_", "");
        assertThat(SessionFolder.open(session).readSession().instrument().ignoredVariables())
                .isEqualTo(Map.of(name, flags));
        assertThat(SessionFolder.open(session).readResults())
                .allSatisfy(result -> assertThat(result.failure()).isEmpty());
        var caution = "%s was set to '%s' and not passed on".formatted(name, flags);
        assertThat(ended.said()).contains(caution);
        assertThat(session.resolve("report.md")).content().contains(caution);
    }

    @Test
    void theReportHasTheCautionOfTheSession() {
        assertThat(new SessionFixture(Profile.QUICK)
                        .controls()
                        .ignoring("_JAVA_OPTIONS", "-Xint")
                        .report()
                        .context()
                        .caveats())
                .first()
                .isEqualTo("_JAVA_OPTIONS was set to '-Xint' and not passed on to the JVMs that are measured.");
    }
}
