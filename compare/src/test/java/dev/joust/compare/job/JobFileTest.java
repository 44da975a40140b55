package dev.joust.compare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of jobs, word by word. */
final class JobFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"KUBERNETES, kubernetes.yaml", "SLURM, slurm.sh", "GITHUB, github.yaml"})
    void theFileOfAJobIsAsRecorded(JobScheduler scheduler, String recorded) throws IOException {
        assertThat(SampleJob.of(scheduler, 3).text()).isEqualTo(recorded(recorded));
    }

    @Test
    void aScenarioOfTheUserIsInTheManifest() throws IOException {
        var file = Files.writeString(folder.resolve("checkout.yaml"), "scenario: checkout\nquestion: 'Which one?'\n");
        assertThat(SampleJob.of(JobScheduler.KUBERNETES, 3, file).text()).isEqualTo(recorded("kubernetes-own.yaml"));
    }

    @Test
    void allOfJoustsOwnScenariosNeedNoName() throws IOException {
        var run = new ShardedRun(new JobScenarios(List.of(), Set.of()), Profile.SMOKE, 1, 2, Optional.empty());
        var text = new JobFile(JobScheduler.SLURM, run, new TaskLimits("joust", 1, "1Gi"), "job.sh").text();
        assertThat(text).contains("run --profile smoke --seed 1 --service process \\\n");
    }

    @Test
    void theModelsAreNamedInOrder() throws IOException {
        var text = SampleJob.of(JobScheduler.SLURM, 3, Set.of("processes", "gil-threads"), List.of())
                .text();
        assertThat(text).contains("--seed 4711 --models gil-threads,processes --service process");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no sh")
    void theScriptOfTheArrayIsAShellScript() throws Exception {
        var script = Files.writeString(
                folder.resolve("job.sh"), SampleJob.of(JobScheduler.SLURM, 3).text());
        var check =
                new ProcessBuilder("sh", "-n", script.toString()).inheritIO().start();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void aWorkflowFindsScenariosInItsRepositoryAlone() {
        for (var path : List.of("/tmp/checkout.yaml", "../checkout.yaml", "a/../../checkout.yaml")) {
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(() ->
                            SampleJob.of(JobScheduler.GITHUB, 3, Path.of(path)).text())
                    .withMessageContaining("name '%s' by its path from the top of it", path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(reboot).yaml", "a b.yaml", "${{ x }}", "a'b", "a\nb", "-n", "ü.yaml", ""})
    void aNameThatNeedsQuotesIsRefused(String name) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new JobScenario(name, Optional.of(Path.of("x"))))
                .withMessageContaining("the name of a scenario has letters, digits and any of _ . / : @ + - alone");
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> new TaskLimits(name, 1, "1Gi"));
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> new JobScenarios(List.of(), Set.of(name)));
    }

    @Test
    void aJobHasAsManyShardsAsItsSchedulerStarts() throws IOException {
        assertThat(SampleJob.of(JobScheduler.SLURM, 1000).text()).contains("--array=1-1000");
        assertThat(SampleJob.of(JobScheduler.GITHUB, 256).text()).contains(", 255, 256]");
        for (var scheduler : JobScheduler.values()) {
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(() -> SampleJob.of(scheduler, 0))
                    .withMessageContaining("--shards of joust job %s takes 1 to", scheduler);
            assertThatExceptionOfType(UsageException.class).isThrownBy(() -> SampleJob.of(scheduler, 1001));
        }
        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> SampleJob.of(JobScheduler.GITHUB, 257));
    }

    @Test
    void onlyWholeCoresAndSizesOfKubernetesAreTaken() {
        for (var cores : List.of(0, -1, 5000)) {
            assertThatExceptionOfType(UsageException.class).isThrownBy(() -> new TaskLimits("joust", cores, "1Gi"));
        }
        for (var memory : List.of("6G", "6", "0Gi", "6gi", "-1Gi", "6Gi\n")) {
            assertThatExceptionOfType(UsageException.class).isThrownBy(() -> new TaskLimits("joust", 1, memory));
        }
    }

    private static String recorded(String name) throws IOException {
        try (var in = JobFileTest.class.getResourceAsStream("recorded/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
