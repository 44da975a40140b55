package dev.joust.compare;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * fabric8's API server, which keeps what it is sent and runs nothing. It also tells {@code kubectl} which kinds of
 * objects it has.
 */
record MockKubernetes(KubernetesMockServer server, KubernetesClient client) implements AutoCloseable {
    private static final String NAMESPACE = "default";
    private static final Logger LOG = Logger.getLogger("io.fabric8.mockwebserver");

    static MockKubernetes start() {
        LOG.setLevel(Level.WARNING);
        Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
        var server = new KubernetesMockServer(
                new Context(), new MockWebServer(), responses, new KubernetesMixedDispatcher(responses), false);
        server.init();
        var config = new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl("http://127.0.0.1:" + server.getPort())
                .withNamespace(NAMESPACE)
                .build();
        var client = new KubernetesClientBuilder()
                .withHttpClientFactory(new JdkHttpClientFactory())
                .withConfig(config)
                .build();
        var mock = new MockKubernetes(server, client);
        mock.answerDiscovery();
        return mock;
    }

    private void answerDiscovery() {
        answer("/api?timeout=32s", """
                {"kind": "APIVersions", "versions": ["v1"]}""");
        answer("/apis?timeout=32s", """
                {"kind": "APIGroupList", "apiVersion": "v1", "groups": [{"name": "batch",
                  "versions": [{"groupVersion": "batch/v1", "version": "v1"}],
                  "preferredVersion": {"groupVersion": "batch/v1", "version": "v1"}}]}""");
        answer("/api/v1?timeout=32s", """
                {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
                  {"name": "configmaps", "singularName": "configmap", "namespaced": true, "kind": "ConfigMap",
                   "verbs": ["create", "get"]},
                  {"name": "pods", "singularName": "pod", "namespaced": true, "kind": "Pod",
                   "verbs": ["create", "get", "list"]}]}""");
        answer("/apis/batch/v1?timeout=32s", """
                {"kind": "APIResourceList", "groupVersion": "batch/v1", "resources": [
                  {"name": "jobs", "singularName": "job", "namespaced": true, "kind": "Job",
                   "verbs": ["create", "get", "list", "watch"]}]}""");
        answer("/openapi/v2?timeout=32s", ""); // no schemas: kubectl then checks none
    }

    private void answer(String path, String body) {
        server.expect().get().withPath(path).andReturn(200, body).always();
    }

    /** Adds a pod of a job that has ended, with its log. */
    void addPod(Job job, int index, String log) {
        var name = String.format(Locale.ROOT, "%s-%d-x7k2p", job.getMetadata().getName(), index);
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("job-name", job.getMetadata().getName())
                .endMetadata()
                .withSpec(job.getSpec().getTemplate().getSpec())
                .build();
        client.pods().resource(pod).create();
        answer("/api/v1/namespaces/default/pods/" + name + "/log?container=shard", log);
    }

    /** Marks a job as one whose pods have all succeeded. */
    void complete(Job job) {
        client.batch()
                .v1()
                .jobs()
                .resource(new JobBuilder(job)
                        .withNewStatus()
                        .addNewCondition()
                        .withType("Complete")
                        .withStatus("True")
                        .endCondition()
                        .endStatus()
                        .build())
                .updateStatus();
    }

    /** The job of this name, as the server keeps it. */
    Job job(String name) {
        return client.batch().v1().jobs().withName(name).get();
    }

    /** Where {@code kubectl} is; empty where it is not installed. */
    static Optional<Path> kubectl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(place -> Path.of(place, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Writes a {@code kubectl} of this server into the folder. */
    void writeKubectl(Path folder, Path installed) throws IOException {
        var script = Files.writeString(
                folder.resolve("kubectl"), String.format(Locale.ROOT, """
                #!/bin/sh
                exec %s --kubeconfig /dev/null --cache-dir '%s/cache' --server http://127.0.0.1:%d "$@"
                """, installed, folder, server.getPort()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
