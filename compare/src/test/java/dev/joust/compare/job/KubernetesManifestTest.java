package dev.joust.compare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest as Kubernetes reads it. */
final class KubernetesManifestTest {
    @TempDir
    private Path folder;

    @Test
    void thePodHasNoRights() throws IOException {
        var pod = parsed();
        assertThat(pod.at("spec", "template", "spec", "automountServiceAccountToken"))
                .isEqualTo(false);
        assertThat(pod.at("spec", "template", "spec", "securityContext"))
                .isEqualTo(Map.of(
                        "runAsNonRoot",
                        true,
                        "runAsUser",
                        1000,
                        "runAsGroup",
                        1000,
                        "fsGroup",
                        1000,
                        "seccompProfile",
                        Map.of("type", "RuntimeDefault")));
        assertThat(container(pod, "securityContext"))
                .isEqualTo(Map.of(
                        "allowPrivilegeEscalation",
                        false,
                        "readOnlyRootFilesystem",
                        true,
                        "capabilities",
                        Map.of("drop", List.of("ALL"))));
    }

    @Test
    void eachShardHasANodeAndWholeCoresToItself() throws IOException {
        var job = parsed();
        assertThat(container(job, "resources", "limits"))
                .isEqualTo(Map.of("cpu", 2, "memory", "6Gi"))
                .isEqualTo(container(job, "resources", "requests"));
        var term = List.<Object>of(
                "spec",
                "template",
                "spec",
                "affinity",
                "podAntiAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution",
                0);
        assertThat(job.at(with(term, "topologyKey"))).isEqualTo("kubernetes.io/hostname");
        assertThat(job.at(with(term, "labelSelector", "matchLabels")))
                .isEqualTo(job.at("spec", "template", "metadata", "labels"));
    }

    @Test
    void aShardThatFailedIsNotMeasuredAgain() throws IOException {
        var job = parsed();
        assertThat(job.at("spec", "completionMode")).isEqualTo("Indexed");
        assertThat(job.at("spec", "completions")).isEqualTo(3).isEqualTo(job.at("spec", "parallelism"));
        assertThat(job.at("spec", "backoffLimitPerIndex")).isEqualTo(0);
        assertThat(job.at("spec", "template", "spec", "restartPolicy")).isEqualTo("Never");
    }

    @Test
    void onlyFoldersOfThePodCanBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("checkout.yaml"), "scenario: checkout\n");
        var job = ParsedJob.of(SampleJob.of(JobScheduler.KUBERNETES, 3, file).text());
        assertThat(container(job, "volumeMounts"))
                .asInstanceOf(LIST)
                .containsExactly(
                        Map.of("name", "sessions", "mountPath", "/work/sessions"),
                        Map.of("name", "tmp", "mountPath", "/tmp"),
                        Map.of("name", "shm", "mountPath", "/dev/shm"),
                        Map.of("name", "scenarios", "mountPath", "/work/scenarios", "readOnly", true));
        assertThat(job.at("spec", "template", "spec", "volumes", 3, "configMap", "name"))
                .isEqualTo("joust-4711");
        assertThat(container(job, "args")).asInstanceOf(LIST).contains("cpu-bound", "/work/scenarios/checkout.yaml");
    }

    @Test
    void withoutFilesThereIsNoConfigMap() throws IOException {
        assertThat(parsed().documents()).hasSize(1);
    }

    @Test
    void aScenarioArrivesWithEachOfItsCharacters() throws IOException {
        for (var text : List.of(
                "a: b\n",
                "a: b",
                "\n\n  indented: first\n\n\n",
                "tab:\t# x \nspace at the end: 1 \n",
                "windows: 1\r\nend: 2\r\n",
                "- 'quote' \"double\" {brace} ${x} $(x) %% \\ \u00e9 \u2028 \uD83D\uDE00\n",
                "---\n...\n# {#if x}{/if}\n")) {
            var file = Files.writeString(folder.resolve("odd.yaml"), text);
            assertThat(mounted(file)).as(text).isEqualTo(text);
        }
    }

    @Test
    void filesThatAManifestCannotHoldAreRefused() throws IOException {
        var large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(999_999));
        var small = Files.writeString(folder.resolve("small.yaml"), "# x");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() ->
                        SampleJob.of(JobScheduler.KUBERNETES, 3, large, small).text())
                .withMessage("the scenario files have 1000002 bytes; a manifest takes 1000000");
        var other = Files.createDirectory(folder.resolve("other"));
        var same = Files.writeString(other.resolve("small.yaml"), "# y");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() ->
                        SampleJob.of(JobScheduler.KUBERNETES, 3, small, same).text())
                .withMessage("two scenario files are named small.yaml; a manifest takes one");
        var plus = Files.writeString(folder.resolve("a+b.yaml"), "# x");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> SampleJob.of(JobScheduler.KUBERNETES, 3, plus).text())
                .withMessageContaining("found 'a+b.yaml'");
    }

    private static ParsedJob parsed() throws IOException {
        return ParsedJob.of(SampleJob.of(JobScheduler.KUBERNETES, 3).text());
    }

    private static Object container(ParsedJob job, Object... path) {
        return job.at(with(List.of("spec", "template", "spec", "containers", 0), path));
    }

    private static Object[] with(List<Object> path, Object... more) {
        var all = new ArrayList<>(path);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static Object mounted(Path file) throws IOException {
        var text = SampleJob.of(JobScheduler.KUBERNETES, 3, file).text();
        var map = ParsedJob.of(text).documents().getFirst();
        return ((Map<?, ?>) map.get("data")).get(file.getFileName().toString());
    }
}
