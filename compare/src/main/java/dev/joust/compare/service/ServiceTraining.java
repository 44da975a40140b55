package dev.joust.compare.service;

import dev.joust.compare.process.Children;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The short life of the service: it becomes ready, answers calls and streams, and leaves when its standard input ends. */
final class ServiceTraining implements StartUpCache.Training {
    @Override
    public boolean lived(List<String> command, Duration limit) throws IOException, InterruptedException {
        var process = Children.RUNNING.add(new ProcessBuilder(command).start());
        try {
            var start = new ServiceStart(process.getInputStream(), process.getErrorStream());
            new ServiceClient(start.address()).warmUp();
            return Children.leftWithin(process, limit);
        } finally {
            Children.leave(process);
        }
    }
}
