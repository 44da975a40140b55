package dev.joust.trial;

import java.time.Duration;
import java.util.Map;

/**
 * Reads the activity of a model where the measured window starts and where it ends, between the driver and the referee.
 * A window starts once the referee has taken its reading, so the last of several readings before it counts.
 */
final class WindowActivity extends ForwardingTrialListener {
    private final StartedModel runner;
    private final NanoClock clock;
    private Activity start = Activity.NONE;
    private long startNanos;
    private Map<String, Double> figures = Map.of();
    private boolean ended;

    WindowActivity(StartedModel runner, NanoClock clock, TrialListener listener) {
        super(listener);
        this.runner = runner;
        this.clock = clock;
    }

    /** The figures of the window; none before its end. */
    Map<String, Double> figures() {
        return figures;
    }

    @Override
    public boolean awaitReading(Duration limit) throws InterruptedException {
        boolean read = super.awaitReading(limit);
        if (!ended) {
            start = runner.activity();
            startNanos = clock.nanos();
        }
        return read;
    }

    @Override
    public void windowEnds() {
        ended = true;
        figures = runner.activity().since(start, clock.nanos() - startNanos);
        super.windowEnds();
    }
}
