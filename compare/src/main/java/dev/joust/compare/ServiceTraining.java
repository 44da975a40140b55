package dev.joust.compare;

import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The short life of the service: it becomes ready, answers calls and streams, and leaves when its standard input ends. */
final class ServiceTraining implements StartUpCache.Training {
    private static final System.Logger LOG = System.getLogger(ServiceTraining.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public boolean lived(List<String> command) throws IOException, InterruptedException {
        var process = Children.RUNNING.add(new ProcessBuilder(command).start());
        try {
            var start = new ServiceStart(process.getInputStream(), process.getErrorStream());
            new ServiceClient(start.address()).warmUp();
            process.getOutputStream().close();
            return process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no start-up cache; the service starts without: {0}", e.getMessage());
            return false;
        } finally {
            Children.leave(process);
        }
    }
}
