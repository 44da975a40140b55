package dev.joust.compare.service;

import dev.joust.compare.process.RunningChildren;
import dev.joust.trial.JvmVariables;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A short run of the service for its start-up cache: it answers calls and streams, and exits when its standard input
 * ends.
 */
final class ServiceTraining implements StartUpCache.Training {
    @Override
    public boolean train(List<String> command, Duration limit) throws IOException, InterruptedException {
        var process = RunningChildren.RUNNING.start(ServiceToken.ofSession().addTo(JvmVariables.builder(command)));
        try {
            var start = new ServiceStart(process.getInputStream(), process.getErrorStream());
            new ServiceStatsClient(start.awaitAddress()).warmUp();
            return RunningChildren.exitsWithin(process, limit);
        } finally {
            RunningChildren.stop(process);
        }
    }
}
