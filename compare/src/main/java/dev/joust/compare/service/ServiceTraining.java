package dev.joust.compare.service;

import dev.joust.compare.process.RunningChildren;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The short life of the service: it becomes ready, answers calls and streams, and leaves when its standard input ends. */
final class ServiceTraining implements StartUpCache.Training {
    @Override
    public boolean train(List<String> command, Duration limit) throws IOException, InterruptedException {
        var process = RunningChildren.RUNNING.add(new ProcessBuilder(command).start());
        try {
            var start = new ServiceStart(process.getInputStream(), process.getErrorStream());
            new ServiceStatsClient(start.address()).warmUp();
            return RunningChildren.leftWithin(process, limit);
        } finally {
            RunningChildren.leave(process);
        }
    }
}
