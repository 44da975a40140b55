package dev.joust.processes;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Setup;
import dev.joust.trial.StartUpCache;
import dev.joust.trial.TaskBody;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The short life of a worker: begins, learns of a class, does a unit of it, and ends when there is no more to read. */
final class WorkerTraining implements StartUpCache.Training {
    @Override
    public boolean lived(List<String> command, Duration limit) throws IOException, InterruptedException {
        var process = new WorkerCommand(command).forkUnheard();
        try {
            tell(process);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the worker did not end within " + limit);
            }
            return process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void tell(Process process) {
        var body = new TaskBody(new Calibration(Map.of("mix", 1.0)), Path.of("scratch"));
        List<Step> steps = List.of(new Step.Compute(Kernel.MIX, Duration.ofMillis(1)), new Step.Sleep(Duration.ZERO));
        try (var orders = process.getOutputStream()) {
            for (var order : List.of(
                    new ParentMessage.Begin(
                            ProcessHandle.current().pid(), 0, new Setup(Setup.NOWHERE, 1, 1, body, Map.of())),
                    new ParentMessage.Given(1, new ParentMessage.Unit(0, 1)),
                    new ParentMessage.Definition(0, "training", steps))) {
                orders.write(ParentMessageCodec.encode(order));
            }
        } catch (IOException e) {
            // it ended before it had read all, as a virtual machine does that knows no such flag: then there is no
            // cache
        }
    }
}
