package dev.joust.gilloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;

/** A lock that the test holds from the start: how often it was given up. For one thread. */
final class CountingRunLock implements RunLock {
    private boolean held = true;
    private int releases;

    @Override
    public void release() {
        assertThat(held).as("held when it is given up").isTrue();
        held = false;
        releases++;
    }

    @Override
    public void acquire() {
        assertThat(held).as("held when it is taken").isFalse();
        held = true;
    }

    @Override
    public Checkpoint checkpoint() {
        return Checkpoint.NONE;
    }

    /** How often it was given up since the last time of asking; it was always taken back. */
    int releases() {
        assertThat(held).as("taken back").isTrue();
        int since = releases;
        releases = 0;
        return since;
    }
}
