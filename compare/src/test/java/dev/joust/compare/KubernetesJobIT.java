package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.ShardHost;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The manifest of {@code joust job kubernetes} before an API server, and its pods as processes. No container runs: what
 * a container adds is the image's, and has tests of its own. Without {@code kubectl} its tests are skipped; they fail
 * where the environment variable {@code JOUST_KUBECTL} is {@code required}, as in CI.
 */
@Tag("long")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the command of the pod is for a Linux container")
@Isolated("each shard waits for a machine at rest")
final class KubernetesJobIT {
    private static final boolean KUBECTL_REQUIRED = "required".equals(System.getenv("JOUST_KUBECTL"));

    @TempDir
    private Path folder;

    private JoustCommand joust;
    private MockKubernetes cluster;

    @BeforeEach
    void startServer() throws IOException {
        joust = new JoustCommand(folder);
        joust.writeLauncher(folder.resolve("own"));
        TinyScenario.write(folder, "checkout");
        cluster = MockKubernetes.start();
    }

    @AfterEach
    void stopServer() {
        cluster.close();
    }

    @Test
    void theServerKnowsEveryFieldOfTheManifest() throws Exception {
        assertThat(run(DocumentedRecipe.of("Kubernetes").script(1, 1)).status()).isZero();
        var created = createAll();
        assertThat(created).hasSize(2);
        assertThat(created).extracting(HasMetadata::getKind).containsExactly("ConfigMap", "Job");
        // a field that the kind does not have is kept there
        assertThat(created).allSatisfy(one -> assertThat(one.toString())
                .contains("additionalProperties={}")
                .doesNotContainPattern("additionalProperties=\\{[^}]"));
        assertThat(cluster.job("joust-4711").getSpec().getBackoffLimitPerIndex())
                .isZero();
        assertThat(configMap().getData())
                .containsExactly(Map.entry("checkout.yaml", Files.readString(folder.resolve("checkout.yaml"))));
    }

    @Test
    void theLogsOfThePodsAreMerged() throws Exception {
        var recipe = DocumentedRecipe.of("Kubernetes");
        assertThat(run(recipe.script(1, 1)).status()).isZero();
        createAll();
        var logs = runPods(cluster.job("joust-4711"));
        assertThat(logs).hasSize(3);
        for (int index = 0; index < logs.size(); index++) {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "joust-4711-%d-x7k2p.jsonl", index)), logs.get(index));
        }
        assertMerged(run(recipe.script(5, 5)));
    }

    @Test
    void kubectlTakesTheManifestWithoutSendingIt() throws Exception {
        kubectlIsInstalled();
        assertThat(run(DocumentedRecipe.of("Kubernetes").script(1, 1)).status()).isZero();
        var ended = run("kubectl create --dry-run=client -f joust.yaml");
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said())
                .isEqualTo("configmap/joust-4711 created (dry run)\njob.batch/joust-4711 created (dry run)\n");
        assertThat(cluster.job("joust-4711")).isNull();
    }

    @Test
    void theDocumentedRecipeGivesOneJudgedSession() throws Exception {
        kubectlIsInstalled();
        var recipe = DocumentedRecipe.of("Kubernetes");
        var applied = run(recipe.script(1, 2));
        assertThat(applied.status()).as(applied.said()).isZero();
        runPods(cluster.job("joust-4711"));

        assertMerged(run(recipe.script(3, 5)));
    }

    private void assertMerged(JoustCommand.Ended ended) throws IOException {
        assertThat(ended.said()).contains("merged 3 of 3 shards");
        assertThat(SessionFolder.open(folder.resolve("sessions/joust-4711"))
                        .readSession()
                        .hosts()
                        .orElseThrow())
                .as(ended.said())
                .extracting(ShardHost::name)
                .containsExactly("node-0", "node-1", "node-2");
    }

    private List<HasMetadata> createAll() throws IOException {
        try (var manifest = Files.newInputStream(folder.resolve("joust.yaml"))) {
            return cluster.client().load(manifest).create();
        }
    }

    private void kubectlIsInstalled() throws IOException {
        var kubectl = MockKubernetes.kubectl();
        if (KUBECTL_REQUIRED) {
            assertThat(kubectl)
                    .as("kubectl is installed; JOUST_KUBECTL=required")
                    .isPresent();
        }
        assumeThat(kubectl).as("kubectl is installed").isPresent();
        cluster.writeKubectl(folder, kubectl.orElseThrow());
    }

    /** What the cluster would do: mounts the scenarios, and runs a pod per index. Returns the pods' logs. */
    private List<String> runPods(Job job) throws IOException, InterruptedException {
        var mounted = Files.createDirectory(folder.resolve("scenarios"));
        for (var file : configMap().getData().entrySet()) {
            Files.writeString(mounted.resolve(file.getKey()), file.getValue());
        }
        var pod = new PodProcess(
                folder, job.getSpec().getTemplate().getSpec().getContainers().getFirst());
        List<String> logs = new ArrayList<>();
        for (int index = 0; index < job.getSpec().getCompletions(); index++) {
            var log = pod.log(index);
            cluster.addPod(job, index, log);
            logs.add(log);
        }
        cluster.complete(job);
        return logs;
    }

    private ConfigMap configMap() {
        return cluster.client().configMaps().withName("joust-4711").get();
    }

    private JoustCommand.Ended run(String script) throws IOException, InterruptedException {
        return DocumentedRecipe.run(joust, Map.of("PATH", folder + ":" + System.getenv("PATH")), script);
    }
}
