package dev.joust.trial;

import java.time.Duration;

/** Passes all that it hears on to another listener. A listener between the driver and the referee extends it. */
abstract class ForwardingTrialListener implements TrialListener {
    private final TrialListener next;

    ForwardingTrialListener(TrialListener next) {
        this.next = next;
    }

    @Override
    public void answered() {
        next.answered();
    }

    @Override
    public void ready() {
        next.ready();
    }

    @Override
    public void windowStarts() {
        next.windowStarts();
    }

    @Override
    public boolean awaitReading(Duration limit) throws InterruptedException {
        return next.awaitReading(limit);
    }

    @Override
    public void secondEnds() {
        next.secondEnds();
    }

    @Override
    public void windowEnds() {
        next.windowEnds();
    }
}
