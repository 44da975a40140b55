package dev.joust.compare.fidelity;

import dev.joust.compare.process.TrialFailure;
import dev.joust.fidelity.LockSetting;
import dev.joust.fidelity.ProbeOrder;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A short run of a probe process for its start-up cache. It is ready after 0.3 s with the cache, after 0.56 s without.
 */
final class ProbeTraining implements StartUpCache.Training {
    private static final ProbeOrder ORDER = new ProbeOrder(
            "short-call",
            new LockSetting(LockSetting.LockKind.GLIBC, 5_000, LockSetting.CALIBRATED_WINDOW_NANOS),
            2,
            0.01,
            0);

    @Override
    public boolean train(List<String> command, Duration limit) throws IOException, InterruptedException, TrialFailure {
        try (var process = ProbeProcess.start(command, ORDER)) {
            process.awaitSamples(limit);
            return process.child().exitsWithin(limit);
        }
    }
}
