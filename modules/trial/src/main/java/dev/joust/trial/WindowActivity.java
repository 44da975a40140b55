package dev.joust.trial;

import java.time.Duration;
import java.util.Map;

/**
 * Reads the activity of a model where the measured window starts and where it ends, between the driver and the referee.
 * A window starts once the referee has taken its reading, so the last of several readings before it counts.
 */
final class WindowActivity implements TrialListener {
    private final WorkRunner runner;
    private final NanoClock clock;
    private final TrialListener listener;
    private Activity start = Activity.NONE;
    private long startNanos;
    private Map<String, Double> figures = Map.of();
    private boolean ended;

    WindowActivity(WorkRunner runner, NanoClock clock, TrialListener listener) {
        this.runner = runner;
        this.clock = clock;
        this.listener = listener;
    }

    /** The figures of the window; none before its end. */
    Map<String, Double> figures() {
        return figures;
    }

    @Override
    public void answered() {
        listener.answered();
    }

    @Override
    public void ready() {
        listener.ready();
    }

    @Override
    public void windowStarts() {
        listener.windowStarts();
    }

    @Override
    public boolean awaitReading(Duration limit) throws InterruptedException {
        boolean read = listener.awaitReading(limit);
        if (!ended) {
            start = runner.activity();
            startNanos = clock.nanos();
        }
        return read;
    }

    @Override
    public void secondEnds() {
        listener.secondEnds();
    }

    @Override
    public void windowEnds() {
        ended = true;
        figures = runner.activity().since(start, clock.nanos() - startNanos);
        listener.windowEnds();
    }
}
