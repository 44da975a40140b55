package dev.joust.blocking;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.ServiceBody;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Small steps and units for these tests. */
final class Tasks {
    static final Step COMPUTE = new Step.Compute(Kernel.MIX, Duration.ofMillis(2));
    static final Step NATIVE = new Step.Native(Kernel.MIX, Duration.ofMillis(2));
    static final Step SLEEP = new Step.Sleep(Duration.ofNanos(1));

    private Tasks() {}

    static TaskBody body(Path scratch) {
        return new TaskBody(new Calibration(Map.of("mix", 100.0)), scratch);
    }

    static Step call(int bytes) {
        return new Step.Call(Duration.ZERO, bytes);
    }

    static Step file(TaskBody body, int bytes) throws IOException {
        var step = new Step.FileRead(bytes);
        byte[] content = new byte[bytes];
        byte[] block = ServiceBody.block(0);
        for (int i = 0; i < bytes; i++) {
            content[i] = block[i % block.length];
        }
        Files.write(body.file(step), content);
        return step;
    }

    static Work work(Step... steps) {
        return new Work("work", 4711, List.of(steps));
    }
}
