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

/**
 * Trains the start-up cache of workers: a worker begins, learns a class of work, does a unit of it, and ends with its
 * input.
 */
final class WorkerTraining implements StartUpCache.Training {
    @Override
    public boolean train(List<String> command, Duration limit) throws IOException, InterruptedException {
        var process = new WorkerCommand(command).forkSilently();
        try {
            sendUnit(process);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the worker did not end within " + limit);
            }
            return process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void sendUnit(Process process) {
        var body = new TaskBody(new Calibration(Map.of("mix", 1.0)), Path.of("scratch"));
        List<Step> steps = List.of(new Step.Compute(Kernel.MIX, Duration.ofMillis(1)), new Step.Sleep(Duration.ZERO));
        try (var input = process.getOutputStream()) {
            for (var message : List.of(
                    new ParentMessage.Begin(
                            ProcessHandle.current().pid(), 0, new Setup(Setup.NOWHERE, 1, 1, body, Map.of())),
                    new ParentMessage.RunTask(1, new ParentMessage.UnitTask(0, 1)),
                    new ParentMessage.WorkDefinition(0, "training", steps))) {
                input.write(ParentMessageCodec.encode(message));
            }
        } catch (IOException e) {
            // It ended early, as a JVM does that does not know a flag. Then there is no cache.
        }
    }
}
