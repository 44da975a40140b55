package dev.joust.cpython;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.ExternalRuntime.Launch;
import dev.joust.trial.Json;
import dev.joust.trial.Message;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trial process of CPython, started as the referee starts it. Closing it ends the process and its children. */
final class PythonTrial implements AutoCloseable {
    static final Calibration CALIBRATION =
            new Calibration(Map.of("mix", 300.0, "sieve", 0.5, "pbkdf2", 500.0, "objects", 10.0));
    private static final Launch LAUNCH = new CPython().launch(Optional.empty());
    static final long SEED = -0x123456789abcdefL;

    private final Process process;
    private final BufferedReader out;

    private PythonTrial(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** How to start CPython; skips the test where there is none. */
    static Launch.Available ready() {
        return switch (LAUNCH) {
            case Launch.Available ready -> ready;
            case Launch.Missing(String reason) -> abort(reason);
        };
    }

    static PythonTrial start() throws IOException {
        return start(ready().command());
    }

    static PythonTrial start(List<String> command) throws IOException {
        return new PythonTrial(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    PythonTrial send(Message order) throws IOException {
        process.getOutputStream().write((Json.line(order) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Reads the next message. */
    Message next() throws IOException {
        var line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended without a last message");
        }
        return Json.read(line, Message.class);
    }

    /** Reads all messages to the end of its output, and answers as the referee does. */
    List<Message> all() throws IOException {
        List<Message> messages = new ArrayList<>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            messages.add(Json.read(line, Message.class));
            if (messages.getLast() instanceof Message.WindowMark) {
                send(new Message.UsageRead());
            }
        }
        return messages;
    }

    /** All messages of a process that gets this order. */
    static List<Message> run(Message.Order order) throws IOException {
        try (var python = start()) {
            return python.send(order).all();
        }
    }

    Process process() {
        return process;
    }

    static Trial trial(Arm arm, Workload workload, URI service, Path scratch) {
        return new Trial(
                new TrialId("session", "all-steps", arm.name(), 1, 1),
                arm,
                workload,
                new Trial.Conditions(
                        new Trial.Host(2, scratch, CALIBRATION),
                        service,
                        SEED,
                        new WarmUp(Duration.ofMillis(300), Duration.ofMillis(60), 0.2),
                        Duration.ofSeconds(20)));
    }

    static Workload batch(int units, WorkClass... classes) {
        return new Workload(List.of(classes), new Load.Batch(new Load.Count(units, false)));
    }

    @Override
    public void close() {
        var all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
