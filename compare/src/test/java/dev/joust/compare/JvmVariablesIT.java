package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.SessionFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment of the user gives no JVM of a session other flags, and the session and its report say so. */
final class JvmVariablesIT {
    private static final String DEBUGGER = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    @TempDir
    private Path folder;

    /** The referee itself gets the variables here. The debugger prints on its standard output. */
    @Test
    void areNotPassedOnByAReferee() throws Exception {
        assertNotPassedOn("", Map.of("JAVA_TOOL_OPTIONS", DEBUGGER, "JDK_JAVA_OPTIONS", "-XX:ActiveProcessorCount=8"));
    }

    /** As the launcher hands them over. */
    @Test
    void areNotPassedOnByTheLauncher() throws Exception {
        assertNotPassedOn("JOUST_IGNORED_", Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC", "_JAVA_OPTIONS", "-Xint"));
    }

    private void assertNotPassedOn(String prefix, Map<String, String> variables) throws Exception {
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
        var joust = new JoustCommand(folder);
        for (var variable : variables.entrySet()) {
            joust = joust.with(prefix + variable.getKey(), variable.getValue());
        }
        var ended = joust.run("run", scenario.toString(), "--profile", "smoke", "--out", session.toString());
        assertThat(ended.status()).as(ended.said()).isIn(ExitCode.HELD.number(), ExitCode.INCONCLUSIVE.number());
        assertThat(SessionFolder.open(session).readSession().instrument().ignoredVariables())
                .isEqualTo(variables);
        assertThat(SessionFolder.open(session).readResults())
                .allSatisfy(result -> assertThat(result.failure()).isEmpty());
        variables.forEach((name, flags) -> {
            var caution = String.format(Locale.ROOT, "%s was set to '%s' and not passed on", name, flags);
            assertThat(ended.said()).contains(caution);
            assertThat(session.resolve("report.md")).content().contains(caution);
        });
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
