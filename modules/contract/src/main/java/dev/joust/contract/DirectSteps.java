package dev.joust.contract;

import dev.joust.scenario.Step;
import dev.joust.trial.BodyDigest;
import dev.joust.trial.Checkpoint;
import dev.joust.trial.Requests;
import dev.joust.trial.TaskBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;

/** Runs each step on the calling thread. */
record DirectSteps(HttpClient http, URI service, TaskBody body) {

    /**
     * The result of one step.
     *
     * @param value what the unit's digest folds in
     */
    record StepResult(long value, int calls, long bytes) {}

    StepResult run(Step step, long seed) throws IOException, InterruptedException {
        return switch (step) {
            case Step.Compute c -> new StepResult(body.compute(c, seed, Checkpoint.NONE), 0, 0);
            case Step.Native n -> new StepResult(body.nativeWork(n, seed), 0, 0);
            case Step.Monitor m -> new StepResult(body.inMonitor(m, seed), 0, 0);
            case Step.Request r -> request(Requests.path(r, seed), r.length());
            case Step.FileRead f -> {
                try (var in = Files.newInputStream(body.file(f))) {
                    yield new StepResult(read(in).value(), 0, 0);
                }
            }
            case Step.Payload p ->
                new StepResult(read(new ByteArrayInputStream(body.payload(p))).value(), 0, 0);
            case Step.Spin s -> new StepResult(body.spin(s, Checkpoint.NONE), 0, 0);
            case Step.Sleep s -> {
                Thread.sleep(s.time());
                yield new StepResult(0, 0, 0);
            }
        };
    }

    private StepResult request(String path, long bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service + path)).build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        try (var in = response.body()) {
            var digest = read(in);
            if (response.statusCode() != 200) {
                throw new IOException("the service answered " + response.statusCode() + " to " + path);
            }
            if (digest.length() != bytes) {
                throw new IOException("read " + digest.length() + " bytes instead of " + bytes + " from " + path);
            }
            return new StepResult(digest.value(), 1, bytes);
        }
    }

    private static BodyDigest read(InputStream in) throws IOException {
        var digest = new BodyDigest();
        var piece = new byte[64 << 10];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            digest.update(piece, 0, count);
        }
        return digest;
    }
}
