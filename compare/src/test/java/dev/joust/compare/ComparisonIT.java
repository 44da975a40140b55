package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.process.RunningChildren;
import dev.joust.compare.verdict.ControlOutcome;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The quick comparison of the built distribution, started as a user starts it; each claim is a test. Held is passed,
 * refuted is failed, inconclusive and not applicable are aborted with the reason. A control fails where it finds the
 * opposite of the known answer; where the blocks are too noisy to show it, it is aborted. On a disturbed machine every
 * test is aborted.
 */
@Isolated("it measures")
final class ComparisonIT {
    private static final Path FOLDER = Path.of("compare", "target", "comparison");

    /** Maven properties about the service, and the variables that pass them to the launcher. */
    private static final Map<String, String> FROM_MAVEN =
            Map.of("compare.service", "JOUST_SERVICE", "compare.service.image", "JOUST_SERVICE_IMAGE");

    @TestFactory
    Stream<DynamicNode> everyClaimOfTheQuickComparison() throws Exception {
        delete(FOLDER);
        int exit = run("./joust", "run", "--profile", "quick", "--out", FOLDER.toString());
        var judgement = JudgedSession.in(FOLDER).judgement();
        assertThat(exit)
                .as("the exit code says what the judge says")
                .isEqualTo(ExitCode.of(judgement.conclusion()).number());
        return judgement.scenarios().stream()
                .map(scenario ->
                        dynamicContainer(scenario.evidence().scenario().name(), tests(scenario, judgement.status())));
    }

    private static Stream<DynamicNode> tests(ScenarioJudgement scenario, SessionStatus status) {
        return Stream.concat(
                scenario.control().stream()
                        .map(control -> dynamicTest("the control passes", () -> {
                            assumeTrue(status != SessionStatus.DISTURBED, "the machine was disturbed");
                            assumeTrue(control.outcome() != ControlOutcome.NOT_SHOWN, () -> "not shown: " + control);
                            assertThat(control.outcome()).isEqualTo(ControlOutcome.PASSED);
                        })),
                scenario.claims().stream()
                        .map(claim -> dynamicTest(claim.claim().toString(), () -> check(claim))));
    }

    private static void check(ClaimJudgement claim) {
        var verdict = claim.verdict();
        switch (verdict.outcome()) {
            case HELD -> assertThat(verdict.estimate()).isPresent();
            case REFUTED ->
                fail(String.format(
                        Locale.ROOT,
                        "%s: %s (%s)",
                        claim.claim(),
                        verdict.reason(),
                        claim.claim().declared()));
            case INCONCLUSIVE, NOT_APPLICABLE, NOT_JUDGED ->
                abort(verdict.outcome().word() + ": " + verdict.reason());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("JOUST_JAVA", JvmCommand.java().toString());
        FROM_MAVEN.forEach((property, variable) -> {
            if (System.getProperty(property) != null) {
                builder.environment().put(variable, System.getProperty(property));
            }
        });
        var process = RunningChildren.RUNNING.start(builder);
        process.getOutputStream().close();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(System.out::println);
        }
        return process.waitFor();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
