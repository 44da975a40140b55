package dev.joust.compare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.joust.compare.DocumentedRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The workflow as GitHub reads it. */
final class GithubWorkflowTest {
    @TempDir
    private Path folder;

    @Test
    void onlyActionsOfGithubRunAndEachByItsWholeVersion() throws IOException {
        assertThat(steps().filter(step -> step.containsKey("uses")).map(step -> step.get("uses")))
                .hasSizeGreaterThan(8)
                .allSatisfy(uses -> assertThat((String) uses)
                        .matches("actions/(checkout|setup-java|(up|down)load-artifact)@v\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void theWorkflowMayReadItsRepositoryAndNoMore() throws IOException {
        assertThat(parsed().at("permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(steps().filter(step -> String.valueOf(step.get("uses")).startsWith("actions/checkout")))
                .isNotEmpty()
                .allMatch(step -> Map.of("persist-credentials", false).equals(step.get("with")));
    }

    @Test
    void noExpressionIsPartOfAShellCommand() throws IOException {
        assertThat(steps().filter(step -> step.containsKey("run")).map(step -> (String) step.get("run")))
                .hasSize(3)
                .noneMatch(run -> run.contains("${{"));
    }

    @Test
    void oneJobRunsEachShardAndTheLastOneMergesThem() throws IOException {
        var workflow = parsed();
        assertThat(workflow.at("jobs", "shard", "strategy", "matrix", "shard")).isEqualTo(List.of(1, 2, 3));
        assertThat(workflow.at("jobs", "shard", "strategy", "fail-fast")).isEqualTo(false);
        assertThat(workflow.at("jobs", "shard", "steps", 3, "run"))
                .isEqualTo("./joust run cpu-bound --profile quick --seed 4711 --service process"
                        + " --shard \"$SHARD/3\" --emit --host \"runner-$SHARD\" >\"joust-4711-$SHARD.jsonl\"");
        assertThat(workflow.at("jobs", "merge", "needs")).isEqualTo(List.of("build", "shard"));
        assertThat(workflow.at("jobs", "merge", "if"))
                .isEqualTo("${{ !cancelled() && needs.build.result == 'success' }}");
        assertThat(workflow.at("jobs", "merge", "steps")).asInstanceOf(LIST).hasSize(6);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no sh")
    void theHostOfAShardHasANameThatASessionTakes() throws Exception {
        var launcher = Files.writeString(folder.resolve("joust"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        var run = (String) parsed().at("jobs", "shard", "steps", 3, "run");
        var step =
                new ProcessBuilder("sh", "-c", run).directory(folder.toFile()).inheritIO();
        step.environment().putAll(Map.of("SHARD", "2", "RUNNER_NAME", "GitHub Actions 1000008749"));
        assertThat(step.start().waitFor()).isZero();
        assertThat(Files.readAllLines(folder.resolve("joust-4711-2.jsonl")))
                .containsSequence("--shard", "2/3", "--emit", "--host", "runner-2");
    }

    @Test
    void theDocumentedRecipeIsThatOfTheHeadOfTheFile() throws IOException {
        var text = SampleJob.of(JobScheduler.GITHUB, 3).text();
        assertThat(DocumentedRecipe.of("GitHub Actions").lines().stream().skip(1))
                .hasSize(3)
                .allSatisfy(line -> assertThat(text).contains(line.replaceFirst(" +# .*", "")));
    }

    private static ParsedJob parsed() throws IOException {
        return ParsedJob.of(SampleJob.of(JobScheduler.GITHUB, 3).text());
    }

    private static Stream<Map<?, ?>> steps() throws IOException {
        return ((Map<?, ?>) parsed().at("jobs"))
                .values().stream()
                        .flatMap(job -> ((List<?>) ((Map<?, ?>) job).get("steps")).stream())
                        .map(step -> (Map<?, ?>) step);
    }
}
